from django.urls import path

from semailles.web.pages.journal import views

urlpatterns = [
    path("journal/", views.show_journal, name="journal"),
    path("journal/<slug:kind>/<uuid:public_id>/", views.show_history, name="history"),
]
