from django.urls import path

from semailles.web.pages.wall import views

urlpatterns = [
    path("converger/mur/", views.type_wall, name="wall"),
    path("converger/mur/garder/", views.keep, name="wall-keep"),
    path("converger/mur/photos/<uuid:public_id>", views.send_photo, name="wall-photo"),
]
