from django.urls import path

from semailles.web.pages.day import views

urlpatterns = [path("porter/a-faire/", views.show_day, name="day")]
