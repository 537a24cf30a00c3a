from django.urls import path

from semailles.web.pages.documents import files, views

urlpatterns = [
    path("recueillir/", views.list_documents, name="documents"),
    path("recueillir/documents/<uuid:public_id>/", views.show_document, name="document"),
    path("recueillir/documents/<uuid:public_id>/original", files.send_original, name="original"),
    path("recueillir/documents/<uuid:public_id>/pages/<int:number>.<slug:form>", files.send_page, name="document-page"),
]
