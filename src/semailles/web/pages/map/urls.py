from django.urls import path

from semailles.web.pages.map import views

urlpatterns = [
    path("converger/carte/", views.show, name="map"),
    path("converger/carte/demander/", views.ask, name="map-ask"),
    path("converger/carte/changements/", views.decide, name="map-decide"),
    path("converger/carte/fermer/", views.close, name="map-close"),
]
