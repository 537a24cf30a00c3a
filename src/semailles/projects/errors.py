"""What projects refuse, as sentences."""

from semailles.core.errors import Refusal


class Closed(Refusal):
    """The project was dropped, or merged into another."""


class TurnsInACircle(Refusal):
    """What waits would, in the end, wait for itself."""


class NothingToSettle(Refusal):
    """No level counts yet."""
