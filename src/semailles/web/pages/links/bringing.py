"""Bringing ideas or files without an account, because somebody asked for them."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.core.links import WrongLink, new_token
from semailles.core.models import PersonalLink
from semailles.intake.actions.bringing import bring_files
from semailles.intake.actions.contributing import ContributionEntry, contribute_by_link
from semailles.intake.actions.depositing import GivenFile
from semailles.intake.models import Contribution, Deposit
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.letters import letter
from semailles.web.layout.request import Request
from semailles.web.pages.links.forms import BringForm, BroughtIdeaForm
from semailles.workshop.actions.linking import note_use
from semailles.workshop.linked import last_day
from semailles.workshop.models import Team


def deposit(request: Request, link: PersonalLink, token: str) -> HttpResponse:
    team = Team.objects.of(request.initiative).select_related("initiative").filter(public_id=link.subject_id).first()
    if team is None or link.person is None:
        raise WrongLink
    person = link.person
    form = BringForm(request.POST or None, request.FILES or None, initial={"key": uuid4()})

    def write() -> Deposit:
        files = [GivenFile(one.name or "", one) for one in form.cleaned_data["given"]]
        brought = bring_files(team, files, link, key=form.cleaned_data["key"], by=person)
        ask_to_gather(request.initiative, by=link.given_by)
        note_use(link, team, by=person)
        return brought

    if form.takes(write):
        count = len(form.cleaned_data["given"])
        messages.success(
            request, ngettext("%(n)d file was received, thank you.", "%(n)d files were received, thank you.", count) % {"n": count}
        )
        return redirect("link", token)
    return _shown(request, "links/deposit.html", form, {"link": link, "team": team, "until": last_day(link)})


def contribute(request: Request, link: PersonalLink, _token: str) -> HttpResponse:
    """Each idea has its own page, where its author sees what becomes of it."""
    if link.person is None:
        raise WrongLink
    person = link.person
    form = BroughtIdeaForm(request.POST or None, initial={"stamp": new_token()})

    def write() -> Contribution:
        typed = form.cleaned_data
        entry = ContributionEntry(typed["title"], typed["text"], typed["place"], person.name)
        given = contribute_by_link(request.initiative, entry, token=typed["stamp"], by=person)
        note_use(link, given, by=person)
        return given

    if form.takes(write):
        messages.success(request, _("Your idea was received, thank you. This page says what becomes of it: keep its address."))
        return redirect("follow", form.cleaned_data["stamp"])
    if form.is_bound:
        form.stamp_again()
    return _shown(request, "links/contribute.html", form, {"link": link, "until": last_day(link)})


def _shown(request: Request, template: str, form: PlainForm, told: dict[str, object]) -> HttpResponse:
    return letter(request, template, {**told, "form": form}, status=FAULTY if form.is_bound else 200)
