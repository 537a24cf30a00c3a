from django.urls import path

from semailles.web.pages.publish import views

urlpatterns = [
    path("publier/", views.show_outputs, name="publish"),
]
