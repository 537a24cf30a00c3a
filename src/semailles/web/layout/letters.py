"""Pages for those who work in no initiative: nothing of the workspace stands around what they read."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from semailles.core.quotas import HOUR, spend
from semailles.web.layout.request import Request
from semailles.web.layout.sender import sender_of
from semailles.workshop.rules import may_read

GUESSES = 30  # links that are none, from one place, in an hour


def letter(request: Request, template: str, around: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Kept by nobody on the way, since it may hold what one person only is given."""
    place = getattr(request, "initiative", None)  # none under an address that no initiative has
    own = {"mode": "letter", "initiative": None, "place": place, "works_there": place is not None and may_read(request.person, place)}
    response = render(request, template, own | around, status=status)
    response["Cache-Control"] = "no-store"
    return response


def private(response: HttpResponseBase) -> HttpResponseBase:
    """Its address is a key: no other site learns it, no cache keeps what it opens, no engine lists it. To our own forms it is told: without it a browser
    sends them as from nowhere, and they are refused."""
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def count_guess(request: HttpRequest) -> None:
    """Somebody tried an address that is no link: beyond so many from one place, they are told when to come back."""
    spend("wrong link", sender_of(request), limit=GUESSES, within=HOUR)
