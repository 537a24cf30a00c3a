from django.urls import path

from semailles.web.pages.follow import views

urlpatterns = [path("suivi/<str:token>/", views.follow, name="follow")]
