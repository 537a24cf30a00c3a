from django.urls import path

from semailles.web.pages.commitments import views

urlpatterns = [
    path("demarche/engagements/", views.list_commitments, name="commitments"),
    path("demarche/engagements/ajouter/", views.open_commitment, name="commitment-add"),
    path("demarche/engagements/<uuid:public_id>/", views.show_commitment, name="commitment"),
    path("demarche/engagements/<uuid:public_id>/monter/", views.climb, name="commitment-climb"),
    path("demarche/engagements/<uuid:public_id>/retirer/", views.withdraw, name="commitment-withdraw"),
    path("demarche/engagements/<uuid:public_id>/pieces/<uuid:step>/", views.proof, name="commitment-proof"),
]
