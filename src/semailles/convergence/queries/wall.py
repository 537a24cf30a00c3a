"""What keeping a wall would change, told before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from semailles.convergence.board import Board
from semailles.convergence.board_rows import read_board
from semailles.convergence.contradictions import refuse_broken, ties_that_hold
from semailles.convergence.models import FamilyMember
from semailles.convergence.wall import Landing, WallGroup, arrange
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class Moved:
    """An idea of the wall. `origin`: the title of the group that it leaves, "" when it does not move."""

    mark: str
    title: str
    origin: str


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    """`was`: its title before, "" for a group that is born. `staying`: ideas of it that are not on the wall, and stay."""

    title: str
    was: str
    ideas: tuple[Moved, ...]
    staying: tuple[str, ...]

    @property
    def is_alone(self) -> bool:
        """A card that hangs by itself."""
        return not self.was and len(self.ideas) == 1

    @property
    def is_renamed(self) -> bool:
        return bool(self.was) and self.was != self.title

    @property
    def moves(self) -> int:
        return sum(bool(idea.origin) for idea in self.ideas)

    @property
    def is_as_it_was(self) -> bool:
        return bool(self.was) and not self.is_renamed and not self.moves


@dataclass(frozen=True, slots=True)
class PlannedWall:
    """`left`: titles of the groups that would be empty, and leave the map. `elsewhere`: how many ideas are not on the wall."""

    groups: tuple[PlannedGroup, ...]
    left: tuple[str, ...]
    elsewhere: int

    @property
    def moves(self) -> int:
        return sum(group.moves for group in self.groups)

    @property
    def births(self) -> int:
        return sum(not group.was and not group.is_alone for group in self.groups)


def planned_wall(initiative: Initiative, groups: Sequence[WallGroup]) -> PlannedWall:
    """Refused as keeping it would be."""
    board = read_board(initiative)
    titles = {key: family.title for key, family in board.families.items()}
    ties = ties_that_hold(initiative, board)
    arranged = arrange(board, groups)
    refuse_broken(board, ties, arranged.told.pairs)
    on_wall = {idea for landing in arranged.landings for idea in landing.ideas}
    found = tuple(_group(board, landing, titles, on_wall) for landing in arranged.landings)
    left = tuple(titles[key] for key in board.touched if key in titles and not board.families[key].is_current)
    return PlannedWall(found, left, len([idea for idea in board.place if idea not in on_wall and _is_told_by_itself(board, idea)]))


def ideas_on_the_map(initiative: Initiative) -> dict[str, Idea]:
    """By mark, the ideas that a wall may hold: a duplicate stands where what tells it does."""
    standing = FamilyMember.objects.of(initiative).standing().filter(idea__merged_into=None, idea__number__isnull=False)
    rows = Idea.objects.of(initiative).filter(pk__in=standing.values("idea")).select_related("team", "initiative", "merged_into")
    return {f"{idea.team.letter}{idea.number}": idea for idea in rows}


def _group(board: Board, landing: Landing, titles: dict[str, str], on_wall: set[str]) -> PlannedGroup:
    ideas = tuple(
        Moved(board.cards[idea].mark, board.cards[idea].title, "" if origin == landing.key else titles[origin])
        for idea, origin in zip(landing.ideas, landing.origins, strict=True)
    )
    family = board.families[landing.key]
    staying = tuple(str(board.cards[idea]) for idea in family.seats if idea not in on_wall and _is_told_by_itself(board, idea))
    return PlannedGroup(family.title, landing.was, ideas, staying)


def _is_told_by_itself(board: Board, idea: str) -> bool:
    return board.cards[idea].told_by == idea
