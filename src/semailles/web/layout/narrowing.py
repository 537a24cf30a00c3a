"""The door: outside the facilitator's circle, rows are read for a wider circle and whatever leaves goes through the mask, page by page without exception."""

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from semailles.core.audience import Audience, read_as, read_by
from semailles.engines.exchange.icalendar import folded
from semailles.publication.narrowing import narrowing
from semailles.web.layout.masked import masked
from semailles.web.layout.passable import asked_once, without_dead_links
from semailles.workshop.rules import circle_of, may_coordinate, may_read

CALENDAR, _FOLD = "text/calendar", re.compile(r"\r\n[ \t]")  # lines are cut anywhere, names too
PLAIN = (CALENDAR, "text/plain", "text/csv", "application/json", "application/geo+json")
READING = ("GET", "HEAD")


class NarrowingMiddleware:
    """Stands within the one that says who asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with read_by(Audience.FACILITATOR):  # nobody's circle outlives what they asked
            response = self.get_response(request)
        if not isinstance(response, HttpResponse):
            return response
        narrows = circle_in(request) is not Audience.FACILITATOR
        return _passable(request, _narrowed(request, response) if narrows else response)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object) -> None:
        """What people do is worked out on everything; only what is read is read for their circle."""
        request.is_written = getattr(view, "rule", may_read) is not may_read  # type: ignore[attr-defined]  # read below, when the page comes back
        if request.method in READING:
            read_as(circle_in(request))


def circle_in(request: HttpRequest) -> Audience:
    """That of whoever asks. Where no initiative is concerned nothing of one is told, and nothing is to be narrowed."""
    person, initiative = getattr(request, "person", None), getattr(request, "initiative", None)
    if person is None or initiative is None:
        return Audience.FACILITATOR
    if not hasattr(request, "circle"):
        request.circle = circle_of(person, initiative)  # type: ignore[attr-defined]  # asked of the rules once
    circle: Audience = request.circle  # type: ignore[attr-defined]  # as above
    return circle


def _narrowed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    kind = response.get("Content-Type", "").partition(";")[0]
    mask = narrowing(request.initiative) if kind == "text/html" or kind in PLAIN else None  # type: ignore[attr-defined]  # known, or there is no circle
    if mask is None:
        return response
    told = response.content.decode(response.charset)
    if kind == "text/html":
        told = masked(told, mask, are_fields_kept=getattr(request, "is_written", False))
    elif kind == CALENDAR:
        told = "\r\n".join(folded(mask(line)) for line in _FOLD.sub("", told).split("\r\n"))
    else:
        told = mask(told)
    response.content = told.encode(response.charset)
    return response


def _passable(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Nobody is led to a page that refuses them. Whoever coordinates opens them all."""
    person, initiative = getattr(request, "person", None), getattr(request, "initiative", None)
    if person is None or initiative is None or not response.get("Content-Type", "").startswith("text/html"):
        return response
    if not may_coordinate(person, initiative):
        page = response.content.decode(response.charset)
        response.content = without_dead_links(page, asked_once(person, initiative)).encode(response.charset)
    return response
