from django.urls import path

from semailles.web.pages.welcome import views

urlpatterns = [path("demarche/public/", views.edit, name="welcome")]
