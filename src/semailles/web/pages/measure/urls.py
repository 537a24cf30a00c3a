from django.urls import path

from semailles.web.pages.measure import views

urlpatterns = [
    path("mesurer/", views.not_yet, name="measure"),
]
