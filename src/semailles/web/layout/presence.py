"""Who asks, of which initiative, in which time zone, and whether the page may answer. In local mode: the one person, the one initiative."""

from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from semailles.core.models import Person
from semailles.web.layout.access import opens
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read


class PresenceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: Mapping[str, Any]) -> None:
        person, initiative = _local()
        if person is None or initiative is None:
            raise Http404
        if not opens(view, person, initiative, kwargs):
            raise PermissionDenied
        _recognise(request, person, initiative)


def stand_where_one_may(request: HttpRequest) -> None:
    """For a page that answers before any rule was asked, an address that leads nowhere: whoever may read the initiative stays in it."""
    person, initiative = _local()
    if person and initiative and may_read(person, initiative):
        _recognise(request, person, initiative)


def _local() -> tuple[Person | None, Initiative | None]:
    return Person.objects.filter(is_local=True).first(), Initiative.objects.first()


def _recognise(request: HttpRequest, person: Person, initiative: Initiative) -> None:
    request.person, request.initiative = person, initiative  # type: ignore[attr-defined]  # layout.request.Request says so to views
    timezone.activate(ZoneInfo(initiative.time_zone))
