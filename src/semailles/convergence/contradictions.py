"""A gesture that would break an earlier one is refused: the sentence names both, and the way out."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from semailles.convergence.board import Board
from semailles.convergence.errors import Contradicts, IsPinned, IsValidated
from semailles.convergence.models import Correction
from semailles.convergence.queries.corrections import ties_of
from semailles.convergence.telling import day_of
from semailles.convergence.ties import TOGETHER, Tie, broken, chain
from semailles.workshop.models import Initiative


def ties_that_hold(initiative: Initiative, board: Board, *, without: int | None = None) -> list[Tie]:
    """What people tied and the map respects: where a duplicate was marked since, what tells it counts."""
    return [tie for tie in ties_of(initiative, without=without) if broken([tie], place_on(board)) is None]


def place_on(board: Board) -> "_Place":
    return _Place(board)


class _Place:
    """Where an idea stands; a duplicate stands where what tells it does."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def __call__(self, idea: str) -> str | None:
        card = self.board.cards.get(idea)
        return self.board.place.get(card.told_by if card else idea)


def refuse_broken(board: Board, ties: Sequence[Tie], pairs: Sequence[tuple[str, str, str]]) -> None:
    """`pairs`: what the gesture says itself."""
    place = place_on(board)
    clash = broken(ties, place)
    if clash is None:
        own = broken([Tie(*pair) for pair in pairs], place)
        through = chain(own.first, own.second, ties) if own else []
        clash = through[0] if through else None
    if clash is not None:
        raise Contradicts(_sentence(board, clash))


def _sentence(board: Board, tie: Tie) -> str:
    correction = Correction.objects.select_related("by", "initiative").get(pk=tie.correction)
    named = {"first": board.cards[tie.first].title, "second": board.cards[tie.second].title} | _of(correction)
    if tie.kind == TOGETHER:
        return (
            _(
                "What you ask parts « %(first)s » and « %(second)s », which %(who)s kept together on %(when)s%(why)s: undo that gesture first."
            )
            % named
        )
    return (
        _(
            "What you ask brings together « %(first)s » and « %(second)s », which %(who)s kept apart on %(when)s%(why)s: undo that gesture first."
        )
        % named
    )


def _of(correction: Correction) -> dict[str, str]:
    why = _(" (“%(reason)s”)") % {"reason": correction.reason} if correction.reason else ""
    return {"who": str(correction.by), "when": day_of(correction.at, correction.initiative), "why": why}


def refuse_held(board: Board, ideas: Sequence[str], *, but: str = "") -> None:
    """Ideas pinned, or validated with their family, do not leave it; `but`: the family that they may stay in."""
    for idea in ideas:
        key = board.place[idea]
        family = board.families[key]
        if key == but:
            continue
        if family.seats[idea].is_pinned:
            raise IsPinned(board.cards[idea].title, family.title)
        if family.validated_at and not family.seats[idea].is_doubtful:
            raise IsValidated(family.title)
