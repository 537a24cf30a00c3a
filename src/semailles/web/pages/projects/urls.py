from django.urls import path

from semailles.web.pages.projects import views

urlpatterns = [
    path("porter/", views.list_projects, name="projects"),
]
