"""Which family of today each family of a new grouping is."""

from collections.abc import Sequence
from uuid import UUID

from semailles.convergence.board import Board
from semailles.convergence.lineage import born, carry_over


def identities(board: Board, groups: Sequence[Sequence[str]], keys: Sequence[str] = ()) -> list[str]:
    """`keys`: ids already known, « » for a family that is born. Where people hold an idea, its family keeps its id; elsewhere it goes by overlap."""
    used = set(board.used)
    if keys:
        return [key or str(born(sorted(members), used)) for key, members in zip(keys, groups, strict=True)]
    held = {idea: key for key in board.families for idea in held_in(board, key)}
    fixed = [next((held[idea] for idea in members if idea in held), "") for members in groups]
    free = [rank for rank, key in enumerate(fixed) if not key]
    before = {UUID(key): set(family.seats) for key, family in board.families.items() if family.is_current and key not in fixed}
    carried = dict(zip(free, carry_over(before, [groups[rank] for rank in free], taken=used), strict=True))
    return [key or str(carried[rank]) for rank, key in enumerate(fixed)]


def held_in(board: Board, key: str) -> list[str]:
    """Ideas of a family that stay there: validated with it, or pinned."""
    family = board.families[key]
    return [idea for idea, seat in family.seats.items() if seat.is_pinned or (family.validated_at and not seat.is_doubtful)]
