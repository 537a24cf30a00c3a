from django.urls import path

from semailles.web.pages.documents import views

urlpatterns = [
    path("recueillir/", views.list_documents, name="documents"),
    path("recueillir/<uuid:public_id>/", views.show_document, name="document"),
]
