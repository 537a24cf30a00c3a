from django.urls import path

from semailles.web.pages.register import views

urlpatterns = [
    path("registre/", views.show_register, name="register"),
    path("registre/acteurs/<uuid:public_id>/", views.show_actor, name="held-actor"),
    path("registre/personnes/<uuid:public_id>/", views.show_person, name="held-person"),
]
