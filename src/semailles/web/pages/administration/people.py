"""The accounts of an instance: who has one, who was invited; sessions, closing, who administers."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.core import administering
from semailles.core.administering import may_administer
from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.web.layout.access import asks_at_root
from semailles.web.layout.proof import proved_again
from semailles.web.layout.request import Request
from semailles.web.pages.administration.lines import MOST, accounts, invitations
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

GESTURES: dict[str, Callable[..., object]] = {
    "sessions": administering.end_sessions,
    "close": administering.close_account,
    "open": administering.open_account_again,
    "name": administering.make_administrator,
    "unname": administering.unmake_administrator,
}
OF_ADMINISTRATION = frozenset({"name", "unname"})  # whoever finds a session open hands the instance over to nobody


@asks_at_root(may_administer)
@require_http_methods(["GET", "HEAD", "POST"])
def show_people(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:100]
    if request.method == "POST":
        return _asked_for(request, words)
    lines, count = accounts(words)
    named = dict(Initiative.objects.values_list("public_id", "name"))
    waiting = [(link, named.get(link.initiative_id, ""), Role(link.detail["role"]).label) for link in invitations()[:MOST]]
    told = {"lines": lines, "count": count, "words": words, "is_cut": count > len(lines), "waiting": waiting}
    return render(request, "administration/people.html", told)


def _asked_for(request: Request, words: str) -> HttpResponse:
    gesture = request.POST.get("gesture", "")
    if gesture not in GESTURES:
        raise Http404
    if gesture in OF_ADMINISTRATION:
        return proved_again(request, lambda request: _done(request, words), back=_address(words))
    return _done(request, words)


def _done(request: Request, words: str) -> HttpResponse:
    person, gesture = _asked(request), GESTURES[request.POST["gesture"]]
    try:
        gesture(person, by=request.person)
    except Refusal as refusal:
        messages.warning(request, refusal.sentence)
        return HttpResponseRedirect(_address(words))
    messages.success(request, _said(request.POST["gesture"]) % {"person": person})
    return HttpResponseRedirect(reverse("initiatives") if person.pk == request.person.pk else _address(words))


def _address(words: str) -> str:
    query = f"?{urlencode({'q': words})}" if words else ""
    return f"{reverse('administration-people')}{query}"


def _asked(request: Request) -> Person:
    try:
        found = Person.objects.exclude(email=None).filter(public_id=UUID(request.POST.get("person", ""))).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _said(gesture: str) -> str:
    return {
        "sessions": _("The sessions of %(person)s are ended: they sign in again."),
        "close": _("The account of %(person)s is closed: it opens no more."),
        "open": _("The account of %(person)s opens again."),
        "name": _("%(person)s administers this instance."),
        "unname": _("%(person)s no longer administers this instance."),
    }[gesture]
