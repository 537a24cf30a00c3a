from django.urls import path

from semailles.web.pages.project_place import views

ONE = "porter/<int:number>/lieu/"

urlpatterns = [
    path(ONE, views.show_places, name="project-place"),
    path(f"{ONE}ajouter/", views.add, name="project-place-add"),
    path(f"{ONE}echelle/", views.choose_scale, name="project-place-scale"),
    path(f"{ONE}<uuid:public_id>/", views.describe, name="project-place-one"),
    path(f"{ONE}<uuid:public_id>/dehors/", views.outside, name="project-place-outside"),
    path(f"{ONE}<uuid:public_id>/ecarter/", views.aside, name="project-place-set-aside"),
    path(f"{ONE}<uuid:public_id>/remettre/", views.back_in, name="project-place-put-back"),
]
