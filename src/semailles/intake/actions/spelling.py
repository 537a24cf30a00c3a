"""A spelling goes to the actor whose it is, with all that documents say under it."""

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.words import fold
from semailles.intake.actions.merging import unite_actors
from semailles.intake.handing import hand_over
from semailles.workshop.actions import give_spelling
from semailles.workshop.models import Actor, Spelling
from semailles.workshop.rules import may_shape


@transaction.atomic
def detach_spelling(actor: Actor, text: str, to: Actor | None = None, *, by: Person) -> Actor:
    """To another actor, or to a new one of this name. Mentions, claims and lines of budgets written like this follow."""
    require(may_shape(by, actor.initiative), by=by)
    receiver = give_spelling(actor, text, to, by=by)
    hand_over(receiver, written=fold(text))
    return receiver


@transaction.atomic
def return_spelling(spelling: Spelling, *, by: Person) -> Actor:
    """It was right before. An actor that bears this very name goes back with it."""
    require(may_shape(by, spelling.initiative), by=by)
    actor, before = spelling.actor, spelling.came_from
    if before is None:
        return actor
    if fold(spelling.text) == fold(actor.name):
        return unite_actors(actor, before, _("Its name is a spelling of the other after all."), by=by)
    receiver = detach_spelling(actor, spelling.text, before, by=by)
    Spelling.objects.of(spelling.initiative).filter(actor=receiver, text=spelling.text).update(came_from=None)
    return receiver
