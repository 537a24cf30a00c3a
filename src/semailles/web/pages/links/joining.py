"""Accepting an invitation: whoever has no account makes one, whoever has one signs in first."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from semailles.core.links import WrongLink
from semailles.core.models import Person, PersonalLink
from semailles.projects.actions.joining import join
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.letters import letter
from semailles.web.layout.mounting import root_address
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.links.forms import AccountForm
from semailles.workshop.actions.inviting import open_account
from semailles.workshop.enums import Role
from semailles.workshop.errors import NotTheirInvitation

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def welcome(request: Request, link: PersonalLink, token: str) -> HttpResponse:
    if not settings.INSTANCE:  # alone on one's machine, nobody is invited
        raise WrongLink
    sign_in = f"{root_address('account_login')}?{urlencode({'next': reverse('link', args=[token])})}"
    return _newcomer(request, link, sign_in) if request.person.is_visitor else _member(request, link)


def _member(request: Request, link: PersonalLink) -> HttpResponse:
    if (request.person.email or "").casefold() != link.sent_to.casefold():
        raise NotTheirInvitation(
            _("This invitation is for another address than that of your account: ask for one at the address you sign in with.")
        )
    form = PlainForm(request.POST or None)
    if form.takes(lambda: join(link, on=today(request.initiative), by=request.person)):
        return redirect("dashboard")
    return _shown(request, link, form, {})


def _newcomer(request: Request, link: PersonalLink, sign_in: str) -> HttpResponse:
    form = AccountForm(request.POST or None, initial={"name": link.detail["name"]})

    def write() -> Person:
        person = open_account(link, form.cleaned_data["name"], form.cleaned_data["password"], by=request.person)
        join(link, on=today(request.initiative), by=person)
        return person

    if person := form.takes(write):
        login(request, person, backend=BACKEND)
        return redirect("dashboard")
    return _shown(request, link, form, {"sign_in": sign_in})


def _shown(request: Request, link: PersonalLink, form: PlainForm, around: dict[str, str]) -> HttpResponse:
    told = {**around, "link": link, "form": form, "role": Role(link.detail["role"]).label}
    return letter(request, "links/join.html", told, status=FAULTY if form.is_bound else 200)
