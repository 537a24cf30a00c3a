from django.urls import path

from semailles.web.pages.sheet_print import views

urlpatterns = [
    path("porter/<int:number>/carte/", views.show_card, name="project-card"),
    path("porter/<int:number>/imprimer/<str:form>/", views.send_sheet, name="sheet-print"),
    path("porter/<int:number>/rubriques/<str:slot>/place/", views.show_room, name="section-room"),
]
