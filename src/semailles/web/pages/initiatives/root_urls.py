from django.urls import path

from semailles.web.pages.initiatives import views

urlpatterns = [path("", views.list_initiatives, name="initiatives")]
