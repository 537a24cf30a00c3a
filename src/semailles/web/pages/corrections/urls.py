from django.urls import path

from semailles.web.pages.corrections import views

urlpatterns = [
    path("converger/corrections/", views.list_corrections, name="corrections"),
    path("converger/corrections/annuler/", views.undo_last, name="corrections-undo-last"),
    path("converger/corrections/<uuid:public_id>/annuler/", views.undo, name="correction-undo"),
]
