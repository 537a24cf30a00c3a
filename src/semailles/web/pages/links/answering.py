"""Signing a commitment or declining it, on a phone, without an account."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from semailles.core import files
from semailles.core.enums import LinkPurpose
from semailles.core.links import WrongLink
from semailles.core.models import PersonalLink
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.letters import letter
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.links.asked import Asked, asked_by, step_of, still_reads
from semailles.web.pages.links.forms import DeclineForm, SignatureForm
from semailles.workshop.actions.answering import Answer
from semailles.workshop.engaging import Step
from semailles.workshop.enums import Level
from semailles.workshop.linked import last_day


def answer(request: Request, link: PersonalLink, token: str) -> HttpResponse:
    """The words, and what signs them; once answered, what was."""
    asked = asked_by(link, request.initiative)
    if link.is_spent:
        return _answered(request, link, asked, token)
    form = SignatureForm(request.POST or None)

    def write(answered: Answer, on: date) -> Step:
        return asked.sign(asked.commitment, answered, on=on, by=link.person)

    if _taken(request, link, form, write):
        return redirect("link", token)
    if form.is_bound and request.POST.get("seen") != asked.pledge.digest:
        form.read_again()
    return _letter(request, "links/answer.html", form, {"link": link, "asked": asked, "token": token})


def decline(request: Request, link: PersonalLink, token: str) -> HttpResponse:
    if link.purpose != LinkPurpose.ANSWER:
        raise WrongLink
    asked = asked_by(link, request.initiative)
    if link.is_spent:
        return redirect("link", token)
    form = DeclineForm(request.POST or None)

    def write(answered: Answer, on: date) -> Step:
        return asked.decline(asked.commitment, answered, on=on, by=link.person)

    if _taken(request, link, form, write):
        return redirect("link", token)
    return _letter(request, "links/decline.html", form, {"link": link, "asked": asked, "token": token})


def attestation(request: Request, link: PersonalLink) -> HttpResponseBase:
    """What was signed, as it is kept: a text to keep too."""
    step = step_of(link, request.initiative)
    if not step.proof_sha256:
        raise WrongLink
    text = files.stored_path(step.proof_sha256).read_bytes()
    name = f"engagement-signe-{step.on.isoformat()}.txt"
    return HttpResponse(text, "text/plain; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _taken(request: Request, link: PersonalLink, form: PlainForm, write: Callable[[Answer, date], Step]) -> Step | None:
    def written() -> Step:
        typed = form.cleaned_data
        said = {name: typed[name] for name in ("name", "position", "reason") if name in typed}
        return write(Answer(link, seen=request.POST.get("seen", ""), **said), today(request.initiative))

    return form.takes(written)


def _letter(request: Request, template: str, form: PlainForm, told: dict[str, Any]) -> HttpResponse:
    told = {**told, "form": form, "until": last_day(told["link"])}
    return letter(request, template, told, status=FAULTY if form.is_bound else 200)


def _answered(request: Request, link: PersonalLink, asked: Asked, token: str) -> HttpResponse:
    step = step_of(link, request.initiative)
    told = {"link": link, "asked": asked, "token": token, "step": step, "is_signed": step.level == Level.WRITTEN}
    told["reads_sheet"] = asked.project is not None and still_reads(link)
    return letter(request, "links/answered.html", told)
