"""Addresses of an instance itself, beside those of its initiatives: accounts, what one takes part in, personal links."""

from django.urls import include, path

PAGES = ("initiatives", "links", "account", "administration", "preferences", "guide", "drafts", "todo", "health")

urlpatterns = [
    path("compte/", include("semailles.web.account_urls")),
    *(path("", include(f"semailles.web.pages.{page}.root_urls")) for page in PAGES),
]

handler400 = "semailles.web.pages.errors.views.bad_request"
handler403 = "semailles.web.pages.errors.views.forbidden"
handler404 = "semailles.web.pages.errors.views.not_found"
handler500 = "semailles.web.pages.errors.views.broken"
