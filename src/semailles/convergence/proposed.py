"""A new map beside the one that stands: which ideas would change place. Pure."""

from dataclasses import dataclass

from semailles.convergence.board import Board
from semailles.convergence.identities import identities
from semailles.engines.grouping import Family as FoundFamily
from semailles.engines.grouping import Grouping


@dataclass(frozen=True, slots=True)
class Change:
    """`to`: the family where it would stand, or « » for one to be born, which `new_rank` tells from the others; `nearest`, `words`: why, when it is known."""

    idea: str
    origin: str
    to: str
    new_rank: int | None
    title: str
    nearest: str = ""
    words: tuple[str, ...] = ()


def changes(board: Board, grouping: Grouping) -> list[Change]:
    """Of ideas that stand somewhere and would stand elsewhere; a duplicate follows what tells it."""
    ids = identities(board, grouping.families)
    found = []
    for rank, (key, family) in enumerate(zip(ids, grouping.families, strict=True)):
        found += [_change(board, idea, key, family, rank) for idea in family.members if _would_move(board, idea, key)]
    return found


def _would_move(board: Board, idea: str, key: str) -> bool:
    card = board.cards[idea]
    return board.place.get(idea, key) != key and (card.told_by == idea or card.told_by not in board.place)


def _change(board: Board, idea: str, key: str, family: FoundFamily, rank: int) -> Change:
    is_new = key not in board.families
    title = board.cards[family.medoid].title if is_new else board.families[key].title
    return Change(idea, board.place[idea], "" if is_new else key, rank if is_new else None, title[:300])
