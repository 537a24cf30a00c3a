from django.urls import path

from semailles.web.pages.contributions import views

urlpatterns = [
    path("recueillir/contributions/", views.show, name="contributions"),
    path("recueillir/contributions/decider/", views.decide, name="contributions-decide"),
]
