from django.urls import path

from semailles.web.pages.convergences import views

urlpatterns = [
    path("converger/", views.list_convergences, name="convergences"),
]
