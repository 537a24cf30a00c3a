from django.urls import path

from semailles.web.pages.convergences import views

urlpatterns = [
    path("converger/", views.list_convergences, name="convergences"),
    path("converger/<uuid:public_id>/", views.show_convergence, name="convergence"),
    path("converger/themes/<uuid:public_id>/", views.show_theme, name="theme"),
]
