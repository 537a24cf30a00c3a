from django.urls import path

from semailles.web.pages.calendar import views

urlpatterns = [
    path("demarche/calendrier/", views.show_calendar, name="calendar"),
    path("demarche/calendrier.ics", views.diary, name="diary"),
]
