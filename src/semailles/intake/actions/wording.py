"""What people write about ideas: other words, one idea in two, one that the machine did not see."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from semailles.core.identifiers import idea_id, named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.enums import OUT, IdeaKind, IdeaState
from semailles.intake.errors import NotInPassage, NotOneIdea, TooFewParts
from semailles.intake.gestures import Values, locked, perform, refuse_split, snapshot
from semailles.intake.models import Gesture, Idea, Passage, Source
from semailles.workshop.errors import Conflict, Incorrect, StaleEdit
from semailles.workshop.models import Team
from semailles.workshop.rules import may_shape

LONGEST_TITLE = 300
SURE = 1.0
FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class IdeaEntry:
    """What a form says of an idea."""

    title: str
    text: str
    kind: str = IdeaKind.PROPOSAL
    translated_title: str = ""  # of an idea said in another language than the initiative's


@dataclass(frozen=True, slots=True)
class Part:
    """One of the ideas that were told as one. `words`: those of the source that say it; empty, the whole of it."""

    title: str
    words: str = ""


@transaction.atomic
def describe_idea(idea: Idea, entry: IdeaEntry, *, revision: int, by: Person) -> Idea:
    """Its title, text and kind in people's words, and its title in the language of the others; the quote stays as it was said.
    `revision` is the one that the person saw."""
    require(may_shape(by, idea.initiative), by=by)
    (row,) = locked(idea.initiative, [idea])
    wanted = {name: value.strip() for name, value in asdict(entry).items()}
    _refuse_blank(wanted)
    changed = {name: value for name, value in wanted.items() if snapshot(row)[name] != value}
    if changed and row.revision != revision:
        labels = {"title": _("Title"), "text": _("Text"), "kind": _("Kind"), "translated_title": _("Translated title")}
        conflicts = [Conflict(name, labels[name], str(getattr(row, name)), value) for name, value in changed.items()]
        raise StaleEdit(str(row), conflicts, revision=row.revision)
    if changed:
        perform("reworded", [row], {row.pk: changed | {"is_edited": True}}, by=by)
    return row


@transaction.atomic
def split_idea(idea: Idea, parts: Sequence[Part], *, by: Person) -> list[Idea]:
    """One idea becomes two or more, each with the sources of the first; the first stands behind them. Its duplicates are to be sorted again: only people know which part they say."""
    require(may_shape(by, idea.initiative), by=by)
    (row,) = locked(idea.initiative, [idea])
    if row.state in OUT:
        raise NotOneIdea(
            _("« %(idea)s » is %(state)s: put it back first, or choose another.") % {"idea": row, "state": row.get_state_display()}
        )
    wanted = [part for part in parts if part.title.strip()]
    if len(wanted) < FEWEST_PARTS:
        raise TooFewParts
    followers = locked(row.initiative, Idea.objects.of(row.initiative).filter(merged_into=row))
    born = [_part(row, part) for part in wanted]
    changes: dict[int, Values] = {one.pk: {"state": IdeaState.SUGGESTED.value, "merged_into_id": None} for one in followers}
    changes[row.pk] = {"state": IdeaState.SPLIT.value, "queue_rank": 0}
    perform("split", [row, *followers], changes, born=born, by=by)
    return born


@transaction.atomic
def write_idea(passage: Passage, words: str, entry: IdeaEntry, *, by: Person) -> Idea:
    """An idea that the machine did not see, from the very words of a passage. The same words are the same idea: it is kept."""
    initiative = passage.initiative
    require(may_shape(by, initiative), by=by)
    start, end = _place(passage, words)
    quote, document = passage.text[start:end], passage.version.document
    public_id = idea_id(document.public_id, quote, 0)
    wanted: dict[str, str | bool] = {"title": entry.title.strip()[:LONGEST_TITLE], "text": entry.text.strip() or quote, "kind": entry.kind}
    wanted["is_edited"] = True
    _refuse_blank(wanted)
    known = Idea.objects.of(initiative).filter(public_id=public_id).first()
    idea = known or _born(document.team, public_id, wanted, lang=passage.lang or passage.version.lang)
    Source.objects.get_or_create(initiative=initiative, idea=idea, passage=passage, start=start, defaults={"end": end, "quote": quote})
    if known:
        (row,) = locked(initiative, [known])
        refuse_split([row])
        fresh = {"state": IdeaState.KEPT.value, "set_aside_reason": "", "merged_into_id": None}
        perform("written", [row], {row.pk: wanted | fresh}, by=by)
        return row
    record("written", idea, by=by, initiative=initiative)
    Gesture.objects.create(initiative=initiative, by=by, verb="written", before={}, after={}, born=[idea.pk])
    return idea


def _part(idea: Idea, part: Part) -> Idea:
    rank = Idea.objects.of(idea.initiative).filter(split_from=idea).count()
    title = part.title.strip()[:LONGEST_TITLE]
    values: dict[str, str | bool] = {"title": title, "text": part.words.strip() or title, "kind": idea.kind, "is_edited": True}
    born = _born(idea.team, named("part", str(idea.public_id), str(rank)), values, lang=idea.lang, split_from=idea)
    for source in idea.sources.order_by("pk"):
        start = source.quote.find(part.words.strip()) if part.words.strip() else -1
        first = source.start + max(start, 0)
        last = first + len(part.words.strip()) if start >= 0 else source.end
        quote = source.passage.text[first:last]
        Source.objects.create(initiative=idea.initiative, idea=born, passage=source.passage, start=first, end=last, quote=quote)
    return born


def _born(team: Team, public_id: UUID, values: dict[str, str | bool], *, lang: str, split_from: Idea | None = None) -> Idea:
    last = Idea.objects.filter(team=team).aggregate(last=Max("number"))["last"] or 0
    made = {"score": SURE, "cues": [["by-hand", "", SURE]], "state": IdeaState.KEPT, "number": last + 1, "split_from": split_from}
    idea = Idea(initiative=team.initiative, team=team, public_id=public_id, lang=lang, **values, **made)
    idea.full_clean(exclude=["initiative", "team", "split_from"])
    idea.save()
    return idea


def _place(passage: Passage, words: str) -> tuple[int, int]:
    """Where the words stand, spaces apart."""
    sought = " ".join(words.split())
    start = passage.text.find(sought) if sought else -1
    if start < 0:
        raise NotInPassage(sought)
    return start, start + len(sought)


def _refuse_blank(wanted: Mapping[str, str | bool]) -> None:
    if not wanted["title"]:
        raise Incorrect({"title": [_("Give it a title: a few words that are understood alone.")]}, {"title": _("Title")})
    if not wanted["text"]:
        raise Incorrect({"text": [_("Say the idea in a sentence.")]}, {"text": _("Text")})
