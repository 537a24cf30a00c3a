"""Ideas as people look for them, and one idea with all that was said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, Value, When

from semailles.core.audience import Audience
from semailles.core.models import Event
from semailles.core.search import find
from semailles.engines.covers import Cover, cover_of
from semailles.intake.enums import OUT, IdeaState
from semailles.intake.models import Figure, Idea, IdeaQuerySet, Mention, PlaceMention, Source
from semailles.intake.models.documents import fingerprint
from semailles.workshop.models import Actor, Initiative, Membership, Place

ASIDE_VERBS = ("set aside", "undid")
MOST_FOUND = 500  # answers of the index that are looked at


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list of ideas is asked to hold; empty asks nothing. `state`: one of IdeaState, or « all », set aside and no longer said included."""

    team: str = ""
    kind: str = ""
    state: str = ""
    document: UUID | None = None
    words: str = ""
    order: str = "team"
    teams: tuple[int, ...] = ()  # keys, in the order of the letters


class IdeaLine(NamedTuple):
    """An idea in a list: what a row shows and nothing more."""

    pk: int
    public_id: UUID
    team: int
    number: int | None
    title: str
    kind: str
    state: str
    reason: str


class SpokenAt(NamedTuple):
    """Where a row's idea was said."""

    document: UUID
    path: str
    sha256: str
    reading: int
    is_latest: bool
    rank: int
    kind: str
    locator: dict[str, int | str]
    above: list[str]
    cells: list[tuple[str, int, int]]
    start: int
    end: int

    @property
    def cover(self) -> Cover:
        return cover_of(self.above, self.cells, self.start, self.end)

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.sha256, self.reading)


