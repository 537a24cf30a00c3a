from django.urls import path

from semailles.web.pages.powers import views

urlpatterns = [
    path("qui-peut-quoi/", views.show_powers, name="powers"),
]
