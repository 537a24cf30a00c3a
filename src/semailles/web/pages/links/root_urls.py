from django.urls import path

from semailles.web.pages.links.root import find_link

urlpatterns = [path("l/<str:token>/", find_link, name="short-link")]
