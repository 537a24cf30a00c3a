"""The budget of the process, found in a document: costs and funding line by line, their totals, and what it leaves out.

A line is told by what stands above it (« Financeurs : », « Dépenses ») and by its own layout (tabs, lists, tables). Budgets of projects,
tables of actions with their costs and sums told in prose are passed over: see `scope.py` for the signs.
"""

from collections.abc import Sequence

from semailles.engines.blocks import Block
from semailles.engines.extracting.findings import ActorMention, CommitmentCue, Ledger
from semailles.engines.extracting.ledger.scope import is_of_process, signs
from semailles.engines.extracting.ledger.sections import budgets
from semailles.engines.extracting.ledger.sureness import decision
from semailles.engines.extracting.ledger.writing import Writer, funders

__all__ = ["find_ledger", "funders"]


def find_ledger(blocks: Sequence[Block], actors: Sequence[ActorMention], commitments: Sequence[CommitmentCue]) -> Ledger:
    """The surest budget of the process in one document; an empty ledger when there is none."""
    decided = decision(blocks)
    said = blocks[decided.block].text[decided.start : decided.end] if decided else ""
    weighed = [(budget, tuple(signs(blocks, budget, decided=said))) for budget in budgets(blocks)]
    kept = [(budget, cues) for budget, cues in weighed if is_of_process(cues)]
    if not kept:
        return Ledger()
    budget, cues = max(kept, key=lambda one: sum(cue.weight for cue in one[1]))
    writer = Writer(blocks, actors, commitments, said)
    return Ledger(writer.lines(budget), writer.passages(budget), cues, decided)
