"""What documents say of an actor goes where people say it belongs."""

from collections.abc import Collection

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.extracting import reconcile
from semailles.engines.extracting.findings import ActorKind, ActorMention, KnownActor, Span
from semailles.engines.words import fold
from semailles.intake.models import Claim, LedgerLine, Mention
from semailles.workshop.actions import merge_actors, unmerge_actor
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def unite_actors(actor: Actor, into: Actor, reason: str, *, by: Person) -> Actor:
    """Two actors are one: mentions, claims and lines of budgets are handed over. What people wrote keeps its actor, and is read through it."""
    require(may_coordinate(by, actor.initiative), by=by)
    into = merge_actors(actor, into, reason, by=by)
    for model in (Mention, Claim, LedgerLine):
        model.objects.of(actor.initiative).filter(actor=actor).update(actor=into)
    return into


@transaction.atomic
def separate_actor(actor: Actor, *, by: Person) -> Actor:
    """It was not the same after all: what its own spellings say goes back to it. Gives the actor it is separated from."""
    require(may_coordinate(by, actor.initiative), by=by)
    into = unmerge_actor(actor, by=by)
    written = {fold(text) for text in (actor.name, *actor.also_written, *_given_back(actor, into))}
    _give_surfaces_back(actor, into, written)
    return into


def _given_back(actor: Actor, into: Actor) -> set[str]:
    """Mentions that answer to its name; their words."""
    mentions = list(Mention.objects.of(actor.initiative).filter(actor=into).order_by("pk"))
    surfaces = [ActorMention(Span(0, one.start, one.end), one.quote, ActorKind(one.kind)) for one in mentions]
    known = [KnownActor(one.name, ActorKind(one.kind), one.college, one.also_written) for one in (actor, into)]
    ranks = [rank for found in reconcile(surfaces, known=known) if found.name == actor.name for rank in found.mentions]
    Mention.objects.filter(pk__in=[mentions[rank].pk for rank in ranks]).update(actor=actor)
    return {mentions[rank].quote for rank in ranks}


def _give_surfaces_back(actor: Actor, into: Actor, written: Collection[str]) -> None:
    for model in (Claim, LedgerLine):
        rows = model.objects.of(actor.initiative).filter(actor=into)
        theirs = [row.pk for row in rows if fold(row.surface) in written]
        model.objects.filter(pk__in=theirs).update(actor=actor)
