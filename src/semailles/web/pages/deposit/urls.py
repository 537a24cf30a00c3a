from django.urls import path

from semailles.web.pages.deposit import views

urlpatterns = [
    path("recueillir/deposer/", views.deposit, name="deposit"),
    path("recueillir/deposer/suivi/", views.follow, name="deposit-follow"),
    path("recueillir/documents/<uuid:public_id>/decrire/", views.describe, name="document-describe"),
    path("recueillir/documents/<uuid:public_id>/changements/", views.compare, name="document-compare"),
]
