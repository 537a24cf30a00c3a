"""Who is committed to the process, how far, and what shows it."""

import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from semailles.core import files
from semailles.core.errors import Refusal
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.commitments.forms import CommitmentForm, StepForm, WithdrawForm
from semailles.workshop import actions
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import Level
from semailles.workshop.errors import ProofMissing
from semailles.workshop.models import Actor, CommitmentStep, ProcessCommitment
from semailles.workshop.queries import Ladder, commitment_ladders
from semailles.workshop.rules import may_coordinate, may_read
from semailles.workshop.today import require_come

ENDINGS = {b"%PDF": ".pdf", b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}


@asks(may_read)
@require_safe
def list_commitments(request: Request) -> HttpResponse:
    ladders = commitment_ladders(request.initiative, on=today(request.initiative))
    rungs = [level for level in Level if level != Level.WITHDRAWN]
    climbed = [(one, _climbed(one, rungs)) for one in ladders]
    return render(request, "commitments/page.html", {"ladders": climbed, "rungs": rungs, "noted": _noted(ladders)})


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

    return _written(request, form, write, {"title": _("A commitment to the process"), "said": _("Written. Now say how far it goes.")})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def climb(request: Request, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, public_id)
    form = StepForm(request.POST or None, request.FILES or None, initial={"on": today(request.initiative), "level": commitment.level})

    def write() -> ProcessCommitment:
        require_come(request.initiative, form.cleaned_data["on"])
        attached = form.cleaned_data["file"]
        sha256 = files.keep(attached.read()) if attached else ""
        level, day = Level(form.cleaned_data["level"]), form.cleaned_data["on"]
        actions.climb(commitment, level, proof=form.proof(sha256=sha256), on=day, by=request.person)
        return commitment

    return _written(request, form, write, {"title": _("A dated step"), "thing": commitment.actor, "said": _("The step is written.")})


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
    return _written(request, form, write, {**around, "stops": True})


@asks(may_read)
@require_safe
def proof(request: Request, public_id: UUID, step: UUID) -> HttpResponse | FileResponse:
    """The attached document, as it was given: never shown in the page, never by its address alone."""
    steps = CommitmentStep.objects.of(request.initiative).filter(commitment__public_id=public_id)
    shown = get_object_or_404(steps.exclude(proof_sha256=""), public_id=step)
    path = files.stored_path(shown.proof_sha256)
    if not path.is_file():
        raise ProofMissing(_("The document that shows this step is no longer in the workspace: put the file back, or write a new step."))
    name = f"piece-{shown.on.isoformat()}{_ending(path)}"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _ending(path: Path) -> str:
    """What the file's first signs say it is, so that people can open it; nothing when they say nothing."""
    with path.open("rb") as file:
        head = file.read(8)
    return next((ending for signs, ending in ENDINGS.items() if head.startswith(signs)), "")


def _commitment(request: Request, public_id: UUID) -> ProcessCommitment:
    commitment: ProcessCommitment = get_object_or_404(
        ProcessCommitment.objects.of(request.initiative).select_related("actor"), public_id=public_id
    )
    return commitment


def _climbed(ladder: Ladder, rungs: Sequence[Level]) -> int:
    """Seeds full on the ladder of six."""
    if ladder.current is None or ladder.is_withdrawn:
        return 0
    return rungs.index(Level(ladder.current.level)) + 1


def _noted(ladders: Sequence[Ladder]) -> str:
    """« 2 engagements notés, dont 1 par écrit. »"""
    total, written = len(ladders), sum(one.is_written for one in ladders)
    said = {"total": total, "written": written}
    if not written:
        return (
            ngettext("%(total)d commitment noted, not in writing yet.", "%(total)d commitments noted, none in writing yet.", total) % said
        )
    return ngettext("%(total)d commitment noted, in writing.", "%(total)d commitments noted, %(written)d of them in writing.", total) % said


def _written(request: Request, form: PlainForm, write: Callable[[], ProcessCommitment], around: dict[str, Any]) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():
                commitment = write()
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, around["said"])
            return redirect("commitment", commitment.public_id)
    others = Actor.objects.of(request.initiative).standing().exclude(kind="person")
    known = others.values_list("name", flat=True) if "actor" in form.fields else ()
    status = FAULTY if form.is_bound else 200
    return render(request, "commitments/form.html", {"form": form, "known_actors": known, **around}, status=status)
