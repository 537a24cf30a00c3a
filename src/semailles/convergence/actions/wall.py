"""The wall as people left it: several moves, one gesture."""

from collections.abc import Sequence

from semailles.convergence.gestures import perform
from semailles.convergence.models import Correction
from semailles.convergence.wall import WallGroup, arrange
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape


def arrange_wall(
    initiative: Initiative, groups: Sequence[WallGroup], photo: bytes | None = None, *, by: Person, reason: str = ""
) -> Correction:
    """What is not on the wall stays where it stands. The photo is kept beside, as proof; not that of a wall that is refused."""
    require(may_shape(by, initiative), by=by)
    return perform(initiative, lambda board: arrange(board, groups).told, verb="arranged wall", by=by, reason=reason, photo=photo)
