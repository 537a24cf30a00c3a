"""Whose a spelling is: people say it, and no later reading says otherwise."""

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.words import fold
from semailles.workshop import editing
from semailles.workshop.actions.actors import tell_apart
from semailles.workshop.errors import Elsewhere, NotOneActor
from semailles.workshop.models import Actor, Spelling
from semailles.workshop.naming import require_names
from semailles.workshop.queries.actors import free_id
from semailles.workshop.rules import may_shape


@transaction.atomic
def give_spelling(actor: Actor, text: str, to: Actor | None = None, *, by: Person) -> Actor:
    """What is written like this is another actor: `to`, or a new one of this name. Gives the actor whose spelling it is now."""
    require(may_shape(by, actor.initiative), by=by)
    editing.require_standing(actor)
    require_names([text])
    _require_detachable(actor, text)
    receiver = to.stands_as if to else _named_like_it(actor, text)
    _require_other(actor, receiver)
    _pin(actor, text, receiver)
    tell_apart(receiver, actor, by=by)
    record("respelt", actor, by=by, initiative=actor.initiative, text=text, to=receiver.name)
    return receiver


@transaction.atomic
def take_spelling_off(actor: Actor, text: str, *, by: Person) -> Actor:
    """It is not written like this, nor is anybody else. No file brings it back; writing it again does."""
    require(may_shape(by, actor.initiative), by=by)
    editing.require_standing(actor)
    _require_detachable(actor, text)
    written = fold(text)
    theirs = [one.pk for one in actor.spellings.all() if fold(one.text) == written]
    actor.spellings.filter(pk__in=theirs).delete()
    actor.taken_off = sorted({*actor.taken_off, written})
    actor.save(update_fields=["taken_off"])
    record("unspelt", actor, by=by, initiative=actor.initiative, text=text)
    return actor


def _pin(actor: Actor, text: str, receiver: Actor) -> None:
    written = fold(text)
    for spelling in Spelling.objects.of(actor.initiative).select_related("actor"):
        if fold(spelling.text) == written and (spelling.is_pinned or spelling.actor == actor):
            spelling.delete()
    said = {"is_pinned": True, "came_from": actor}
    Spelling.objects.update_or_create(said, initiative=actor.initiative, actor=receiver, text=text[:300])


def _named_like_it(actor: Actor, text: str) -> Actor:
    name = text[:1].upper() + text[1:300] if actor.kind != "role" else text[:300]
    fresh = Actor(initiative=actor.initiative, public_id=free_id(actor.initiative, name), name=name, kind=actor.kind, is_given=True)
    editing.check(fresh)
    fresh.save()
    return fresh


def _require_other(actor: Actor, receiver: Actor) -> None:
    if actor.initiative_id != receiver.initiative_id:
        raise Elsewhere(_("« %(thing)s » belongs to another initiative.") % {"thing": receiver})
    if actor == receiver:
        raise NotOneActor(_("« %(name)s » is this actor already: choose another one.") % {"name": receiver.name})
    editing.require_standing(receiver)


def _require_detachable(actor: Actor, text: str) -> None:
    """Its own name stays its name; what came with another actor goes with it."""
    written = fold(text)
    if written in {fold(actor.name), fold(actor.acronym)}:
        sentence = _("« %(text)s » is how this actor is called: write another name or acronym first, then give this spelling away.")
        raise NotOneActor(sentence % {"text": text})
    for one in actor.absorbed.prefetch_related("spellings"):
        if written in {fold(known) for known in (one.name, *one.also_written)}:
            sentence = _("« %(text)s » came with « %(actor)s », merged into this one: separate them first.")
            raise NotOneActor(sentence % {"text": text, "actor": one.name})
