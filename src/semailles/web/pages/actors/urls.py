from django.urls import path

from semailles.web.pages.actors import merging, views

urlpatterns = [
    path("acteurs/", views.list_actors, name="actors"),
    path("acteurs/rapprocher/", merging.answer, name="actors-liken"),
    path("acteurs/<uuid:public_id>/", views.show_actor, name="actor"),
    path("acteurs/<uuid:public_id>/rapprocher/", merging.merge, name="actor-merge"),
    path("acteurs/<uuid:public_id>/separer/", merging.separate, name="actor-separate"),
]
