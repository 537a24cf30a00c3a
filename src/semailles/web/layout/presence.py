"""Who asks, of which initiative, in which time zone, and whether the page may answer. In local mode: the one person, the one initiative."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from semailles.core.models import Person
from semailles.workshop.models import Initiative


class PresenceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object) -> None:
        rule = getattr(view, "rule", None)
        person, initiative = Person.objects.filter(is_local=True).first(), Initiative.objects.first()
        if person is None or initiative is None:
            raise Http404
        request.person, request.initiative = person, initiative  # type: ignore[attr-defined]  # layout.request.Request says so to views
        if rule is None or not rule(person, initiative):
            raise PermissionDenied
        timezone.activate(ZoneInfo(initiative.time_zone))
