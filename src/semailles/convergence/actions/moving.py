"""What people move on the map: ideas from one family to another, together or apart."""

from django.utils.translation import gettext as _

from semailles.convergence.board import Board
from semailles.convergence.contradictions import refuse_held, ties_that_hold
from semailles.convergence.errors import StandsAlready
from semailles.convergence.gestures import Told, on_the_map, perform, placed
from semailles.convergence.models import Correction, Family
from semailles.convergence.ties import APART, TOGETHER, bound_to
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.models import Idea
from semailles.workshop.rules import may_shape


def move_idea(idea: Idea, to: Family | None, *, by: Person, reason: str = "") -> Correction:
    """It stands in this family from now on; without one, in a family of its own."""
    require(may_shape(by, idea.initiative), by=by)

    def plan(board: Board) -> Told:
        key = placed(board, idea)
        refuse_held(board, [key])
        origin = board.place[key]
        rest = [one for one in board.voiced_in(origin) if one not in board.with_duplicates([key])]
        family = board.families[origin].title
        if (to is None and not rest) or (to and origin == str(to.public_id)):
            raise StandsAlready(_("« %(idea)s » stands there already.") % {"idea": idea})
        anchor = _anchor(board, on_the_map(board, to)) if to else ""
        target = on_the_map(board, to) if to else board.bear([key])
        board.put([key], target)
        pairs = [(TOGETHER, key, anchor)] if anchor else [(APART, key, rest[0])]
        words = {"idea": str(board.cards[key]), "family": family, "to": board.families[target].title, "about": target}
        return Told(words, [key], pairs)

    return perform(idea.initiative, plan, verb="moved idea", by=by, reason=reason)


def join_ideas(first: Idea, second: Idea, *, by: Person, reason: str = "") -> Correction:
    """They stand together, whatever comes after: the first goes where the second stands, with those that people tied to it."""
    require(may_shape(by, first.initiative), by=by)

    def plan(board: Board) -> Told:
        one, other = placed(board, first), placed(board, second)
        _refuse_said(TOGETHER, first, second, board)
        going = _tied(first, board, one)
        target = board.place[other]
        if board.place[one] != target:
            refuse_held(board, [idea for idea in going if idea in board.place], but=target)
            board.put(going, target)
        board.touch(target)
        words = {"idea": str(board.cards[one]), "other": str(board.cards[other]), "about": target}
        return Told(words, [one, other], [(TOGETHER, one, other)])

    return perform(first.initiative, plan, verb="joined ideas", by=by, reason=reason)


def part_ideas(first: Idea, second: Idea, *, by: Person, reason: str = "") -> Correction:
    """They stand apart, whatever comes after: when they stood together, the first leaves, with those that people tied to it."""
    require(may_shape(by, first.initiative), by=by)

    def plan(board: Board) -> Told:
        one, other = placed(board, first), placed(board, second)
        _refuse_said(APART, first, second, board)
        if board.place[one] == board.place[other]:
            going = _tied(first, board, one)
            refuse_held(board, [idea for idea in going if idea in board.place])
            if other not in going:
                board.bear(going)
        for idea in (one, other):
            board.touch(board.place[idea])
        words = {"idea": str(board.cards[one]), "other": str(board.cards[other]), "about": board.place[one]}
        return Told(words, [one, other], [(APART, one, other)])

    return perform(first.initiative, plan, verb="parted ideas", by=by, reason=reason)


def _tied(idea: Idea, board: Board, key: str) -> list[str]:
    tied = bound_to(key, ties_that_hold(idea.initiative, board))
    return [one for one in tied if one in board.place]


def _refuse_said(kind: str, first: Idea, second: Idea, board: Board) -> None:
    """One idea twice, or two that people said it of already."""
    if first.pk == second.pk:
        raise StandsAlready(_("« %(idea)s » is one idea: choose another one beside it.") % {"idea": first})
    pair = {str(first.public_id), str(second.public_id)}
    if any(tie.kind == kind and {tie.first, tie.second} == pair for tie in ties_that_hold(first.initiative, board)):
        together = _("« %(idea)s » and « %(other)s » are kept together already.")
        apart = _("« %(idea)s » and « %(other)s » are kept apart already.")
        raise StandsAlready((together if kind == TOGETHER else apart) % {"idea": first, "other": second})


def _anchor(board: Board, key: str) -> str:
    """The idea that tells a family, for a pair to name it."""
    family = board.families[key]
    voiced = board.voiced_in(key)
    return family.medoid if family.medoid in voiced else voiced[0]
