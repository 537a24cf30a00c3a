from django.urls import path

from semailles.web.pages.sow import views

urlpatterns = [
    path("essaimer/", views.not_yet, name="sow"),
]
