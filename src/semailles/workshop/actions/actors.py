"""Two names are one actor, or two: people say it."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop.enums import ActorKind
from semailles.workshop.errors import Elsewhere, NotOneActor, NotStanding, ReasonMissing
from semailles.workshop.models import Actor, Likeness
from semailles.workshop.rules import may_shape


@transaction.atomic
def merge_actors(actor: Actor, into: Actor, reason: str, *, by: Person) -> Actor:
    """`actor` is the same as `into`. What was merged into it follows: nothing is ever two merges away. Gives the actor that stands."""
    require(may_shape(by, actor.initiative), by=by)
    into = into.stands_as
    _require_mergeable(actor, into)
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why they are the same actor."))
    Actor.objects.of(actor.initiative).filter(merged_into=actor).update(merged_into=into)
    actor.merged_into, actor.merge_reason = into, reason.strip()[:500]
    actor.save(update_fields=["merged_into", "merge_reason"])
    _pair(actor, into).update(is_told_apart=False)
    record("likened", actor, by=by, initiative=actor.initiative, into=into.name, reason=actor.merge_reason)
    return into


@transaction.atomic
def unmerge_actor(actor: Actor, *, by: Person) -> Actor:
    """It stands for itself again, and both are kept apart. Gives the actor it was merged into."""
    require(may_shape(by, actor.initiative), by=by)
    into = actor.merged_into
    if into is None:
        raise NotStanding(_("« %(name)s » is merged into no other actor.") % {"name": actor.name})
    actor.merged_into, actor.merge_reason = None, ""
    actor.save(update_fields=["merged_into", "merge_reason"])
    tell_apart(actor, into, by=by)
    return into


@transaction.atomic
def tell_apart(actor: Actor, other: Actor, *, by: Person) -> None:
    """They are two actors: nobody is asked again."""
    require(may_shape(by, actor.initiative), by=by)
    if actor.initiative_id != other.initiative_id:
        raise Elsewhere(_("« %(thing)s » belongs to another initiative.") % {"thing": other})
    if not _pair(actor, other).update(is_told_apart=True):
        Likeness.objects.create(initiative=actor.initiative, actor=actor, into=other, is_told_apart=True)
    record("told apart", actor, by=by, initiative=actor.initiative, other=other.name)


def _pair(actor: Actor, other: Actor) -> QuerySet[Likeness, Likeness]:
    either = Q(actor=actor, into=other) | Q(actor=other, into=actor)
    found: QuerySet[Likeness, Likeness] = Likeness.objects.of(actor.initiative).filter(either)
    return found


def _require_mergeable(actor: Actor, into: Actor) -> None:
    if actor.initiative_id != into.initiative_id:
        raise Elsewhere(_("« %(thing)s » belongs to another initiative.") % {"thing": into})
    if actor == into:
        raise NotOneActor(_("« %(name)s » is this actor already: choose another one.") % {"name": into.name})
    if actor.merged_into_id is not None:
        raise NotStanding(_("« %(name)s » is already merged into another actor: undo that first.") % {"name": actor.name})
    if (actor.kind == ActorKind.PERSON) != (into.kind == ActorKind.PERSON):
        raise NotOneActor(_("A person and an organisation are never one actor: the name of the person would be printed with it."))
