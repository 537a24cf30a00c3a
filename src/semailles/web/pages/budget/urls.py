from django.urls import path

from semailles.web.pages.budget import views

urlpatterns = [
    path("demarche/budget/", views.show_budget, name="budget"),
]
