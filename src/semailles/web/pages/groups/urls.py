from django.urls import path

from semailles.web.pages.groups import notes, views

ONE = "porter/groupes/<uuid:public_id>/"
NOTE = "porter/groupes/notes/<uuid:public_id>/"

urlpatterns = [
    path("porter/groupes/", views.list_groups, name="groups"),
    path(ONE, views.show_group, name="group"),
    path(f"{ONE}confier/", views.take_in_hand, name="group-entrust"),
    path(f"{ONE}rendre/<int:number>/", views.give_up, name="group-give-up"),
    path(f"{ONE}notes/ajouter/", notes.add, name="group-note-add"),
    path(NOTE, notes.describe, name="group-note"),
    path(f"{NOTE}ecarter/", notes.set_aside, name="group-note-set-aside"),
    path(f"{NOTE}remettre/", notes.put_back, name="group-note-put-back"),
]
