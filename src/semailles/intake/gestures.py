"""How every gesture on ideas is written: checked, journalled, and kept with what was before, so that it can be undone whole. Only actions come here."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.intake.enums import IdeaState
from semailles.intake.errors import StandsAsParts
from semailles.intake.models import Gesture, Idea
from semailles.workshop.errors import Elsewhere
from semailles.workshop.models import Initiative

FIELDS = ("state", "set_aside_reason", "merged_into_id", "queue_rank", "title", "text", "kind", "translated_title", "is_edited")
Values = dict[str, Any]
Changes = Mapping[int, Values]  # by key of the idea


def initiative_of(ideas: Sequence[Idea]) -> Initiative:
    """Ideas of one initiative are sorted together."""
    found = {idea.initiative_id for idea in ideas}
    if len(found) != 1:
        raise Elsewhere("")
    return ideas[0].initiative


def locked(initiative: Initiative, ideas: Iterable[Idea]) -> list[Idea]:
    """The rows as they stand now, in the order given."""
    wanted = [idea.pk for idea in ideas]
    found = {idea.pk: idea for idea in Idea.objects.of(initiative).select_for_update().filter(pk__in=wanted)}
    return [found[key] for key in dict.fromkeys(wanted)]


def perform(verb: str, ideas: Sequence[Idea], changes: Changes, *, born: Sequence[Idea] = (), by: Person) -> list[Idea]:
    """Write what differs; nothing differs, nothing is noted. Gives the ideas that changed."""
    initiative = initiative_of(ideas)
    before: dict[str, Values] = {}
    after: dict[str, Values] = {}
    changed = []
    for idea in ideas:
        was = snapshot(idea)
        wanted = {name: value for name, value in changes[idea.pk].items() if was[name] != value}
        if not wanted:
            continue
        write(idea, wanted)
        before[str(idea.pk)], after[str(idea.pk)] = {name: was[name] for name in wanted}, wanted
        record(verb, idea, by=by, initiative=initiative, before=was["state"], reason=idea.set_aside_reason, **_told(was, wanted))
        changed.append(idea)
    if changed or born:
        Gesture.objects.create(initiative=initiative, by=by, verb=verb, before=before, after=after, born=[idea.pk for idea in born])
    return changed


def refuse_split(ideas: Sequence[Idea]) -> None:
    """Decided in another tab, perhaps: what its parts say is not said a second time by the whole."""
    parts = Idea.objects.filter(split_from__in=[idea.pk for idea in ideas]).exclude(state=IdeaState.SET_ASIDE)
    whole = set(parts.values_list("split_from", flat=True))
    for idea in ideas:
        if idea.pk in whole:
            raise StandsAsParts(idea)


def snapshot(idea: Idea) -> Values:
    return {name: getattr(idea, name) for name in FIELDS}


def write(idea: Idea, values: Values) -> None:
    for name, value in values.items():
        setattr(idea, name, value)
    idea.revision += 1
    idea.full_clean(exclude=["initiative", "team", "merged_into", "split_from"], validate_unique=False)
    idea.save(update_fields=[*values, "revision"])


def _told(was: Values, wanted: Values) -> dict[str, Any]:
    """What the journal keeps of words: those before, those after."""
    changed = {name: [was[name], wanted[name]] for name in ("title", "text", "kind", "translated_title") if name in wanted}
    return {"changed": changed} if changed else {}
