"""For programs that watch an instance; nobody reads these as pages."""

from django.urls import path

from semailles.web.pages.health import views

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("metrics", views.metrics, name="metrics"),
]
