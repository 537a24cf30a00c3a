from django.urls import path

from semailles.web.pages.account import address, held, views

urlpatterns = [
    path("compte/", views.describe, name="account"),
    path("compte/adresse/", address.ask, name="account-address"),
    path("compte/adresse/key/<str:key>/", address.confirm, name="account-address-confirm"),
    path("compte/donnees/", held.show, name="account-held"),
    path("compte/donnees/fichier/", held.download, name="account-held-file"),
    path("compte/effacer/", held.leave, name="account-leave"),
]
