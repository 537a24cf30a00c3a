from django.urls import path

from semailles.web.pages.project_sheet import pictures, remarks, views

urlpatterns = [
    path("porter/<int:number>/identite/", views.identity, name="project-identity"),
    path("porter/<int:number>/fiche/<slug:kind>/ajouter/", views.add_line, name="sheet-line-add"),
    path("porter/<int:number>/fiche/<slug:kind>/<uuid:public_id>/", views.describe_line, name="sheet-line"),
    path("porter/<int:number>/fiche/<slug:kind>/<uuid:public_id>/ecarter/", views.set_aside, name="sheet-line-aside"),
    path("porter/<int:number>/fiche/<slug:kind>/<uuid:public_id>/remettre/", views.put_back, name="sheet-line-back"),
    path("porter/<int:number>/freins/<uuid:public_id>/lever/", views.lift, name="obstacle-lift"),
    path("porter/<int:number>/images/ajouter/", pictures.add, name="picture-add"),
    path("porter/<int:number>/images/<uuid:public_id>", pictures.send, name="picture"),
    path("porter/<int:number>/remarques/ajouter/", remarks.add, name="remark-add"),
    path("porter/<int:number>/remarques/<uuid:public_id>/repondre/", remarks.answer, name="remark-answer"),
    path("porter/<int:number>/remarques/<uuid:public_id>/clore/", remarks.close, name="remark-close"),
    path("porter/<int:number>/remarques/<uuid:public_id>/rouvrir/", remarks.reopen, name="remark-reopen"),
]
