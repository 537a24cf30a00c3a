from django.urls import path

from semailles.web.pages.governance import views

urlpatterns = [
    path("gouverner/", views.show_bodies, name="governance"),
]
