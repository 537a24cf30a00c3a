"""Where the groups of a wall land on the map. Nothing is written here: whoever previews a wall and whoever keeps it ask the same."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from semailles.convergence.board import Board
from semailles.convergence.contradictions import refuse_held
from semailles.convergence.errors import CannotSplit, StandsAlready
from semailles.convergence.gestures import Told, placed
from semailles.convergence.ties import TOGETHER
from semailles.convergence.titles import title_as_typed
from semailles.engines.words import fold
from semailles.intake.models import Idea


@dataclass(frozen=True, slots=True)
class WallGroup:
    """Cards that people put together, under the title that they wrote, if any."""

    title: str = ""
    ideas: Sequence[Idea] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Landing:
    """A group of the wall on the board. `was`: the title of the family before, "" when it is born; `origins`: where each idea stood."""

    key: str
    was: str
    ideas: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    landings: tuple[Landing, ...]
    told: Told


def arrange(board: Board, groups: Sequence[WallGroup]) -> Arranged:
    """What is not on the wall stays where it stands. A group becomes the family whose title it bears, or of which it holds most."""
    groups = _by_title(groups)
    wanted = [[placed(board, idea) for idea in group.ideas] for group in groups]
    _refuse_twice(board, wanted)
    was = {idea: board.place[idea] for ideas in wanted for idea in ideas}
    targets = _targets(board, groups, wanted)
    landings = [
        _land(board, group, ideas, key, tuple(was[idea] for idea in ideas))
        for group, ideas, key in zip(groups, wanted, targets, strict=True)
    ]
    if not board.touched:
        raise StandsAlready(_("The wall is as the map already is: there is nothing to change."))
    moved = [idea for idea, key in was.items() if board.place[idea] != key]
    pairs = [(TOGETHER, first, second) for ideas in wanted for first, second in itertools.pairwise(ideas)]
    return Arranged(tuple(landings), Told({"moved": len(moved)}, [idea for ideas in wanted for idea in ideas], pairs))


def _by_title(groups: Sequence[WallGroup]) -> list[WallGroup]:
    """Two groups of one title are one; those without a title stay as they are."""
    found: dict[str | int, WallGroup] = {}
    for rank, group in enumerate(groups):
        key = fold(group.title).strip() or rank
        before = found.get(key)
        found[key] = WallGroup(before.title, tuple(dict.fromkeys([*before.ideas, *group.ideas]))) if before else group
    return list(found.values())


def _land(board: Board, group: WallGroup, ideas: Sequence[str], key: str, origins: tuple[str, ...]) -> Landing:
    refuse_held(board, ideas, but=key)
    was = board.families[key].title if key else ""
    target = key or board.bear(ideas)
    if any(board.place[idea] != target for idea in ideas):
        board.put(ideas, target)
    title = title_as_typed(group.title)
    if title and board.families[target].title != title:
        family = board.touch(target)
        family.title, family.is_named = title, True
    return Landing(target, was, tuple(ideas), origins)


def _targets(board: Board, groups: Sequence[WallGroup], wanted: Sequence[Sequence[str]]) -> list[str]:
    """The family that each group becomes, "" for one that is born. Between two that it holds as much of, the larger one."""
    found = _entitled(board, groups)
    on_wall = {idea for ideas in wanted for idea in ideas}
    owned = sorted(
        (-len(seats.intersection(ideas)), -len(seats), rank, key)
        for key, seats in _own_seats(board).items()
        for rank, ideas in enumerate(wanted)
        if _holds(seats, ideas, on_wall)
    )
    for _common, _size, rank, key in owned:
        if rank not in found and key not in found.values():
            found[rank] = key
    return [found.get(rank, "") for rank in range(len(wanted))]


def _entitled(board: Board, groups: Sequence[WallGroup]) -> dict[int, str]:
    """By the title that is written: of two families that bear it, the first."""
    titles: dict[str, str] = {}
    for key, family in board.families.items():
        if family.is_current:
            titles.setdefault(fold(family.title).strip(), key)
    named = {fold(group.title).strip(): rank for rank, group in reversed(list(enumerate(groups))) if group.title.strip()}
    return {rank: titles[title] for title, rank in named.items() if title in titles}


def _own_seats(board: Board) -> dict[str, set[str]]:
    """Without the duplicates, which follow what tells them."""
    current = {key: family.seats for key, family in board.families.items() if family.is_current}
    return {key: {idea for idea in seats if _is_told_by_none(board, idea)} for key, seats in current.items()}


def _is_told_by_none(board: Board, idea: str) -> bool:
    told_by = board.cards[idea].told_by
    return told_by == idea or told_by not in board.place


def _holds(seats: set[str], ideas: Sequence[str], on_wall: set[str]) -> bool:
    """More than half of the family; half is enough when all of it is on the wall."""
    common = len(seats.intersection(ideas))
    return 2 * common > len(seats) or (common > 0 and 2 * common == len(seats) and seats <= on_wall)


def _refuse_twice(board: Board, wanted: Sequence[Sequence[str]]) -> None:
    seen: set[str] = set()
    for ideas in wanted:
        if not ideas:
            raise CannotSplit(_("A group of the wall has no idea: take it off, or give its marks."))
        for idea in ideas:
            if idea in seen:
                raise StandsAlready(_("« %(idea)s » is twice on the wall: keep it in one group.") % {"idea": board.cards[idea]})
            seen.add(idea)
