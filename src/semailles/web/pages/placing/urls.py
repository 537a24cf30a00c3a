from django.urls import path

from semailles.web.pages.placing import views

urlpatterns = [
    path("converger/a-placer/", views.list_doubtful, name="to-place"),
    path("converger/a-placer/<uuid:public_id>/", views.place, name="idea-place"),
]
