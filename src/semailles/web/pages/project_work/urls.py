from django.urls import path

from semailles.web.pages.project_work import views

urlpatterns = [path("porter/<int:number>/travail/", views.show_work, name="project-work")]
