from django.urls import path

from semailles.web.pages.publish import views

urlpatterns = [
    path("publier/", views.show_printed, name="publish"),
    path("publier/imprimer/", views.print_again, name="print-again"),
    path("publier/fichiers/<path:name>", views.send_output, name="output"),
]
