from django.urls import path

from semailles.web.pages.journal import views

urlpatterns = [
    path("journal/", views.show_journal, name="journal"),
]
