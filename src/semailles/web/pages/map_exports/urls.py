from django.urls import path

from semailles.web.pages.map_exports import views

urlpatterns = [
    path("converger/papier/", views.show, name="paper"),
    path("converger/papier/cartes.pdf", views.send_cards, name="cards"),
    path("converger/papier/carte.xlsx", views.send_workbook, name="map-workbook"),
    path("converger/papier/<slug:name>.csv", views.send_table, name="map-table"),
]
