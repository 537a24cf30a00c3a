from django.urls import path

from semailles.web.pages.funders import views

urlpatterns = [
    path("porter/financeurs/", views.list_funders, name="funders"),
    path("porter/financeurs/<uuid:key>/", views.show_funder, name="funder"),
]
