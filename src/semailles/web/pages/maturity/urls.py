from django.urls import path

from semailles.web.pages.maturity import views

urlpatterns = [
    path("porter/<int:number>/maturite/", views.show_maturity, name="project-maturity"),
    path("porter/<int:number>/maturite/monter/", views.climb, name="project-climb"),
    path("porter/<int:number>/maturite/redescendre/", views.go_back, name="project-step-back"),
    path("porter/<int:number>/maturite/avancement/", views.set_status, name="project-status"),
]
