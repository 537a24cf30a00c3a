from django.urls import path

from semailles.web.pages.todo import views

urlpatterns = [path("a-faire/", views.show_everywhere, name="todo")]
