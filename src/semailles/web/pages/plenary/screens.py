"""What a room sees, one convergence a screen: read from the working document, where no person is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from semailles.convergence.models import Family, FamilyMember
from semailles.publication.audiences import for_working_document
from semailles.publication.queries import snapshot
from semailles.publication.views import FamilyView, IdeaView, Snapshot
from semailles.publication.words import explanation, source_words
from semailles.workshop.models import Initiative

FEW = 6  # ideas whose quotes hold on one screen


@dataclass(frozen=True, slots=True)
class Voice:
    """An idea as the room reads it. `key`: the figure that ticks it, for the first nine."""

    idea: IdeaView
    where: str
    key: str
    is_doubtful: bool = False
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A convergence in the order of the session."""

    view: FamilyView
    family: Family
    theme: str

    @property
    def id(self) -> UUID:
        return self.family.public_id

    @property
    def name(self) -> str:
        """In a list where one chooses: the marks tell which it is."""
        return self.view.title


@dataclass(frozen=True, slots=True)
class Session:
    """All the convergences, theme by theme, the largest theme first; in each, the strongest first."""

    told: Snapshot
    lines: tuple[Line, ...]

    @property
    def validated(self) -> int:
        return sum(line.family.is_validated for line in self.lines)

    def place(self, public_id: UUID) -> int | None:
        return next((rank for rank, line in enumerate(self.lines) if line.id == public_id), None)

    def waiting_after(self, place: int) -> Line | None:
        """The next that nobody validated; after the last, those before."""
        order = (*self.lines[place:], *self.lines[:place])
        return next((line for line in order if not line.family.is_validated), None)


@dataclass(frozen=True, slots=True)
class Screen:
    """`others`: where its ideas may go. `before`, `after`: the screens beside it."""

    line: Line
    number: int
    explanation: str
    voices: tuple[Voice, ...]
    others: tuple[Line, ...]
    before: Line | None
    after: Line | None

    @property
    def are_quoted(self) -> bool:
        return len(self.voices) <= FEW


def session_of(initiative: Initiative) -> Session:
    told = for_working_document(snapshot(initiative))
    rows = {str(family.public_id): family for family in Family.objects.of(initiative).current()}
    themes = {theme.id: (rank, theme.title) for rank, theme in enumerate(told.themes)}
    found = [Line(view, rows[view.id], themes.get(view.theme, (0, ""))[1]) for view in told.convergences if view.id in rows]
    order = sorted(found, key=lambda line: themes.get(line.view.theme, (len(themes), ""))[0])
    return Session(told, tuple(order))


def screen_of(session: Session, place: int) -> Screen:
    line, told = session.lines[place], session.told
    seats = {
        str(idea): (is_doubtful, is_pinned)
        for idea, is_doubtful, is_pinned in FamilyMember.objects.filter(family=line.family).values_list(
            "idea__public_id", "is_doubtful", "is_pinned"
        )
    }
    voices = tuple(_voice(told.idea(idea), rank, seats) for rank, idea in enumerate(line.view.ideas, start=1))
    return Screen(
        line,
        place + 1,
        explanation(line.view, told),
        voices,
        tuple(other for other in session.lines if other.id != line.id),
        _beside(session.lines, place - 1),
        _beside(session.lines, place + 1),
    )


def _voice(idea: IdeaView, rank: int, seats: Mapping[str, tuple[bool, bool]]) -> Voice:
    return Voice(idea, source_words(idea.sources[0]), str(rank) if rank < 10 else "", *seats.get(idea.id, (False, False)))  # noqa: PLR2004  # keys 1 to 9


def _beside(lines: Sequence[Line], place: int) -> Line | None:
    return lines[place] if 0 <= place < len(lines) else None
