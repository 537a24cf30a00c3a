"""Who carries a project, how far, and what shows it."""

import uuid
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.projects import actions
from semailles.projects.candidates import trio, who_could_carry
from semailles.projects.helping import cliffs
from semailles.projects.holders import Held, holders
from semailles.projects.models import Project, ProjectCommitment, ProjectStep
from semailles.projects.rules import may_write_project
from semailles.projects.withdrawals import broken_by
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.attached import attached
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.commitments.forms import SignedForm, StepForm, WithdrawForm
from semailles.web.pages.commitments.written import noted, written
from semailles.web.pages.holders.forms import HolderForm, SettleForm, WatchForm
from semailles.workshop.actions import name_actor
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import Level, ProofKind
from semailles.workshop.rules import may_read, may_shape
from semailles.workshop.today import require_come

WRITES = ["GET", "HEAD", "POST"]


@asks(may_read)
@require_safe
def list_holders(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "merged_into", "family__theme")
    held = holders(project)
    candidates, day = who_could_carry(project, held), today(request.initiative)
    told = {"project": project, "held": held, "noted": noted([one.ladder for one in held]), "on": day}
    beside = {"candidates": candidates, "trio": trio(held, candidates), "cliffs": cliffs(project, on=day)}
    return render(request, "holders/page.html", {**told, **beside})


@asks(may_read)
@require_safe
def show_holder(request: Request, number: int, public_id: UUID) -> HttpResponse:
    held = _held(request, number, public_id)
    commitment, ladder = held.ladder.commitment, held.ladder
    breaks = broken_by(commitment) if ladder.is_withdrawn else ()
    told = {"project": commitment.project, "held": held, "ladder": ladder, "commitment": commitment, "breaks": breaks}
    return render(request, "holders/one.html", {**told, "on": today(request.initiative)})


@asks(may_write_project, of=project_named)
@require_http_methods(WRITES)
def commit(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "merged_into", "family__theme")
    asked = {"actor": request.GET.get("acteur", "")[:300], "role": request.GET.get("role", "porte")}
    form = HolderForm(request.POST or None, initial={"key": uuid.uuid4(), **asked})

    def write() -> ProjectCommitment:
        typed = form.cleaned_data
        entry = CommitmentEntry(name_actor(request.initiative, typed["actor"], by=request.person), typed["role"], typed["scope"])
        return actions.commit_to(project, entry, key=typed["key"], by=request.person)

    around = {"title": _("A commitment to the project"), "said": _("Written. Now say how far it goes.")}
    return _answered(request, project, form, write, around)


@asks(may_write_project, of=project_named)
@require_http_methods(WRITES)
def climb(request: Request, number: int, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, number, public_id)
    is_copy = "signee" in request.GET
    signed = {"level": Level.WRITTEN, "proof_kind": ProofKind.LETTER} if is_copy else {"level": commitment.level}
    asked = SignedForm if is_copy else StepForm
    form = asked(request.POST or None, request.FILES or None, initial={"on": today(request.initiative), **signed})

    def write() -> ProjectCommitment:
        require_come(request.initiative, form.cleaned_data["on"])
        actions.climb_holder(commitment, form.rung, proof=form.kept_proof(), on=form.cleaned_data["on"], by=request.person)
        return commitment

    around = {
        "title": _("File the signed copy") if is_copy else _("A dated step"),
        "thing": commitment.actor,
        "said": _("The step is written."),
    }
    return _answered(request, commitment.project, form, write, around)


@asks(may_write_project, of=project_named)
@require_http_methods(WRITES)
def withdraw(request: Request, number: int, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, number, public_id)
    form = WithdrawForm(request.POST or None, initial={"on": today(request.initiative)})

    def write() -> ProjectCommitment:
        require_come(request.initiative, form.cleaned_data["on"])
        actions.withdraw_holder(commitment, form.cleaned_data["reason"], on=form.cleaned_data["on"], by=request.person)
        return commitment

    around = {"title": _("The actor withdraws"), "thing": commitment.actor, "said": _("Written. Every step before stays readable.")}
    return _answered(request, commitment.project, form, write, {**around, "stops": True, "breaks": broken_by(commitment)})


@asks(may_write_project, of=project_named)
@require_http_methods(WRITES)
def watch(request: Request, number: int, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, number, public_id)
    kept = {name: getattr(commitment, name) for name in ("scope", "remind_on", "revision")}
    form = WatchForm(request.POST or None, initial=kept)

    def write() -> ProjectCommitment:
        typed = form.cleaned_data
        entry = actions.Watch(typed["scope"], typed["remind_on"])
        return actions.watch_holder(commitment, entry, revision=typed["revision"] or 0, by=request.person)

    around = {"title": _("What it covers, and when to ask for news"), "thing": commitment.actor, "said": _("Written.")}
    return _answered(request, commitment.project, form, write, around)


@asks(may_shape)
@require_http_methods(WRITES)
def settle(request: Request, number: int, public_id: UUID) -> HttpResponse:
    commitment = _commitment(request, number, public_id)
    form = SettleForm(request.POST or None)

    def write() -> ProjectCommitment:
        actions.settle_level(commitment, form.cleaned_data["reason"], by=request.person)
        return commitment

    title = _("« %(level)s » is the right level") % {"level": commitment.get_level_display()}
    return _answered(
        request, commitment.project, form, write, {"title": title, "thing": commitment.actor, "said": _("Settled, with its reason.")}
    )


@asks(may_write_project, of=project_named)
@require_safe
def proof(request: Request, number: int, public_id: UUID, step: UUID) -> FileResponse:
    steps = ProjectStep.objects.of(request.initiative).filter(commitment__public_id=public_id, commitment__project__number=number)
    return attached(get_object_or_404(steps.exclude(proof_sha256=""), public_id=step))


def _commitment(request: Request, number: int, public_id: UUID) -> ProjectCommitment:
    known = ProjectCommitment.objects.of(request.initiative).select_related("actor__merged_into", "project__initiative")
    commitment: ProjectCommitment = get_object_or_404(known, public_id=public_id, project=project_of(request, number))
    return commitment


def _held(request: Request, number: int, public_id: UUID) -> Held:
    commitment = _commitment(request, number, public_id)
    held = next((one for one in holders(commitment.project) if one.ladder.commitment == commitment), None)
    if held is None:
        raise Http404
    return held


def _answered(
    request: Request, project: Project, form: PlainForm, write: Callable[[], ProjectCommitment], around: dict[str, Any]
) -> HttpResponse:
    about = {**around, "above": str(project), "back": reverse("project-holders", args=[project.number])}
    return written(request, form, lambda: reverse("holder", args=[project.number, write().public_id]), about)
