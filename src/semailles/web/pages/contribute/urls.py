from django.urls import path

from semailles.web.pages.contribute import views

urlpatterns = [path("contribuer/", views.propose, name="contribute")]
