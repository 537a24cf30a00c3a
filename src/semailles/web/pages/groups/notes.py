"""What a group notes of a day: written, mended, set aside."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.projects.actions.work import describe_note, note_down, put_work_back, set_work_aside
from semailles.projects.models import GroupNote
from semailles.projects.rules import may_work_in, may_work_on
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import group_named, note_named
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.entries.forms import ReasonForm
from semailles.web.pages.groups.forms import NoteForm
from semailles.web.pages.groups.views import group_of
from semailles.workshop.models import Body

BOTH = ["GET", "HEAD", "POST"]


@asks(may_work_in, of=group_named)
@require_http_methods(BOTH)
def add(request: Request, public_id: UUID) -> HttpResponse:
    body = group_of(request, public_id)
    form = NoteForm(typed=request.POST if request.method == "POST" else None, given={"on": today(request.initiative)})
    if note := form.takes(lambda: note_down(body, form.entry(), key=form.cleaned_data["key"], by=request.person)):
        messages.success(request, _("The note is kept."))
        return _back(note)
    return _shown(request, body, form, {"title": _("Note something"), "hint": _("What this group said or decided, for who was not there.")})


@asks(may_work_on, of=note_named)
@require_http_methods(BOTH)
def describe(request: Request, public_id: UUID) -> HttpResponse:
    note = _note(request, public_id)
    form = NoteForm(row=note, typed=request.POST if request.method == "POST" else None)

    def write() -> GroupNote:
        return describe_note(note, form.entry(), revision=form.cleaned_data["revision"] or 0, by=request.person)

    if written := form.takes(write):
        messages.success(request, _("The note is kept."))
        return _back(written)
    aside, again = (reverse(route, args=[public_id]) for route in ("group-note-set-aside", "group-note-put-back"))
    around = {"title": _("The note of the group"), "row": note, "aside": aside, "again": again, "conflict": form.conflict}
    return _shown(request, note.group, form, around)


@asks(may_work_on, of=note_named)
@require_http_methods(BOTH)
def set_aside(request: Request, public_id: UUID) -> HttpResponse:
    note = _note(request, public_id)
    form = ReasonForm(request.POST or None)
    if form.takes(lambda: set_work_aside(note, form.cleaned_data["reason"], on=today(request.initiative), by=request.person)):
        messages.success(request, _("Set aside, with its reason."))
        return _back(note)
    return _shown(request, note.group, form, {"title": _("Set aside"), "thing": note, "verb": _("Set aside"), "stops": True})


@asks(may_work_on, of=note_named)
@require_POST
def put_back(request: Request, public_id: UUID) -> HttpResponse:
    note = put_work_back(_note(request, public_id), by=request.person)
    messages.success(request, _("« %(thing)s » is back.") % {"thing": note})
    return _back(_note(request, public_id))


def _note(request: Request, public_id: UUID) -> GroupNote:
    return note_named(request.initiative, public_id)


def _home(note: GroupNote) -> str:
    return f"{reverse('group', args=[note.group.public_id])}#note-{note.public_id}"


def _back(note: GroupNote) -> HttpResponseRedirect:
    return HttpResponseRedirect(_home(note))


def _shown(request: Request, group: Body, form: PlainForm, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    home = reverse("group", args=[group.public_id]) if group.is_standing else reverse("groups")
    told = {"form": form, "above": group, "back": home, "keeps": "note", **around}
    return render(request, "tasks/form.html", told, status=status)
