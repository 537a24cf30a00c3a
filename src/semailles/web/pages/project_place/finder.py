"""The communes that what somebody types may mean, and the one that was chosen among them."""

from dataclasses import dataclass

from semailles.projects.communes import Suggested, communes_like
from semailles.projects.models import Project
from semailles.projects.places import departements_of
from semailles.web.layout.request import Request

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Finder:
    asked: str = ""
    found: tuple[Suggested, ...] = ()
    chosen: Suggested | None = None


def find(request: Request, project: Project) -> Finder:
    """`?commune=` what is typed, `&code=` and `&nom=` the one that was chosen: Évry and Évry-Courcouronnes have the same code."""
    asked = request.GET.get("commune", "").strip()[:LONGEST]
    if not asked:
        return Finder()
    found = tuple(communes_like(asked, near=departements_of(project.initiative)))
    chosen = request.GET.get("code", ""), request.GET.get("nom", "")
    return Finder(asked, found, next((one for one in found if (one.insee, one.label) == chosen), None))
