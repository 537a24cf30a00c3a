"""Who asks, of which initiative, in which time zone, and whether the page may answer.

In local mode: the one person, the one initiative. In an instance: whoever signed in, or a visitor; the initiative that the address names.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.intake.rules import may_visit
from semailles.web.layout.access import everybody, opens
from semailles.web.layout.answers import CONFLICT
from semailles.web.layout.drafts import keep_typed
from semailles.web.layout.mounting import root_address
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read

READING = ("GET", "HEAD", "OPTIONS")
ACCOUNTS = "allauth."  # the library's own pages ask for themselves whether one is signed in


class PresenceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: Mapping[str, Any]) -> HttpResponse | None:
        if not settings.INSTANCE:
            _welcome(request, view, kwargs)
            return None
        if not hasattr(request, "slug"):
            return _at_the_root(request, view)
        return _mounted(request, view, kwargs)


def stand_where_one_may(request: HttpRequest) -> None:
    """For a page that answers before any rule was asked, an address that leads nowhere: whoever may read the initiative stays in it."""
    person: Person | None
    if settings.INSTANCE:
        person, initiative = _whoever(request), _initiative(request)
    else:
        person, initiative = _local()
    if person and initiative and may_read(person, initiative):
        _recognise(request, person, initiative)


def sign_in(request: HttpRequest) -> HttpResponse:
    """Come back here afterwards; to the page, when a part of it was asked for."""
    is_part = bool(request.headers.get("HX-Request"))
    back = _page_of_the_part(request) if is_part else request.get_full_path()
    address = f"{root_address('account_login')}?{urlencode({'next': back})}"
    if not is_part:
        return HttpResponseRedirect(address)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = address
    return response


def _page_of_the_part(request: HttpRequest) -> str:
    """Where the reader stands, as their browser says; of this site, or the instance's first page."""
    said = urlsplit(request.headers.get("HX-Current-URL", ""))
    if said.netloc != request.get_host() or not said.path.startswith("/"):
        return root_address("initiatives")
    return f"{said.path}?{said.query}" if said.query else said.path


def _welcome(request: HttpRequest, view: Callable[..., Any], named: Mapping[str, Any]) -> None:
    person, initiative = _local()
    if person is None or initiative is None:
        raise Http404
    if not opens(view, person, initiative, named):
        raise PermissionDenied
    _recognise(request, person, initiative)


def _mounted(request: HttpRequest, view: Callable[..., Any], named: Mapping[str, Any]) -> HttpResponse | None:
    """A visitor signs in, whether the initiative is there or not; who has no role in it does not learn that it is."""
    person, initiative = _whoever(request), _initiative(request)
    if initiative is not None and opens(view, person, initiative, named):
        _recognise(request, person, initiative)
        return _closed(request, initiative)
    if initiative is None and getattr(view, "rule", None) is everybody:
        request.person = person  # type: ignore[attr-defined]  # as below; such a page answers alike where there is no initiative
        return None
    if _is_front(request) and initiative is not None and may_visit(person, initiative):
        return HttpResponseRedirect(reverse("front"))
    if person.is_visitor:
        return sign_in(request)
    if initiative is None or not may_read(person, initiative):
        raise Http404
    raise PermissionDenied


def _closed(request: HttpRequest, initiative: Initiative) -> HttpResponse | None:
    """What was typed is kept for its writer, as at any refusal."""
    if initiative.closed_at is None or request.method in READING:
        return None
    sentence = _(
        "« %(initiative)s » is closed: it is read, and nothing in it changes. Whoever administers this instance can open it again."
    )
    told = {"sentence": sentence % {"initiative": initiative}, "status": CONFLICT, "kept": keep_typed(request)}
    return render(request, "errors/refusal.html", told, status=CONFLICT)


def _is_front(request: HttpRequest) -> bool:
    """Asked for the initiative, and for no page of it."""
    return request.path_info == "/"


def _at_the_root(request: HttpRequest, view: Callable[..., Any]) -> HttpResponse | None:
    if view.__module__.startswith(ACCOUNTS):
        return None
    person, rule = _whoever(request), getattr(view, "root_rule", None)
    if rule is not None and rule(person):
        request.person = person  # type: ignore[attr-defined]  # layout.request.Request says so to views
        return None
    if person.is_visitor:
        return sign_in(request)
    raise PermissionDenied


def _initiative(request: HttpRequest) -> Initiative | None:
    return Initiative.objects.filter(slug=getattr(request, "slug", None)).first()


def _local() -> tuple[Person | None, Initiative | None]:
    return Person.objects.filter(is_local=True).first(), Initiative.objects.first()


def _whoever(request: HttpRequest) -> Person:
    user = getattr(request, "user", None)  # nobody yet, when a request was refused before anybody asked who sends it
    return user if isinstance(user, Person) and user.is_authenticated else Person(name=_("a visitor"))


def _recognise(request: HttpRequest, person: Person, initiative: Initiative) -> None:
    request.person, request.initiative = person, initiative  # type: ignore[attr-defined]  # layout.request.Request says so to views
    timezone.activate(ZoneInfo(initiative.time_zone))
