"""Where each thing that a project lacks is written."""

from django.urls import NoReverseMatch, reverse

from semailles.projects.enums import Section
from semailles.projects.maturity import Condition, Where
from semailles.projects.models import Project

PAGES = {
    Where.CARD: ("project-identity", ""),
    Where.HOLDERS: ("project-holders", "#who"),
    Where.MONEY: ("project-money", "#money"),
    Where.CALENDAR: ("project-calendar", ""),
    Where.PLACE: ("project-place", "#place"),
    Where.ORIGIN: ("project-origin", "#origin"),
}


def address_of(project: Project, lacking: Condition) -> str:
    """The page and the field where it is filled; while that page does not exist, the sheet where it is read."""
    if lacking.where == Where.TEXT and lacking.field in Section.values:
        return reverse("section", args=[project.number, lacking.field])
    if lacking.where == Where.BODIES:
        return reverse("governance")
    sheet = reverse("project", args=[project.number])
    route, anchor = PAGES.get(lacking.where, ("project", ""))
    try:
        page = reverse(route, args=[project.number])
    except NoReverseMatch:
        return sheet + anchor
    return f"{page}#id_{lacking.field}" if lacking.field else page
