from django.urls import path

from semailles.web.pages.tensions import views

urlpatterns = [
    path("converger/tensions/", views.list_tensions, name="tensions"),
    path("converger/tensions/<uuid:public_id>/", views.judge, name="tension-judge"),
]
