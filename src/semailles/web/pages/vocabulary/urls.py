from django.urls import path

from semailles.web.pages.vocabulary import views

urlpatterns = [
    path("converger/vocabulaire/", views.show, name="vocabulary"),
    path("converger/vocabulaire/confirmer/", views.confirm, name="vocabulary-confirm"),
    path("converger/vocabulaire/<uuid:public_id>/retirer/", views.withdraw, name="vocabulary-withdraw"),
]
