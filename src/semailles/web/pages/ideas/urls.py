from django.urls import path

from semailles.web.pages.ideas import views

urlpatterns = [
    path("recueillir/idees/", views.list_ideas, name="ideas"),
    path("recueillir/idees/<uuid:public_id>/", views.show_idea, name="idea"),
    path("recueillir/idees/<uuid:public_id>/decider/", views.decide, name="idea-decide"),
]
