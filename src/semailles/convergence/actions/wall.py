"""The wall as people left it: several moves, one gesture."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from semailles.convergence.board import Board
from semailles.convergence.contradictions import refuse_held
from semailles.convergence.errors import CannotSplit, StandsAlready
from semailles.convergence.gestures import Told, perform, placed
from semailles.convergence.lineage import carry_over
from semailles.convergence.models import Correction
from semailles.convergence.ties import TOGETHER
from semailles.core import files
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate


@dataclass(frozen=True, slots=True)
class WallGroup:
    """Cards that people put together, under the title that they wrote, if any."""

    title: str = ""
    ideas: Sequence[Idea] = field(default_factory=tuple)


def arrange_wall(
    initiative: Initiative, groups: Sequence[WallGroup], photo: bytes | None = None, *, by: Person, reason: str = ""
) -> Correction:
    """What is not on the wall stays where it stands. A group keeps the id of the family of which it has most. The photo is kept beside, as proof."""
    require(may_coordinate(by, initiative), by=by)
    kept = files.keep(photo) if photo else ""
    return perform(initiative, lambda board: _arrange(board, groups), verb="arranged wall", by=by, reason=reason, photo=kept)


def _arrange(board: Board, groups: Sequence[WallGroup]) -> Told:
    wanted = [[placed(board, idea) for idea in group.ideas] for group in groups]
    _refuse_twice(board, wanted)
    was = {idea: board.place[idea] for ideas in wanted for idea in ideas}
    for group, ideas, key in zip(groups, wanted, _targets(board, wanted), strict=True):
        refuse_held(board, ideas, but=key)
        target = key if key in board.families else board.bear(ideas)
        board.put(ideas, target)
        if group.title.strip() and board.families[target].title != group.title.strip()[:300]:
            family = board.touch(target)
            family.title, family.is_named = group.title.strip()[:300], True
    moved = [idea for idea, key in was.items() if board.place[idea] != key]
    if not board.touched:
        raise StandsAlready(_("The wall is as the map already is: there is nothing to change."))
    pairs = [(TOGETHER, first, second) for ideas in wanted for first, second in itertools.pairwise(ideas)]
    return Told({"moved": len(moved)}, [idea for ideas in wanted for idea in ideas], pairs)


def _targets(board: Board, wanted: Sequence[Sequence[str]]) -> list[str]:
    """The family that each group becomes, or an id that no family has yet."""
    before = {UUID(key): set(family.seats) for key, family in board.families.items() if family.is_current}
    return [str(key) for key in carry_over(before, wanted, taken=board.used)]


def _refuse_twice(board: Board, wanted: Sequence[Sequence[str]]) -> None:
    seen: set[str] = set()
    for ideas in wanted:
        if not ideas:
            raise CannotSplit(_("A group of the wall has no idea: take it off, or give its marks."))
        for idea in ideas:
            if idea in seen:
                raise StandsAlready(_("« %(idea)s » is twice on the wall: keep it in one group.") % {"idea": board.cards[idea]})
            seen.add(idea)
