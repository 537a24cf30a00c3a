from django.urls import path

from semailles.web.pages.people import giving, views

urlpatterns = [
    path("personnes/", views.list_people, name="people"),
    path("personnes/inviter/", giving.ask_in, name="invite"),
    path("personnes/liens/donner/", giving.give, name="link-give"),
    path("personnes/liens/<uuid:public_id>/renouveler/", giving.renew, name="link-renew"),
    path("personnes/liens/<uuid:public_id>/retirer/", giving.withdraw, name="link-withdraw"),
    path("personnes/liens/<uuid:public_id>/reprendre/", giving.take_over, name="link-take-over"),
    path("personnes/liens/<uuid:public_id>/envoyer/", giving.send_link, name="link-send"),
    path("personnes/<uuid:public_id>/", views.show_member, name="member"),
    path("personnes/<uuid:public_id>/terminer/", views.end, name="member-end"),
]
