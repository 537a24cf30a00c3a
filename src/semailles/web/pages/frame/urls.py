from django.urls import path

from semailles.web.pages.frame import views

urlpatterns = [
    path("demarche/", views.show_frame, name="frame"),
    path("demarche/modifier/", views.describe_initiative, name="initiative"),
    path("demarche/echeance/", views.set_deadline, name="deadline"),
    path("demarche/equipes/<uuid:public_id>/", views.describe_team, name="team"),
]