@dataclass(frozen=True, slots=True)
class Aside:
    """Why an idea is set aside, who said so, in which role, when; of an idea whose journal is gone, only why."""

    reason: str
    by: str = ""
    role: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NamedIn:
    """Who, where and how much an idea's own words say; of a table's row, what the whole row says."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    figures: tuple[Figure, ...] = ()


def listed(initiative: Initiative, wanted: Wanted) -> IdeaQuerySet:
    found = _in_state(Idea.objects.of(initiative), wanted.state)
    if wanted.team:
        found = found.filter(team__letter=wanted.team)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.document:
        document = {"version__is_latest": True, "version__document__public_id": wanted.document}
        said = Source.objects.of(initiative).filter(idea=OuterRef("pk"), **{f"passage__{name}": value for name, value in document.items()})
        found = found.filter(Exists(said))
    if wanted.words.strip():
        found = found.filter(_saying(initiative, wanted.words.strip()))
    return _in_order(found, wanted)


def lines(initiative: Initiative, keys: Sequence[int]) -> list[IdeaLine]:
    """In the order of the keys, in one query."""
    fields = ("pk", "public_id", "team_id", "number", "title", "kind", "state", "set_aside_reason")
    found = {row[0]: IdeaLine(*row) for row in Idea.objects.of(initiative).filter(pk__in=keys).order_by().values_list(*fields)}
    return [found[key] for key in keys]


def spoken_at(initiative: Initiative, ideas: Sequence[int]) -> dict[int, SpokenAt]:
    """What `places_of` tells, as values: a list of fifty does not need rows of four tables."""
    fields = ("document__public_id", "document__path", "sha256", "reading", "is_latest")
    passage = ("rank", "kind", "locator", "path", "cells")
    wanted = (*(f"passage__version__{name}" for name in fields), *(f"passage__{name}" for name in passage), "start", "end")
    rows = Source.objects.of(initiative).filter(idea__in=ideas).order_by("passage__version__is_latest", "-id").values_list("idea", *wanted)
    return {idea: SpokenAt(*told) for idea, *told in rows}


def places_of(initiative: Initiative, ideas: Iterable[int | None]) -> dict[int, Source]:
    """Where each idea was said first, in the latest version of a document if it still is. By key of the idea, in one query."""
    rows = Source.objects.of(initiative).filter(idea__in=list(ideas)).select_related("passage__version__document").defer("passage__text")
    latest_last = sorted(rows, key=lambda source: (source.passage.version.is_latest, -source.pk))
    return {source.idea_id: source for source in latest_last}


def sources_of(idea: Idea) -> list[Source]:
    """All of them, those of its duplicates too; those of the latest versions first."""
    rows = (
        Source.objects.of(idea.initiative)
        .filter(Q(idea=idea) | Q(idea__merged_into=idea))
        .select_related("passage__version__document__team")
    )
    return sorted(rows, key=lambda source: (not source.passage.version.is_latest, source.idea_id != idea.pk, source.pk))


def named_in(initiative: Initiative, sources: Iterable[Source]) -> NamedIn:
    found = [source for source in sources if source.passage.version.is_latest]
    passages = [source.passage_id for source in found]
    actors = Mention.objects.of(initiative).filter(passage__in=passages).exclude(actor=None).select_related("actor").order_by("start", "id")
    places = PlaceMention.objects.of(initiative).filter(passage__in=passages).select_related("place").order_by("start", "id")
    figures = Figure.objects.of(initiative).filter(passage__in=passages).select_related("passage").order_by("start", "id")
    return NamedIn(
        tuple(dict.fromkeys(row.actor for row in actors if row.actor and _is_inside(row, found))),
        tuple(dict.fromkeys(row.place for row in places if _is_inside(row, found))),
        tuple(row for row in figures if _is_inside(row, found)),
    )


def history_of(idea: Idea) -> list[Event]:
    """What people did to it, newest first."""
    events = Event.objects.filter(initiative_id=idea.initiative.public_id, subject_kind="Idea", subject_id=idea.public_id)
    return list(events.select_related("by").order_by("-id"))


def aside_of(idea: Idea, history: Sequence[Event]) -> Aside | None:
    """Why it is set aside, if it is. `history`: newest first; the gesture that undid another may have set it aside too."""
    if idea.state != IdeaState.SET_ASIDE:
        return None
    event = next((one for one in history if one.verb in ASIDE_VERBS), None)
    if event is None:
        return Aside(idea.set_aside_reason)
    roles = Membership.objects.of(idea.initiative).filter(person=event.by).order_by("role")
    return Aside(idea.set_aside_reason, str(event.by), ", ".join(one.get_role_display() for one in roles), event.at)


def _in_state(ideas: IdeaQuerySet, state: str) -> IdeaQuerySet:
    if state == "all":
        return ideas
    if state in OUT:
        return ideas.filter(state=state)
    return ideas.current().filter(state=state) if state else ideas.current()


def _in_order(ideas: IdeaQuerySet, wanted: Wanted) -> IdeaQuerySet:
    """Along an index: teams mostly have their letters in the order of their keys."""
    if wanted.order == "score":
        return ideas.order_by("-score", "id")
    if list(wanted.teams) == sorted(wanted.teams):
        return ideas.order_by("team_id", "number", "id")
    places = [When(team=key, then=Value(place)) for place, key in enumerate(wanted.teams)]
    return ideas.order_by(Case(*places, default=Value(len(places))), "number", "id")


def _saying(initiative: Initiative, words: str) -> Q:
    """By the index, which knows stems and accents; and the very signs typed, for what it does not hold."""
    answers = find(initiative.public_id, words, reader=Audience.FACILITATOR, kinds=("idea",), limit=MOST_FOUND)
    return Q(public_id__in=[UUID(answer.key) for answer in answers]) | Q(title__icontains=words) | Q(text__icontains=words)


def _is_inside(row: Mention | PlaceMention | Figure, sources: Iterable[Source]) -> bool:
    return any(
        source.passage_id == row.passage_id and (source.passage.kind == "row" or (row.start < source.end and row.end > source.start))
        for source in sources
    )
