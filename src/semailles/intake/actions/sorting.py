"""What people decide about ideas, one or several at once. Each gesture can be undone; no later run does."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.enums import OUT, IdeaState
from semailles.intake.errors import ChangedSince, NothingToUndo, NotOneIdea
from semailles.intake.gestures import Values, initiative_of, locked, perform, refuse_split, snapshot, write
from semailles.intake.models import Gesture, Idea
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape


@transaction.atomic
def keep_ideas(ideas: Sequence[Idea], *, by: Person) -> list[Idea]:
    """A person says that these are ideas: no later run takes them off the list."""
    initiative = initiative_of(ideas)
    require(may_shape(by, initiative), by=by)
    rows = locked(initiative, ideas)
    refuse_split(rows)
    return perform("kept", rows, {idea.pk: _state(IdeaState.KEPT) for idea in rows}, by=by)


@transaction.atomic
def set_aside_ideas(ideas: Sequence[Idea], reason: str, *, by: Person) -> list[Idea]:
    """They leave the list, not the database; no later run brings them back."""
    initiative = initiative_of(ideas)
    require(may_shape(by, initiative), by=by)
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why this is set aside."))
    rows = locked(initiative, ideas)
    refuse_split(rows)
    aside = _state(IdeaState.SET_ASIDE) | {"set_aside_reason": reason.strip()[:500]}
    return perform("set aside", rows, {idea.pk: dict(aside) for idea in rows}, by=by)


@transaction.atomic
def put_off(ideas: Sequence[Idea], *, by: Person) -> list[Idea]:
    """They stay suggestions, and come back when all the others are sorted."""
    initiative = initiative_of(ideas)
    require(may_shape(by, initiative), by=by)
    rows = locked(initiative, ideas)
    refuse_split(rows)
    last = Idea.objects.of(initiative).aggregate(last=Max("queue_rank"))["last"] or 0
    changes = {idea.pk: _state(IdeaState.LATER) | {"queue_rank": last + rank} for rank, idea in enumerate(rows, start=1)}
    return perform("put off", rows, changes, by=by)


@transaction.atomic
def mark_duplicates(ideas: Sequence[Idea], *, of: Idea, by: Person) -> list[Idea]:
    """They say the same thing as another, which takes their sources; their teams still said it. What said the same as them follows."""
    initiative = initiative_of([*ideas, of])
    require(may_shape(by, initiative), by=by)
    (told,) = locked(initiative, [of.merged_into or of])
    if told.state in OUT:
        raise NotOneIdea(
            _("« %(idea)s » is %(state)s: put it back first, or choose another.") % {"idea": told, "state": told.get_state_display()}
        )
    given = [idea for idea in locked(initiative, ideas) if idea.pk != told.pk]
    if not given:
        raise NotOneIdea(_("An idea is no duplicate of itself: choose another one."))
    followers = Idea.objects.of(initiative).filter(merged_into__in=[idea.pk for idea in given])
    refuse_split(given)
    rows = [*given, *locked(initiative, followers)]
    changes = {idea.pk: _state(IdeaState.MERGED) | {"merged_into_id": told.pk} for idea in rows}
    return perform("merged", rows, changes, by=by)


@transaction.atomic
def take_back_ideas(ideas: Sequence[Idea], *, by: Person) -> list[Idea]:
    """What was decided is no longer: they are suggestions again. What people wrote stays."""
    initiative = initiative_of(ideas)
    require(may_shape(by, initiative), by=by)
    rows = locked(initiative, ideas)
    refuse_split(rows)
    return perform("taken back", rows, {idea.pk: _state(IdeaState.SUGGESTED) for idea in rows}, by=by)


def keep_idea(idea: Idea, *, by: Person) -> Idea:
    require(may_shape(by, idea.initiative), by=by)
    return _one(keep_ideas([idea], by=by), idea)


def set_idea_aside(idea: Idea, reason: str, *, by: Person) -> Idea:
    require(may_shape(by, idea.initiative), by=by)
    return _one(set_aside_ideas([idea], reason, by=by), idea)


def take_back(idea: Idea, *, by: Person) -> Idea:
    require(may_shape(by, idea.initiative), by=by)
    return _one(take_back_ideas([idea], by=by), idea)


@transaction.atomic
def undo_last(initiative: Initiative, *, by: Person) -> Gesture:
    """The last gesture of this person that stands, undone whole; again, the one before. Not when somebody changed the same ideas since."""
    require(may_shape(by, initiative), by=by)
    gesture: Gesture | None = Gesture.objects.of(initiative).select_for_update().filter(by=by, is_undone=False).first()
    if gesture is None:
        raise NothingToUndo
    rows = {idea.pk: idea for idea in Idea.objects.of(initiative).select_for_update().filter(pk__in=[*gesture.before, *gesture.born])}
    for key, after in gesture.after.items():
        _refuse_changed(rows[int(key)], after)
    _refuse_followed(initiative, gesture)
    for key, before in gesture.before.items():
        write(rows[int(key)], before)
        record("undid", rows[int(key)], by=by, initiative=initiative, undone=gesture.verb)
    for key in gesture.born:
        write(rows[key], _state(IdeaState.SET_ASIDE) | {"set_aside_reason": _("The gesture that wrote it was undone.")})
        record("undid", rows[key], by=by, initiative=initiative, undone=gesture.verb)
    gesture.is_undone = True
    gesture.save(update_fields=["is_undone"])
    return gesture


def _refuse_changed(idea: Idea, after: Values) -> None:
    now = snapshot(idea)
    if any(now[name] != value for name, value in after.items()):
        raise ChangedSince(idea)


def _refuse_followed(initiative: Initiative, gesture: Gesture) -> None:
    """Duplicates that came since would vanish behind an idea that leaves the list."""
    leaving = [*gesture.born, *(int(key) for key, before in gesture.before.items() if before.get("state") in OUT)]
    since = Idea.objects.of(initiative).filter(merged_into__in=leaving).exclude(pk__in=[int(key) for key in gesture.before])
    first = since.select_related("merged_into").first()
    if first:
        raise ChangedSince(first.merged_into)


def _state(state: IdeaState) -> Values:
    return {"state": state.value, "set_aside_reason": "", "merged_into_id": None, "queue_rank": 0}


def _one(changed: Sequence[Idea], given: Idea) -> Idea:
    """The row as it is now, changed or not."""
    if changed:
        return changed[0]
    kept: Idea = Idea.objects.of(given.initiative).get(pk=given.pk)
    return kept
