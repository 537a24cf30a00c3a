"""The ideas of today on the map: the first one whole; then what is new, beside what stands."""

from semailles.convergence.actions import keep_suggestions
from semailles.convergence.errors import MapMovedMeanwhile
from semailles.convergence.queries.corrections import is_touched, last_gesture
from semailles.convergence.queries.grouping import holds_most, placed_grouping, suggested_grouping
from semailles.core.models import Person
from semailles.workshop.models import Initiative

MOST_TRIES = 5


def bring_together(initiative: Initiative, *, by: Person) -> None:
    """The texts are read outside of any transaction: when people moved something meanwhile, it is done again from what they made."""
    for _ in range(MOST_TRIES - 1):
        try:
            return _bring_together(initiative, by)
        except MapMovedMeanwhile:
            continue
    return _bring_together(initiative, by)


def _bring_together(initiative: Initiative, by: Person) -> None:
    seen = last_gesture(initiative)
    has_map = is_touched(initiative) or holds_most(initiative)
    grouping = placed_grouping(initiative) if has_map else suggested_grouping(initiative)
    keep_suggestions(initiative, grouping, seen=seen, by=by)
