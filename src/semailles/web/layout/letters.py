"""Pages for those who work in no initiative: nothing of the workspace stands around what they read."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read


def letter(request: Request, template: str, around: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Kept by nobody on the way, since it may hold what one person only is given."""
    place = getattr(request, "initiative", None)  # none under an address that no initiative has
    own = {"mode": "letter", "initiative": None, "place": place, "works_there": place is not None and may_read(request.person, place)}
    response = render(request, template, own | around, status=status)
    response["Cache-Control"] = "no-store"
    return response
