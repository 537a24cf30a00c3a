from django.urls import path

from semailles.web.pages.actors import contacts, merging, spelling, tables, views, writing

urlpatterns = [
    path("acteurs/", views.list_actors, name="actors"),
    path("acteurs/rapprocher/", merging.answer, name="actors-liken"),
    path("acteurs/ajouter/", writing.add, name="actor-add"),
    path("acteurs/ecartes/", writing.list_aside, name="actors-aside"),
    path("acteurs/exporter/", tables.export, name="actors-export"),
    path("acteurs/importer/", tables.preview, name="actors-import"),
    path("acteurs/importer/ecrire/", tables.write, name="actors-import-write"),
    path("acteurs/contacts/", contacts.list_contacts, name="contacts"),
    path("acteurs/contacts/effacer/", contacts.erase_past, name="contacts-erase-past"),
    path("acteurs/contacts/exporter/", contacts.export, name="contacts-export"),
    path("acteurs/contacts/<uuid:public_id>/", contacts.describe, name="contact"),
    path("acteurs/contacts/<uuid:public_id>/effacer/", contacts.erase, name="contact-erase"),
    path("acteurs/<uuid:public_id>/", views.show_actor, name="actor"),
    path("acteurs/<uuid:public_id>/rapprocher/", merging.merge, name="actor-merge"),
    path("acteurs/<uuid:public_id>/separer/", merging.separate, name="actor-separate"),
    path("acteurs/<uuid:public_id>/modifier/", writing.describe, name="actor-describe"),
    path("acteurs/<uuid:public_id>/ecarter/", writing.set_aside, name="actor-set-aside"),
    path("acteurs/<uuid:public_id>/ecritures/", spelling.detach, name="actor-spellings"),
    path("acteurs/<uuid:public_id>/ecritures/rendre/", spelling.give_back, name="actor-spelling-back"),
    path("acteurs/<uuid:public_id>/contacts/ajouter/", contacts.add, name="contact-add"),
    path("acteurs/<uuid:public_id>/remettre/", writing.put_back, name="actor-put-back"),
]
