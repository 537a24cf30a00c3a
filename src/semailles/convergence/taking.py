"""Changes of a proposed map, put on the board. Only actions come here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from semailles.convergence.board import Board
from semailles.convergence.board_rows import portraits
from semailles.convergence.contradictions import place_on, refuse_held, ties_that_hold
from semailles.convergence.enums import ChangeState, CorrectionVerb
from semailles.convergence.errors import DecidedAlready, MapMoved, NothingLeft, ProposalClosed
from semailles.convergence.gestures import Told
from semailles.convergence.models import Correction, Family, Proposal, ProposedChange
from semailles.convergence.ties import TOGETHER, Tie, broken


class Taking:
    """Some changes of a proposal, taken as one gesture: those that people's ties bind to them come along."""

    def __init__(self, proposal: Proposal, asked: Sequence[int]) -> None:
        self.proposal, self.asked = proposal, asked
        self.rows: dict[str, ProposedChange] = {}
        self.taken: dict[str, ProposedChange] = {}
        self.born: dict[int, str] = {}  # id of each family born, by its rank in the proposed map

    def plan(self, board: Board) -> Told:
        related = "idea", "from_family", "to_family"
        self.rows = {str(row.idea.public_id): row for row in self.proposal.changes.select_related(*related).order_by("rank")}
        asked = [row for row in self.rows.values() if row.pk in self.asked]
        refuse_decided(self.proposal, asked)
        ties = ties_that_hold(self.proposal.initiative, board)
        self._take(board, asked)
        while (clash := broken(ties, place_on(board))) and (more := self._freeing(clash)):
            self._take(board, more)
        moved = list(self.taken)
        target = board.place[moved[0]]
        words = {"idea": str(board.cards[moved[0]]), "to": board.families[target].title, "moved": len(moved), "about": target}
        beside = [(TOGETHER, idea, other) for idea in moved if (other := _beside(board, idea))]
        return Told(words, moved, beside, self._note)

    def _take(self, board: Board, rows: Sequence[ProposedChange]) -> None:
        for row in rows:
            idea = str(row.idea.public_id)
            if board.place.get(idea) != str(row.from_family.public_id):
                raise MapMoved(row.idea)
            refuse_held(board, [idea])
            self._put(board, row, idea)
            self.taken[idea] = row

    def _put(self, board: Board, row: ProposedChange, idea: str) -> None:
        target = self._target(board, row)
        if target:
            board.put([idea], target)
        elif row.new_rank is None:
            raise MapMoved(row.idea)
        else:
            self.born[row.new_rank] = board.bear([idea])

    def _target(self, board: Board, row: ProposedChange) -> str:
        """The family on the map; one that was only emptied by changes taken comes back to it."""
        if row.new_rank in self.born:
            return self.born[row.new_rank]
        if row.to_family is None:
            return ""
        key = str(row.to_family.public_id)
        if key not in board.families and _was_emptied_here(row.to_family):
            board.families |= {key: replace(portrait, seats={}) for key, portrait in portraits([row.to_family]).items()}
        return key if key in board.families else ""

    def _freeing(self, clash: Tie) -> list[ProposedChange]:
        rows = [self.rows[idea] for idea in (clash.first, clash.second) if idea in self.rows and idea not in self.taken]
        return [row for row in rows if row.is_waiting]

    def _note(self, correction: Correction, families: Mapping[str, Family]) -> None:
        keys = [row.pk for row in self.taken.values()]
        self.proposal.changes.filter(pk__in=keys).update(state=ChangeState.TAKEN, correction=correction)
        for rank, key in self.born.items():
            self.proposal.changes.filter(new_rank=rank).update(to_family=families[key])


def refuse_decided(proposal: Proposal, changes: Sequence[ProposedChange]) -> None:
    if not Proposal.objects.get(pk=proposal.pk).is_open:
        raise ProposalClosed
    if not changes:
        raise NothingLeft
    for change in changes:
        if not change.is_waiting:
            raise DecidedAlready(change.idea)


def _was_emptied_here(family: Family) -> bool:
    last = family.corrections.standing().first()
    return last is not None and last.verb == CorrectionVerb.TAKEN


def _beside(board: Board, idea: str) -> str:
    """Another idea of the family where it now stands: the one that tells it, if it is another."""
    family = board.families[board.place[idea]]
    others = [one for one in family.seats if one != idea and board.cards[one].told_by != idea]
    return family.medoid if family.medoid in others else next(iter(others), "")
