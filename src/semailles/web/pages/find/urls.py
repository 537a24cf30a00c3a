from django.urls import path

from semailles.web.pages.find import views

urlpatterns = [
    path("aller/", views.find, name="find"),
]
