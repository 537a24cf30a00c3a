from django.urls import path

from semailles.web.pages.front import views

urlpatterns = [path("accueil/", views.show, name="front")]
