"""Why a new grouping would move an idea: which one it would stand beside, the words that they share, and the notions (« ≈ covoiturage »)."""

from collections.abc import Mapping

from semailles.convergence.board_rows import read_board
from semailles.convergence.proposed import changes
from semailles.convergence.queries.grouping import corpus_of
from semailles.convergence.queries.vocabulary import confirmed_equivalences
from semailles.engines.grouping import Grouping, Neighbourhood
from semailles.workshop.models import Initiative

Reasons = Mapping[str, tuple[str, tuple[str, ...]]]


def reasons_of(initiative: Initiative, grouping: Grouping) -> Reasons:
    """By id of each idea that would move, the nearest of the family where it would stand. Slow: never inside a transaction."""
    moved = {change.idea for change in changes(read_board(initiative), grouping)}
    if not moved:
        return {}
    near = Neighbourhood(corpus_of(initiative).texts, lang=initiative.lang, equivalences=confirmed_equivalences(initiative))
    beside = {idea: family.members for family in grouping.families for idea in family.members if idea in moved}
    links = {idea: near.of(idea, most=1, among=members) for idea, members in beside.items()}
    return {idea: (found[0].b, found[0].words) for idea, found in links.items() if found}
