from django.urls import path

from semailles.web.pages.holders import correcting, helping, letter, views

HOLDER = "porter/<int:number>/portage/<uuid:public_id>/"

urlpatterns = [
    path("porter/<int:number>/portage/", views.list_holders, name="project-holders"),
    path("porter/<int:number>/portage/ajouter/", views.commit, name="holder-add"),
    path("porter/<int:number>/portage/besoins/ajouter/", helping.need, name="holder-need"),
    path("porter/<int:number>/portage/offres/ajouter/", helping.offer, name="holder-offer"),
    path("porter/<int:number>/portage/besoins/<uuid:public_id>/", correcting.describe_need, name="holder-need-one"),
    path("porter/<int:number>/portage/offres/<uuid:public_id>/", correcting.describe_offer, name="holder-offer-one"),
    path("porter/<int:number>/portage/<slug:kind>/<uuid:public_id>/ecarter/", correcting.set_aside, name="holder-help-aside"),
    path("porter/<int:number>/portage/<slug:kind>/<uuid:public_id>/remettre/", correcting.put_back, name="holder-help-back"),
    path("porter/<int:number>/portage/besoins/<uuid:public_id>/repondre/", helping.answer, name="holder-answer"),
    path(HOLDER, views.show_holder, name="holder"),
    path(f"{HOLDER}monter/", views.climb, name="holder-climb"),
    path(f"{HOLDER}retirer/", views.withdraw, name="holder-withdraw"),
    path(f"{HOLDER}suivre/", views.watch, name="holder-watch"),
    path(f"{HOLDER}trancher/", views.settle, name="holder-settle"),
    path(f"{HOLDER}lettre.<slug:form>", letter.letter, name="holder-letter"),
    path(f"{HOLDER}pieces/<uuid:step>/", views.proof, name="holder-proof"),
]
