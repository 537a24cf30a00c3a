"""What stands around every page: the initiative, the path with where the work stands, the reader's choices."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from semailles.core.files import is_short_of_room
from semailles.core.models import Person
from semailles.web.layout.dress import has_sheet, logo_in, own_folder
from semailles.web.layout.explained import explained_in
from semailles.web.layout.mounting import root_address
from semailles.web.layout.path import steps
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate, may_read, may_read_workspace, may_shape, may_take_part

THEMES = ("day", "night")


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do in the initiative as a whole, for templates: `{% if may.shape %}`."""

    person: Person
    initiative: Initiative

    @property
    def coordinate(self) -> bool:
        return may_coordinate(self.person, self.initiative)

    @property
    def shape(self) -> bool:
        return may_shape(self.person, self.initiative)

    @property
    def read_workspace(self) -> bool:
        return may_read_workspace(self.person, self.initiative)

    @property
    def take_part(self) -> bool:
        return may_take_part(self.person, self.initiative)


def around(request: HttpRequest) -> dict[str, Any]:
    initiative = _worked_in(request)
    theme = request.COOKIES.get("theme", "")
    return {
        "initiative": initiative,
        "home": reverse("dashboard") if initiative or not settings.INSTANCE else root_address("initiatives"),
        "own": _own(initiative),
        "account": _account(request) if settings.INSTANCE else None,
        "who": _who(request),
        "may": May(request.person, initiative) if initiative else None,  # type: ignore[attr-defined]  # set with the initiative
        "path": steps(initiative, request.path) if initiative else (),
        "explained": explained_in(request) if initiative else "",
        "theme": theme if theme in THEMES else "",
        "lang": get_language() or settings.LANGUAGE_CODE,
        "is_only_read": is_short_of_room(),
    }


def _worked_in(request: HttpRequest) -> Initiative | None:
    """Nothing of it stands around a page, not even around a refusal, for whoever has no role there."""
    place = getattr(request, "initiative", None)
    return place if place is not None and may_read(request.person, place) else None  # type: ignore[attr-defined]  # set with the initiative


def _account(request: HttpRequest) -> dict[str, Any]:
    """Where the instance's own pages stand, for who signed in and for visitors."""
    is_known = hasattr(request, "user") and request.user.is_authenticated
    doors = (
        {"initiatives": "initiatives", "mine": "account", "out": "account_logout", "keep": "draft-keep"}
        if is_known
        else {"in": "account_login"}
    )
    if is_known and isinstance(request.user, Person) and request.user.is_administrator:
        doors["administers"] = "administration"
    return {"name": str(request.user) if is_known else "", **{name: root_address(route) for name, route in doors.items()}}


def _own(initiative: Initiative | None) -> dict[str, Any]:
    """The dress of the screens, the host's and over it the initiative's; the reader's choices."""
    host, folder = Path(settings.WORKSPACE), own_folder(initiative)
    themes = [*([_of_the_host("theme-file")] if has_sheet(host) else []), *([reverse("theme-file")] if has_sheet(folder) else [])]
    logo = reverse("logo-file") if logo_in(folder) else _of_the_host("logo-file") if logo_in(host) else ""
    guide = reverse("guide") if initiative else _of_the_host("guide")
    return {"themes": themes, "logo": logo, "choices": _of_the_host("preferences"), "guide": guide}


def _of_the_host(route: str) -> str:
    return root_address(route) if settings.INSTANCE else reverse(route)


def _who(request: HttpRequest) -> str:
    """Whose words a browser keeps apart from another's; nobody's for a visitor, whose page is the same each time."""
    person = getattr(request, "person", None)
    return "" if person is None or person.is_visitor else str(person.public_id)
