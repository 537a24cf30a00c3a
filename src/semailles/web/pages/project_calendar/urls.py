from django.urls import path

from semailles.web.pages.project_calendar import gestures, views

ONE = "porter/<int:number>/calendrier/"

urlpatterns = [
    path(ONE, views.show_calendar, name="project-calendar"),
    path(f"{ONE}ajouter/", views.add, name="project-milestone-add"),
    path(f"{ONE}<uuid:public_id>/", views.describe, name="project-milestone"),
    path(f"{ONE}<uuid:public_id>/atteindre/", gestures.mark_reached, name="project-milestone-reach"),
    path(f"{ONE}<uuid:public_id>/ecarter/", gestures.set_aside, name="project-milestone-set-aside"),
    path(f"{ONE}<uuid:public_id>/remettre/", gestures.put_back, name="project-milestone-put-back"),
    path(f"{ONE}<uuid:public_id>/attendre/", gestures.wait, name="project-milestone-wait"),
    path(f"{ONE}attentes/<uuid:public_id>/ecarter/", gestures.stop_wait, name="project-wait-set-aside"),
]
