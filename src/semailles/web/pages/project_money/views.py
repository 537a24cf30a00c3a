"""The money of one project: three readings, every line with how sure it is, what each withdrawal breaks; and its lines, written."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.projects import actions
from semailles.projects.balances import efforts, project_budget
from semailles.projects.ceilings import exceeded
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.projects.shaping import shaping_of
from semailles.projects.sharing import sharing
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.budget.drawing import drawn
from semailles.web.pages.entries.forms import EntryForm, GestureForm, ReasonForm
from semailles.web.pages.entries.kinds import Kind
from semailles.web.pages.project_money.kinds import FUNDINGS, GESTURES, KINDS
from semailles.workshop import budget_words as words
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_money(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number)
    budget = project_budget(project, on=today(request.initiative))
    told = {
        "project": project,
        "budget": budget,
        "base": reverse("project-money", args=[number]),
        "gap": words.gap_words(budget.balance, _("Nobody has said yet what this project costs.")),
        "hopes": words.hope_words(budget.balance),
        "efforts": efforts(budget),
        "sharing": sharing(project, on=today(request.initiative)),
        "shaping": shaping_of(project, on=today(request.initiative)),
        "may_write": project.is_standing and may_write_project(request.person, project),
        "exceeded": exceeded(project, [row.line for row in budget.fundings], on=today(request.initiative)),
        **drawn(budget.balance, _("Budget of the project")),
    }
    return render(request, "project_money/page.html", told)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, number: int, kind: str) -> HttpResponse:
    project, chosen = project_of(request, number), _kind(kind)
    form = EntryForm(chosen, request.initiative, typed=request.POST if request.method == "POST" else None)
    if funder := request.GET.get("financeur", "")[:300]:
        form.initial.update({"funder": funder, "actor": funder})

    @transaction.atomic
    def write() -> Any:
        return chosen.add(project, form.entry(by=request.person), key=form.cleaned_data["key"], by=request.person)

    if written := form.takes(write):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": written})
        return _back(number, chosen, written)
    return _shown(request, project, chosen, form, {"title": chosen.new, "hint": chosen.hint})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    project, chosen, row = _line(request, number, kind, public_id)
    form = EntryForm(chosen, request.initiative, row=row, typed=request.POST if request.method == "POST" else None)

    @transaction.atomic
    def write() -> Any:
        return chosen.describe(row, form.entry(by=request.person), revision=form.cleaned_data["revision"] or 0, by=request.person)

    if written := form.takes(write):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": written})
        return _back(number, chosen, written)
    gestures = GESTURES.values() if kind == FUNDINGS else ()
    return _shown(request, project, chosen, form, {"title": str(row), "row": row, "conflict": form.conflict, "gestures": gestures})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def gesture(request: Request, number: int, kind: str, public_id: UUID, gesture: str) -> HttpResponse:
    wanted = GESTURES.get(gesture)
    if wanted is None or wanted.kind != kind:
        raise Http404
    project, chosen, row = _line(request, number, kind, public_id)
    form = GestureForm(wanted, initial={"on": today(request.initiative), "status": row.status}, typed=request.POST or None)
    if form.takes(lambda: wanted.run(row, form.cleaned_data, request.person)):
        messages.success(request, str(wanted.done))
        return _back(number, chosen, row)
    return _shown(request, project, chosen, form, {"title": wanted.said, "thing": row, "verb": wanted.said, "stops": wanted.stops})


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    project, chosen, row = _line(request, number, kind, public_id)
    form = ReasonForm(request.POST or None)

    def write() -> Any:
        return actions.set_project_line_aside(row, form.cleaned_data["reason"], on=today(request.initiative), by=request.person)

    if form.takes(write):
        messages.success(request, _("« %(thing)s » is set aside, with its reason. It can be put back.") % {"thing": row})
        return _back(number, chosen, row)
    return _shown(request, project, chosen, form, {"title": _("Set aside"), "thing": row, "verb": _("Set aside"), "stops": True})


@asks(may_write_project, of=project_named)
@require_POST
def put_back(request: Request, number: int, kind: str, public_id: UUID) -> HttpResponse:
    _ignored, chosen, row = _line(request, number, kind, public_id)
    try:
        actions.put_project_line_back(row, by=request.person)
    except Refusal as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("« %(thing)s » is back.") % {"thing": row})
    return _back(number, chosen, row)


def _kind(slug: str) -> Kind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def _line(request: Request, number: int, kind: str, public_id: UUID) -> tuple[Project, Kind, Any]:
    project, chosen = project_of(request, number), _kind(kind)
    row = get_object_or_404(chosen.model.objects.of(request.initiative).filter(project=project), public_id=public_id)
    return project, chosen, row


def _shown(request: Request, project: Project, kind: Kind, form: Any, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    others = Actor.objects.of(request.initiative).standing().exclude(kind="person")
    known = others.values_list("name", flat=True) if "actor" in form.fields else ()
    base = reverse("project-money", args=[project.number])
    told = {"project": project, "kind": kind, "form": form, "known_actors": known, "back": base, "base": base, **around}
    return render(request, "project_money/line.html", told, status=status)


def _back(number: int, kind: Kind, row: Any) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('project-money', args=[number])}#{kind.slug}-{row.public_id}")
