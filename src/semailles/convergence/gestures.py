"""How every gesture on the map is made: checked against what people tied, its evidence computed again, noted whole so that it can be undone whole.

Only actions come here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from semailles.convergence.board import Board
from semailles.convergence.board_rows import read_board, write_board
from semailles.convergence.contradictions import refuse_broken, ties_that_hold
from semailles.convergence.describing import Reading, describe_again
from semailles.convergence.errors import IsDuplicate, IsOut, NoLonger, StandsNowhere
from semailles.convergence.models import Correction, Family
from semailles.convergence.queries.grouping import read_texts
from semailles.core import files
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative

Pair = tuple[str, str, str]  # together or apart, then two ideas


@dataclass(frozen=True, slots=True)
class Told:
    """What a gesture says of itself. `words`: names as they are that day, for its line in the log. `kept`: what else is written with it."""

    words: dict[str, Any]
    ideas: Sequence[str] = ()
    pairs: Sequence[Pair] = ()
    kept: Callable[[Correction, Mapping[str, Family]], None] | None = None


Plan = Callable[[Board], Told]


def perform(initiative: Initiative, plan: Plan, *, verb: str, by: Person, reason: str = "", photo: bytes | None = None) -> Correction:
    """The slow part, reading the texts, comes before the transaction. `photo`: kept once nothing refuses the gesture."""
    return _performed(initiative, plan, _written(verb, reason, by), read_texts(initiative), photo)


def settle(initiative: Initiative, plan: Plan, *, verb: str, by: Person, reason: str = "") -> Correction:
    """A gesture that moves no idea: no text needs to be read."""
    return _performed(initiative, plan, _written(verb, reason, by))


def _written(verb: str, reason: str, by: Person) -> Correction:
    return Correction(verb=verb, reason=reason.strip()[:500], by=by)


def _performed(
    initiative: Initiative, plan: Plan, correction: Correction, reading: Reading | None = None, photo: bytes | None = None
) -> Correction:
    with transaction.atomic():
        Initiative.objects.select_for_update().get(pk=initiative.pk)
        board = read_board(initiative)
        ties = ties_that_hold(initiative, board)
        told = plan(board)
        refuse_broken(board, ties, told.pairs)
        if reading:
            describe_again(board, reading, board.changed(), told.pairs)
        correction.photo = files.keep(photo) if photo else ""
        _note(initiative, board, told, correction)
        _journal(correction.verb, correction, by=correction.by)
    return correction


def _note(initiative: Initiative, board: Board, told: Told, correction: Correction) -> Correction:
    rows = write_board(initiative, board)
    correction.initiative = initiative
    correction.words, correction.pairs = told.words, [list(pair) for pair in told.pairs]
    correction.before, correction.after = board.before, board.after()
    correction.save()
    correction.families.set(rows.values())
    correction.ideas.set([board.cards[idea].key for idea in told.ideas])
    if told.kept:
        told.kept(correction, rows)
    return correction


def _journal(verb: str, correction: Correction, *, by: Person) -> None:
    initiative = correction.initiative
    said = {name: correction.words.get(name, "") for name in ("idea", "other", "family", "to", "moved")}
    idea, other, family, to, moved = said.values()
    record(
        verb,
        _subject(correction),
        by=by,
        initiative=initiative,
        idea=idea,
        other=other,
        family=family,
        to=to,
        moved=moved,
        reason=correction.reason,
    )


def _subject(correction: Correction) -> Family | Initiative:
    """The family that the gesture is about, as a line of the journal links to it."""
    wanted = correction.words.get("about", "")
    family: Family | None = correction.families.filter(public_id=wanted).first() if wanted else None
    return family or correction.initiative


def placed(board: Board, idea: Idea) -> str:
    """Its id; refused when it stands nowhere, where another tells it, or when it counts no more."""
    key = str(idea.public_id)
    card = board.cards.get(key)
    if card is None or key not in board.place:
        raise StandsNowhere(idea)
    if card.told_by != key and card.told_by in board.place:
        raise IsDuplicate(idea, board.cards[card.told_by].title)
    if not card.is_voiced:
        raise IsOut(idea, Idea.objects.get(pk=card.key).get_state_display())
    return key


def on_the_map(board: Board, family: Family) -> str:
    """Its id; refused when it left the map, or when no idea of it counts any more."""
    key = str(family.public_id)
    if key not in board.families or not board.voiced_in(key):
        raise NoLonger(family)
    return key
