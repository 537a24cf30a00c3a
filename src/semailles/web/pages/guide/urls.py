from django.urls import path

from semailles.web.pages.guide import views

urlpatterns = [
    path("aide/", views.contents, name="guide"),
    path("aide/<slug:name>/", views.show, name="guide-chapter"),
]
