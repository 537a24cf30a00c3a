from django.urls import path

from semailles.web.pages.matrix import views

urlpatterns = [
    path("converger/matrice/", views.show_matrix, name="matrix"),
]
