from django.urls import path

from semailles.web.pages.dashboard import views

urlpatterns = [
    path("", views.home, name="dashboard"),
]
