from django.urls import path

from semailles.web.pages.actors import views

urlpatterns = [
    path("acteurs/", views.list_actors, name="actors"),
    path("acteurs/<uuid:public_id>/", views.show_actor, name="actor"),
]
