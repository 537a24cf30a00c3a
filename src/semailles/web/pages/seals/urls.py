from django.urls import path

from semailles.web.pages.seals import views

urlpatterns = [
    path("journal/sceaux/", views.show_seals, name="seals"),
]
