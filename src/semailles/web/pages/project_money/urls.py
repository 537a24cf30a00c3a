from django.urls import path

from semailles.web.pages.project_money import proof, views

urlpatterns = [
    path("porter/<int:number>/argent/", views.show_money, name="project-money"),
    path("porter/<int:number>/argent/<slug:kind>/ajouter/", views.add, name="project-line-add"),
    path("porter/<int:number>/argent/ressources/<uuid:public_id>/joindre/", proof.attach, name="project-line-attach"),
    path("porter/<int:number>/argent/ressources/<uuid:public_id>/piece", proof.show, name="project-line-proof"),
    path("porter/<int:number>/argent/<slug:kind>/<uuid:public_id>/", views.describe, name="project-line"),
    path("porter/<int:number>/argent/<slug:kind>/<uuid:public_id>/ecarter/", views.set_aside, name="project-line-set-aside"),
    path("porter/<int:number>/argent/<slug:kind>/<uuid:public_id>/remettre/", views.put_back, name="project-line-put-back"),
    path("porter/<int:number>/argent/<slug:kind>/<uuid:public_id>/<slug:gesture>/", views.gesture, name="project-line-gesture"),
]
