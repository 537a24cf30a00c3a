from django.urls import path

from semailles.web.pages.questions import views

urlpatterns = [
    path("questions/<slug:kind>/<uuid:thing>/", views.ask, name="questions"),
    path("questions/<uuid:public_id>/repondre/", views.answer, name="question-answer"),
    path("questions/<uuid:public_id>/clore/", views.settle, name="question-close"),
    path("questions/<uuid:public_id>/rouvrir/", views.reopen, name="question-reopen"),
]
