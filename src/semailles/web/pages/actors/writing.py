"""People write an actor, mend it, say that it is none, and change their mind."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.intake.actions import dismiss_actor, mend_actor, recall_actor
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.actors.asked import asked_actor
from semailles.web.pages.actors.forms import ActorForm, AsideForm
from semailles.workshop.actions import add_actor
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_read_workspace, may_shape


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    form = ActorForm(request.initiative, typed=request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            actor = add_actor(request.initiative, form.entry, by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _done(request, actor, _("« %(thing)s » is written.") % {"thing": actor})
    return shown(
        request,
        form,
        {
            "title": _("Add an actor"),
            "lede": _("One that no document names yet: it is looked for in those that were read, and in the next ones."),
        },
    )


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    form = ActorForm(request.initiative, actor, typed=request.POST or None)
    mended = form.takes(lambda: mend_actor(actor, form.entry, revision=form.cleaned_data["revision"] or 0, by=request.person))
    if mended:
        return _done(request, mended, _("« %(thing)s » is written.") % {"thing": mended})
    lede = _("What you write here stands: neither the files of the folder nor a new reading change it.")
    return shown(request, form, {"title": _("Mend what is said of it"), "actor": actor, "lede": lede, "conflict": form.conflict})


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    form = AsideForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            dismiss_actor(actor, form.cleaned_data["reason"], on=today(request.initiative), by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _done(request, actor, _("« %(thing)s » is set aside, with its reason. It can be put back.") % {"thing": actor})
    lede = _(
        "Words that the program took for somebody. It leaves the lists, the sheets and print; no later reading brings it back, and its page puts it back."
    )
    return shown(request, form, {"title": _("This is no actor"), "actor": actor, "lede": lede, "verb": _("It is no actor"), "stops": True})


@asks(may_shape)
@require_POST
def put_back(request: Request, public_id: UUID) -> HttpResponse:
    actor = recall_actor(asked_actor(request, public_id), by=request.person)
    return _done(request, actor, _("« %(thing)s » is back.") % {"thing": actor})


@asks(may_read_workspace)
@require_safe
def list_aside(request: Request) -> HttpResponse:
    aside = Actor.objects.of(request.initiative).unmerged().set_aside()
    return render(request, "actors/aside.html", {"aside": aside, "may_write": may_shape(request.person, request.initiative)})


def shown(request: Request, form: PlainForm, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    return render(request, "actors/form.html", {"form": form, "verb": _("Save"), **around}, status=status)


def _done(request: Request, actor: Actor, said: str) -> HttpResponse:
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, said)
    return redirect("actor", actor.public_id)
