"""Adding, describing, setting aside and moving the things of the frame: one set of pages for all their kinds."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.core.errors import Refusal
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.returning import way_back
from semailles.web.layout.today import today
from semailles.web.pages.entries.forms import EntryForm, GestureForm, ReasonForm
from semailles.web.pages.entries.gestures import GESTURES, gestures_of
from semailles.web.pages.entries.kinds import KINDS, Kind
from semailles.workshop import actions
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_coordinate


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, kind: str) -> HttpResponse:
    chosen = _kind(kind)
    owner = _owner(request, chosen)
    form = EntryForm(chosen, request.initiative, typed=request.POST if request.method == "POST" else None)
    if funder := request.GET.get("financeur", "")[:300]:  # from the list of those who are committed to pay
        form.initial.update({"funder": funder, "actor": funder})
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():  # an actor named in the form goes with it, or not at all
                row = chosen.add(owner, form.entry(by=request.person), key=form.cleaned_data["key"], by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("« %(thing)s » is written.") % {"thing": row})
            return _back(request, chosen, row)
    return _shown(request, chosen, form, {"title": chosen.new, "hint": chosen.hint, "owner": owner if chosen.owner else None})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, kind: str, public_id: UUID) -> HttpResponse:
    chosen = _kind(kind)
    row = _row(request, chosen, public_id)
    form = EntryForm(chosen, request.initiative, row=row, typed=request.POST if request.method == "POST" else None)

    @transaction.atomic
    def write() -> Any:
        return chosen.describe(row, form.entry(by=request.person), revision=form.cleaned_data["revision"] or 0, by=request.person)

    if written := form.takes(write):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": written})
        return _back(request, chosen, written)
    return _shown(request, chosen, form, {"title": str(row), "row": row, "conflict": form.conflict, "gestures": gestures_of(kind)})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def gesture(request: Request, kind: str, public_id: UUID, gesture: str) -> HttpResponse:
    chosen = _kind(kind)
    wanted = GESTURES.get((kind, gesture))
    if wanted is None:
        raise Http404
    row = _row(request, chosen, public_id)
    form = GestureForm(wanted, initial={"on": today(request.initiative), "status": getattr(row, "status", "")}, typed=request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            wanted.run(row, form.cleaned_data, request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, str(wanted.done))
            return _back(request, chosen, row)
    return _shown(request, chosen, form, {"title": wanted.said, "thing": row, "verb": wanted.said, "stops": wanted.stops})


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: Request, kind: str, public_id: UUID) -> HttpResponse:
    chosen = _kind(kind)
    row = _row(request, chosen, public_id)
    form = ReasonForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            actions.set_aside(row, form.cleaned_data["reason"], on=today(request.initiative), by=request.person)
        except Refusal as refusal:
            form.add_error("reason", refusal.sentence)
        else:
            messages.success(request, _("« %(thing)s » is set aside, with its reason. It can be put back.") % {"thing": row})
            return _back(request, chosen, row)
    return _shown(request, chosen, form, {"title": _("Set aside"), "thing": row, "verb": _("Set aside"), "stops": True})


@asks(may_coordinate)
@require_POST
def put_back(request: Request, kind: str, public_id: UUID) -> HttpResponse:
    chosen = _kind(kind)
    row = actions.put_back(_row(request, chosen, public_id), by=request.person)
    messages.success(request, _("« %(thing)s » is back.") % {"thing": row})
    return _back(request, chosen, row)


@asks(may_coordinate)
@require_POST
def shift(request: Request, kind: str, public_id: UUID) -> HttpResponse:
    chosen = _kind(kind)
    row = _row(request, chosen, public_id)
    actions.shift(row, -1 if request.POST.get("places") == "-1" else 1, by=request.person)
    return _back(request, chosen, row)


def _kind(slug: str) -> Kind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def _row(request: Request, kind: Kind, public_id: UUID) -> Any:
    return get_object_or_404(kind.model.objects.of(request.initiative), public_id=public_id)


def _owner(request: Request, kind: Kind) -> Any:
    """The initiative, or the thing that the new one is added to (« ?dans=… »)."""
    if kind.owner is None:
        return request.initiative
    try:
        wanted = UUID(request.GET.get("dans", ""))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(kind.owner.objects.of(request.initiative), public_id=wanted)


def _shown(request: Request, kind: Kind, form: Any, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    others = Actor.objects.of(request.initiative).standing().exclude(kind="person")
    known = others.values_list("name", flat=True) if "actor" in form.fields else ()
    told = {"kind": kind, "form": form, "known_actors": known, "retour": way_back(request, ""), **around}
    return render(request, "entries/form.html", told, status=status)


def _back(request: Request, kind: Kind, row: Any) -> HttpResponseRedirect:
    return HttpResponseRedirect(way_back(request, f"{reverse(kind.page)}#{kind.slug}-{row.public_id}"))
