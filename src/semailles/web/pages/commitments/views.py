"""Who is committed to the process, how far, and what shows it."""

import uuid
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.web.layout.access import asks
from semailles.web.layout.attached import attached
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.commitments.forms import CommitmentForm, StepForm, WithdrawForm
from semailles.web.pages.commitments.written import noted, written
from semailles.workshop import actions
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.models import CommitmentStep, ProcessCommitment
from semailles.workshop.queries import commitment_ladders
from semailles.workshop.rules import may_coordinate, may_read, may_read_workspace
from semailles.workshop.today import require_come


@asks(may_read)
@require_safe
def list_commitments(request: Request) -> HttpResponse:
    ladders = commitment_ladders(request.initiative, on=today(request.initiative))
    return render(request, "commitments/page.html", {"ladders": ladders, "noted": noted(ladders)})


@asks(may_read)
@require_safe
def show_commitment(request: Request, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, public_id)
    ladders = commitment_ladders(request.initiative, on=today(request.initiative))
    ladder = next((one for one in ladders if one.commitment == commitment), None)
    if ladder is None:
        raise Http404
    return render(request, "commitments/one.html", {"ladder": ladder, "commitment": commitment})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def open_commitment(request: Request) -> HttpResponse:
    form = CommitmentForm(request.POST or None, initial={"key": uuid.uuid4()})

    def write() -> ProcessCommitment:
        typed = form.cleaned_data
        actor = actions.name_actor(request.initiative, typed["actor"], by=request.person)
        entry = CommitmentEntry(actor, typed["role"], typed["scope"])
        return actions.open_commitment(request.initiative, entry, key=typed["key"], by=request.person)

    return _answered(request, form, write, {"title": _("A commitment to the process"), "said": _("Written. Now say how far it goes.")})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def climb(request: Request, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, public_id)
    form = StepForm(request.POST or None, request.FILES or None, initial={"on": today(request.initiative), "level": commitment.level})

    def write() -> ProcessCommitment:
        require_come(request.initiative, form.cleaned_data["on"])
        actions.climb(commitment, form.rung, proof=form.kept_proof(), on=form.cleaned_data["on"], by=request.person)
        return commitment

    return _answered(request, form, write, {"title": _("A dated step"), "thing": commitment.actor, "said": _("The step is written.")})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, public_id)
    form = WithdrawForm(request.POST or None, initial={"on": today(request.initiative)})

    def write() -> ProcessCommitment:
        require_come(request.initiative, form.cleaned_data["on"])
        actions.withdraw_commitment(commitment, form.cleaned_data["reason"], on=form.cleaned_data["on"], by=request.person)
        return commitment

    around = {"title": _("The actor withdraws"), "thing": commitment.actor, "said": _("Written. Every step before stays readable.")}
    return _answered(request, form, write, {**around, "stops": True})


@asks(may_read_workspace)
@require_safe
def proof(request: Request, public_id: UUID, step: UUID) -> HttpResponse | FileResponse:
    """The attached document, as it was given: never shown in the page, never by its address alone."""
    steps = CommitmentStep.objects.of(request.initiative).filter(commitment__public_id=public_id)
    shown = get_object_or_404(steps.exclude(proof_sha256=""), public_id=step)
    return attached(shown)


def _commitment(request: Request, public_id: UUID) -> ProcessCommitment:
    commitment: ProcessCommitment = get_object_or_404(
        ProcessCommitment.objects.of(request.initiative).select_related("actor"), public_id=public_id
    )
    return commitment


def _answered(request: Request, form: PlainForm, write: Callable[[], ProcessCommitment], around: dict[str, Any]) -> HttpResponse:
    about = {**around, "above": _("Commitments to the process"), "back": reverse("commitments")}
    return written(request, form, lambda: reverse("commitment", args=[write().public_id]), about)
