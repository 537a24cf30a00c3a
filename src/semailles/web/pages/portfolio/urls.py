from django.urls import path

from semailles.web.pages.portfolio import views

urlpatterns = [
    path("porter/", views.list_projects, name="projects"),
    path("porter/ensemble/", views.together, name="projects-together"),
    path("porter/vues/", views.keep, name="projects-keep"),
    path("porter/vues/<uuid:public_id>/oublier/", views.forget, name="projects-forget"),
    path("porter/portefeuille.<str:form>", views.export, name="projects-export"),
]
