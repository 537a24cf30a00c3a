from django.urls import path

from semailles.web.pages.entries import views

urlpatterns = [
    path("demarche/<slug:kind>/ajouter/", views.add, name="entry-add"),
    path("demarche/<slug:kind>/<uuid:public_id>/", views.describe, name="entry"),
    path("demarche/<slug:kind>/<uuid:public_id>/ecarter/", views.set_aside, name="entry-set-aside"),
    path("demarche/<slug:kind>/<uuid:public_id>/remettre/", views.put_back, name="entry-put-back"),
    path("demarche/<slug:kind>/<uuid:public_id>/deplacer/", views.shift, name="entry-shift"),
    path("demarche/<slug:kind>/<uuid:public_id>/<slug:gesture>/", views.gesture, name="entry-gesture"),
]
