from django.urls import path

from semailles.web.pages.frame import views

urlpatterns = [
    path("demarche/", views.show_frame, name="frame"),
]
