from django.urls import path

from semailles.web.pages.tasks import views

ONE = "porter/taches/<uuid:public_id>/"

urlpatterns = [
    path("porter/taches/ajouter/", views.add, name="task-add"),
    path(ONE, views.describe, name="task"),
    path(f"{ONE}faire/", views.finish, name="task-finish"),
    path(f"{ONE}reprendre/", views.begin_again, name="task-again"),
    path(f"{ONE}ecarter/", views.set_aside, name="task-set-aside"),
    path(f"{ONE}remettre/", views.put_back, name="task-put-back"),
]
