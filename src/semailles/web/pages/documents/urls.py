from django.urls import path

from semailles.web.pages.documents import views

urlpatterns = [
    path("recueillir/", views.list_documents, name="documents"),
]
