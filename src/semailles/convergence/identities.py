"""Which family of today each family of a new grouping is."""

from collections.abc import Sequence
from uuid import UUID

from semailles.convergence.board import Board
from semailles.convergence.lineage import carry_over
from semailles.engines.grouping import Family as FoundFamily


def identities(board: Board, found: Sequence[FoundFamily]) -> list[str]:
    """A family that was standing has its key; where people hold an idea, its family keeps its id; elsewhere it goes by overlap."""
    groups, used = [family.members for family in found], set(board.used)
    held = {idea: key for key in board.families for idea in held_in(board, key)}
    fixed = [family.key or next((held[idea] for idea in family.members if idea in held), "") for family in found]
    free = [rank for rank, key in enumerate(fixed) if not key]
    before = {UUID(key): set(family.seats) for key, family in board.families.items() if family.is_current and key not in fixed}
    carried = dict(zip(free, carry_over(before, [groups[rank] for rank in free], taken=used), strict=True))
    return [key or str(carried[rank]) for rank, key in enumerate(fixed)]


def held_in(board: Board, key: str) -> list[str]:
    """Ideas of a family that stay there: validated with it, or pinned. A duplicate goes with what tells it."""
    family = board.families[key]
    held = [idea for idea, seat in family.seats.items() if seat.is_pinned or (family.validated_at and not seat.is_doubtful)]
    return [idea for idea in held if board.cards[idea].told_by == idea]
