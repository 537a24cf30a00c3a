from django.urls import path

from semailles.web.pages.complements import views

urlpatterns = [
    path("converger/complements/", views.list_complements, name="complements"),
    path("converger/complements/<uuid:public_id>/", views.judge, name="complement-judge"),
]
