"""What is no actor leaves with what was read of it, and comes back with it."""

from datetime import date

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.handing import give_back
from semailles.intake.models import Claim, LedgerLine, Mention
from semailles.workshop.actions import put_actor_back, set_actor_aside
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_shape


@transaction.atomic
def dismiss_actor(actor: Actor, reason: str, *, on: date, by: Person) -> Actor:
    """This is no actor: its mentions, claims and lines of budgets are nobody's. Each document keeps its words."""
    require(may_shape(by, actor.initiative), by=by)
    actor = set_actor_aside(actor, reason, on=on, by=by)
    for model in (Mention, Claim, LedgerLine):
        model.objects.of(actor.initiative).filter(actor=actor).update(actor=None)
    return actor


@transaction.atomic
def recall_actor(actor: Actor, *, by: Person) -> Actor:
    """It is one after all: what is written like it, and is nobody's, is its own again."""
    require(may_shape(by, actor.initiative), by=by)
    actor = put_actor_back(actor, by=by)
    aside = Actor.objects.of(actor.initiative).unmerged().set_aside().prefetch_related("spellings", "absorbed__spellings")
    give_back(actor, None, [actor, *aside])
    return actor
