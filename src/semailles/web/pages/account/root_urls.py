from django.urls import path

from semailles.web.pages.account import views

urlpatterns = [path("compte/", views.describe, name="account")]
