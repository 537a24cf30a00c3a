from django.urls import path

from semailles.web.pages.portfolio_calendar import views

urlpatterns = [
    path("porter/calendrier/", views.show_calendars, name="projects-calendar"),
    path("porter/calendrier.ics", views.diary_of_projects, name="projects-diary"),
    path("porter/<int:number>/calendrier.ics", views.diary_of_project, name="project-diary"),
]
