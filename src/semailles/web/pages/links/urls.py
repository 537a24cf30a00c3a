from django.urls import path

from semailles.web.pages.links import views

urlpatterns = [
    path("lien/<str:token>/", views.open_link, name="link"),
    path("lien/<str:token>/decliner/", views.decline, name="link-decline"),
    path("lien/<str:token>/pas-moi/", views.disown, name="link-disown"),
    path("lien/<str:token>/fiche.pdf", views.sheet, name="link-sheet"),
    path("lien/<str:token>/feuille-de-route.pdf", views.roadmap, name="link-roadmap"),
    path("lien/<str:token>/attestation.txt", views.attestation, name="link-attestation"),
]
