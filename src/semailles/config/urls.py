"""Addresses: each page brings its own."""

from django.urls import include, path

PAGES = (
    "dashboard",
    "documents",
    "sorting",
    "deposit",
    "ideas",
    "convergences",
    "matrix",
    "complements",
    "tensions",
    "map_exports",
    "placing",
    "corrections",
    "map",
    "vocabulary",
    "plenary",
    "wall",
    "portfolio",
    "groups",
    "day",
    "missions",
    "tasks",
    "project_work",
    "lineage",
    "projects",
    "project_calendar",
    "holders",
    "portfolio_calendar",
    "project_money",
    "project_place",
    "funders",
    "sections",
    "sheet_print",
    "project_sheet",
    "actors",
    "governance",
    "maturity",
    "measure",
    "publish",
    "sow",
    "frame",
    "commitments",
    "links",
    "people",
    "budget",
    "calendar",
    "entries",
    "journal",
    "seals",
    "register",
    "find",
    "preferences",
    "front",
    "contribute",
    "follow",
    "welcome",
    "contributions",
)

urlpatterns = [path("", include(f"semailles.web.pages.{page}.urls")) for page in PAGES]

handler400 = "semailles.web.pages.errors.views.bad_request"
handler403 = "semailles.web.pages.errors.views.forbidden"
handler404 = "semailles.web.pages.errors.views.not_found"
handler500 = "semailles.web.pages.errors.views.broken"
