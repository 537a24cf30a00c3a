from django.urls import path

from semailles.web.pages.deposit import rereading, views

urlpatterns = [
    path("recueillir/deposer/", views.deposit, name="deposit"),
    path("recueillir/deposer/suivi/", views.follow, name="deposit-follow"),
    path("recueillir/deposer/<uuid:public_id>/<int:rank>/relire/", rereading.read_file_again, name="deposit-again"),
    path("recueillir/relire/", rereading.read_all_again, name="documents-again"),
    path("recueillir/documents/<uuid:public_id>/relire/", rereading.read_document_again, name="document-again"),
    path("recueillir/documents/<uuid:public_id>/decrire/", views.describe, name="document-describe"),
    path("recueillir/documents/<uuid:public_id>/changements/", views.compare, name="document-compare"),
]
