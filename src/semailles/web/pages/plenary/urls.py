from django.urls import path

from semailles.web.pages.plenary import views

urlpatterns = [
    path("converger/seance/", views.show_start, name="plenary"),
    path("converger/seance/<uuid:public_id>/", views.show_screen, name="plenary-screen"),
    path("converger/seance/<uuid:public_id>/geste/", views.decide, name="plenary-decide"),
]
