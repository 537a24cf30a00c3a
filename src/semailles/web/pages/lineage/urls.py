from django.urls import path

from semailles.web.pages.lineage import opening, reshaping, views

urlpatterns = [
    path("porter/ouvrir/", opening.open_one, name="project-open"),
    path("porter/ouvrir/transverse/", opening.open_transverse, name="project-open-transverse"),
    path("porter/<int:number>/origine/", views.show_origin, name="project-origin"),
    path("porter/<int:number>/origine/ajouter/", views.feed, name="project-feed"),
    path("porter/<int:number>/origine/retirer/<uuid:idea>/", reshaping.take_off, name="project-unfeed"),
    path("porter/<int:number>/renommer/", reshaping.rename, name="project-rename"),
    path("porter/<int:number>/reunir/", reshaping.merge, name="project-merge"),
    path("porter/<int:number>/separer/", reshaping.part, name="project-part"),
    path("porter/<int:number>/scinder/", reshaping.split, name="project-split"),
    path("porter/<int:number>/abandonner/", reshaping.drop, name="project-drop"),
    path("porter/<int:number>/reprendre/", reshaping.take_back, name="project-take-back"),
]
