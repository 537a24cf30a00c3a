"""The same choices for the pages of an instance; they are the reader's own, whoever reads."""

from django.urls import path

from semailles.web.pages.preferences import views

urlpatterns = [
    path("preferences/", views.choose, name="preferences"),
    path("theme.css", views.theme_file, name="theme-file"),
    path("logo", views.logo_file, name="logo-file"),
]
