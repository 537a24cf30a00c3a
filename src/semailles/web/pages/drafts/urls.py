from django.urls import path

from semailles.web.pages.drafts import views

urlpatterns = [
    path("brouillons/", views.show_drafts, name="drafts"),
    path("brouillons/garder/", views.keep, name="draft-keep"),
    path("brouillons/<uuid:key>/ecarter/", views.forget, name="draft-forget"),
]
