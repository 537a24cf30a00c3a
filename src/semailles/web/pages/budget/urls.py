from django.urls import path

from semailles.web.pages.budget import views

urlpatterns = [
    path("demarche/budget/", views.show_budget, name="budget"),
    path("demarche/budget/reprendre/", views.take_found, name="budget-take"),
]
