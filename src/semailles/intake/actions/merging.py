"""What documents say of an actor goes where people say it belongs."""

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.handing import give_back
from semailles.intake.models import Claim, LedgerLine, Mention
from semailles.workshop.actions import merge_actors, unmerge_actor
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_shape


@transaction.atomic
def unite_actors(actor: Actor, into: Actor, reason: str, *, by: Person) -> Actor:
    """Two actors are one: mentions, claims and lines of budgets are handed over. What people wrote keeps its actor, and is read through it."""
    require(may_shape(by, actor.initiative), by=by)
    into = merge_actors(actor, into, reason, by=by)
    for model in (Mention, Claim, LedgerLine):
        model.objects.of(actor.initiative).filter(actor=actor).update(actor=into)
    return into


@transaction.atomic
def separate_actor(actor: Actor, *, by: Person) -> Actor:
    """It was not the same after all: what its own spellings say goes back to it. Gives the actor it is separated from."""
    require(may_shape(by, actor.initiative), by=by)
    into = unmerge_actor(actor, by=by)
    give_back(actor, into, [actor, into])
    return into
