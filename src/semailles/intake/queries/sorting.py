"""The ideas to sort, in the order in which they come; what is sorted stays in its place, so that one sees where one is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

from semailles.core.models import Person
from semailles.intake.enums import WAITING, IdeaState
from semailles.intake.errors import NotInPassage
from semailles.intake.models import Gesture, Idea, Passage
from semailles.intake.queries.ideas import Wanted, listed
from semailles.workshop.models import Initiative

TO_SORT = "waiting"  # in place of a state: what nobody has decided yet
SECONDS_AN_IDEA, MINUTE = 6, 60
AROUND_BEFORE, AROUND_AFTER = 6, 24  # lines shown around the one that is read


def minutes_to_sort(ideas: int) -> int:
    """Minutes that somebody who was there needs, rounded up."""
    return -(-ideas * SECONDS_AN_IDEA // MINUTE)


class QueueLine(NamedTuple):
    """One idea of the queue: what its line shows and nothing more."""

    public_id: UUID
    team: int
    number: int | None
    title: str
    state: str
    queue_rank: int

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING


@dataclass(frozen=True, slots=True)
class Queue:
    """`lines` in the order of sorting: what was put off comes last."""

    lines: tuple[QueueLine, ...]

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def sorted(self) -> int:
        return sum(not line.is_waiting for line in self.lines)

    @property
    def left(self) -> int:
        return self.total - self.sorted

    def place(self, idea: UUID | None) -> int | None:
        """From 0."""
        return next((at for at, line in enumerate(self.lines) if line.public_id == idea), None)

    def first_waiting(self, *, after: int = -1) -> QueueLine | None:
        """The next that nobody has decided, from there to the end, then from the beginning; without any, none."""
        turned = (*self.lines[after + 1 :], *self.lines[: after + 1])
        return next((line for line in turned if line.state == IdeaState.SUGGESTED), None) or next(
            (line for line in turned if line.is_waiting), None
        )

    def around(self, at: int) -> Sequence[tuple[int, QueueLine]]:
        """The lines near one, each with its place from 1."""
        first = max(0, min(at - AROUND_BEFORE, self.total - AROUND_BEFORE - AROUND_AFTER))
        return [(rank + 1, line) for rank, line in enumerate(self.lines[first : at + AROUND_AFTER], start=first)]


def queue(initiative: Initiative, wanted: Wanted) -> Queue:
    """One query, and one more when words are looked for."""
    found = listed(initiative, replace(wanted, state="all" if wanted.state in ("", TO_SORT) else wanted.state))
    fields = ("public_id", "team_id", "number", "title", "state", "queue_rank")
    rows = [QueueLine(*row) for row in found.sortable().values_list(*fields)]
    if wanted.state == TO_SORT:
        rows = [row for row in rows if row.is_waiting]
    return Queue(tuple(sorted(rows, key=lambda row: (row.state == IdeaState.LATER, row.queue_rank if row.state == IdeaState.LATER else 0))))


def last_gesture(initiative: Initiative, person: Person) -> Gesture | None:
    """The one that « undo » would undo."""
    found: Gesture | None = Gesture.objects.of(initiative).filter(by=person, is_undone=False).first()
    return found


def ideas_by_id(initiative: Initiative, ids: Sequence[UUID]) -> list[Idea]:
    """Those that exist, in the order of the queue's teams and numbers."""
    rows = Idea.objects.of(initiative).filter(public_id__in=ids).select_related("team", "initiative", "merged_into")
    return list(rows.order_by("team_id", "number", "pk"))


def idea_called(initiative: Initiative, mark: str) -> Idea | None:
    """« B12 », « b 12 »: the idea of that mark."""
    bare = "".join(mark.split()).upper()
    letter, number = bare.rstrip("0123456789"), bare.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not letter or not number.isdecimal():
        return None
    rows = Idea.objects.of(initiative).filter(team__letter=letter, number=int(number[:9]))
    found: Idea | None = rows.select_related("team", "initiative", "merged_into").first()
    return found


def ideas_called(initiative: Initiative, marks: Collection[str]) -> dict[str, Idea]:
    """By mark, written « B12 »: asked at once."""
    letters = {mark.rstrip("0123456789") for mark in marks}
    numbers = {int(mark.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for mark in marks}
    rows = Idea.objects.of(initiative).filter(team__letter__in=letters, number__in=numbers)
    found = {f"{idea.team.letter}{idea.number}": idea for idea in rows.select_related("team", "initiative", "merged_into__team")}
    return {mark: idea for mark, idea in found.items() if mark in marks}


def passage_holding(initiative: Initiative, document: UUID, words: str, *, rank: int | None = None) -> Passage:
    """The passage of the latest version where these words stand, that of this rank first."""
    passages = Passage.objects.of(initiative).filter(version__is_latest=True, version__document__public_id=document)
    sought = " ".join(words.split())
    found = sorted(passages.filter(text__contains=sought), key=lambda passage: (passage.rank != rank, passage.rank)) if sought else []
    if not found:
        raise NotInPassage(sought)
    kept: Passage = Passage.objects.select_related("initiative", "version__document__team").get(pk=found[0].pk)
    return kept
