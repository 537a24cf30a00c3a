from django.urls import path

from semailles.web.pages.sorting import views, words

urlpatterns = [
    path("recueillir/trier/", views.show, name="sort"),
    path("recueillir/trier/decider/", views.decide, name="sort-decide"),
    path("recueillir/idees/ecrire/", words.write, name="idea-write"),
    path("recueillir/idees/<uuid:public_id>/mots/", words.reword, name="idea-reword"),
    path("recueillir/idees/<uuid:public_id>/scinder/", words.split, name="idea-split"),
]
