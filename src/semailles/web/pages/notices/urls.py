from django.urls import path

from semailles.web.pages.notices import views

urlpatterns = [
    path("avis/", views.show_notices, name="notices"),
    path("avis/lus/", views.read, name="notices-read"),
    path("avis/courrier/", views.choose, name="notices-choose"),
    path("avis/<uuid:public_id>/taire/", views.silence, name="notice-mute"),
    path("avis/reprendre/<int:rank>/", views.speak_again, name="notice-again"),
]
