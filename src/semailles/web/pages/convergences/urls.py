from django.urls import path

from semailles.web.pages.convergences import correcting, views

urlpatterns = [
    path("converger/", views.list_convergences, name="convergences"),
    path("converger/<uuid:public_id>/", views.show_convergence, name="convergence"),
    path("converger/<uuid:public_id>/corriger/", correcting.correct, name="convergence-correct"),
    path("converger/<uuid:public_id>/nommer/", correcting.describe, name="convergence-describe"),
    path("converger/<uuid:public_id>/reunir/", correcting.merge, name="convergence-merge"),
    path("converger/<uuid:public_id>/valider/", correcting.settle, name="convergence-settle"),
    path("converger/themes/<uuid:public_id>/", views.show_theme, name="theme"),
]
