"""A spelling that is another actor's."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.core.errors import Refusal
from semailles.intake.actions import detach_spelling, drop_spelling, return_spelling
from semailles.intake.queries.spellings import ways_written
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.actors.asked import asked_actor
from semailles.web.pages.actors.forms import SpellingForm
from semailles.workshop.models import Actor, Spelling
from semailles.workshop.rules import may_shape


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def detach(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    ways = ways_written(actor)
    form = SpellingForm(actor, ways, request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            text = form.cleaned_data["spelling"]
            if request.POST.get("gesture") == "off":
                return _taken_off(request, drop_spelling(actor, text, by=request.person), text)
            receiver = detach_spelling(actor, text, form.cleaned_data["into"], by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _done(request, receiver, text)
    around = {"actor": actor, "form": form, "ways": ways}
    return render(request, "actors/spellings.html", around, status=FAULTY if form.is_bound else 200)


@asks(may_shape)
@require_POST
def give_back(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    spelling = get_object_or_404(Spelling.objects.of(request.initiative), actor=actor, text=request.POST.get("spelling", ""))
    try:
        return _done(request, return_spelling(spelling, by=request.person), spelling.text)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("actor", actor.public_id)


def _taken_off(request: Request, actor: Actor, text: str) -> HttpResponse:
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, _("« %(actor)s » is no longer looked for as « %(text)s ».") % {"text": text, "actor": actor})
    return redirect("actor", actor.public_id)


def _done(request: Request, receiver: Actor, text: str) -> HttpResponse:
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, _("What is written « %(text)s » is now « %(actor)s ».") % {"text": text, "actor": receiver})
    return redirect("actor", receiver.public_id)
