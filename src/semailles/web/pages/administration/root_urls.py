from django.urls import path

from semailles.web.pages.administration import people, views

urlpatterns = [
    path("administration/", views.show_initiatives, name="administration"),
    path("administration/personnes/", people.show_people, name="administration-people"),
    path("administration/journal/", views.show_journal, name="administration-journal"),
]
