from django.urls import path

from semailles.web.pages.missions import views

urlpatterns = [
    path("porter/missions/", views.list_missions, name="missions"),
    path("porter/missions/ajouter/", views.add, name="mission-add"),
    path("porter/missions/<uuid:public_id>/", views.describe, name="mission"),
]
