"""Two names, one actor or two: the gestures of people."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.core.errors import Refusal
from semailles.intake.actions import separate_actor, unite_actors
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.actors.asked import asked_actor
from semailles.web.pages.actors.forms import MergeForm
from semailles.web.pages.actors.lines import why_alike
from semailles.web.pages.actors.writing import shown
from semailles.workshop.actions import tell_apart
from semailles.workshop.models import Actor, Likeness
from semailles.workshop.rules import may_shape


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: Request, public_id: UUID) -> HttpResponse:
    """The person names the actor that this one is, and says why."""
    actor = asked_actor(request, public_id)
    form = MergeForm(actor, request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            into = unite_actors(actor, form.cleaned_data["into"], form.cleaned_data["reason"], by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _done(request, into, _said_one(actor, into))
    title = _("« %(name)s » is the same as another actor") % {"name": actor.name}
    lede = _("Its mentions and its spellings go to the other one; what people wrote of it is read there. One gesture undoes it.")
    return shown(request, form, {"title": title, "actor": actor, "lede": lede, "verb": _("It is the same")})


@asks(may_shape)
@require_POST
def separate(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    try:
        into = separate_actor(actor, by=request.person)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("actor", actor.public_id)
    return _done(request, actor, _said_two(actor, into))


@asks(may_shape)
@require_POST
def answer(request: Request) -> HttpResponse:
    """On a pair that the program proposes."""
    asked = Likeness.objects.of(request.initiative).select_related("actor", "into__merged_into")
    pair = get_object_or_404(asked, actor__public_id=_id(request, "actor"), into__public_id=_id(request, "into"))
    try:
        if request.POST.get("answer") == "apart":
            tell_apart(pair.actor, pair.into, by=request.person)
            said = _said_two(pair.actor, pair.into)
        else:
            into = unite_actors(pair.actor, pair.into, why_alike(pair), by=request.person)
            ask_to_gather(request.initiative, by=request.person)
            said = _said_one(pair.actor, into)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("actors")
    messages.success(request, said)
    return redirect("actors")


def _done(request: Request, shown: Actor, said: str) -> HttpResponse:
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, said)
    return redirect("actor", shown.public_id)


def _said_one(actor: Actor, into: Actor) -> str:
    return _("« %(name)s » is now read as « %(into)s ». Its own page undoes it.") % {"name": actor.name, "into": into.name}


def _said_two(actor: Actor, other: Actor) -> str:
    return _("« %(name)s » and « %(other)s » stay two actors.") % {"name": actor.name, "other": other.name}


def _id(request: Request, name: str) -> UUID:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise Http404 from None
