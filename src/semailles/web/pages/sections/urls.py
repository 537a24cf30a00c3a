from django.urls import path

from semailles.web.pages.sections import views

urlpatterns = [
    path("porter/<int:number>/rubriques/<str:slot>/", views.write, name="section"),
    path("porter/<int:number>/rubriques/<str:slot>/versions/", views.versions, name="section-versions"),
    path("porter/<int:number>/rubriques/<str:slot>/versions/<int:rank>/reprendre/", views.restore, name="section-restore"),
    path("porter/<int:number>/rubriques/<str:slot>/reunir/<uuid:draft>/", views.bring_together, name="section-merge"),
    path("porter/<int:number>/rubriques/<str:slot>/reunir/<uuid:draft>/laisser/", views.leave_draft, name="section-draft-aside"),
]
