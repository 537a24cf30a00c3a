from django.urls import path

from semailles.web.pages.projects import views

urlpatterns = [
    path("porter/<int:number>/", views.show_project, name="project"),
]
