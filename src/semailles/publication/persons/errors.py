"""What cannot be erased so."""

from semailles.core.errors import Refusal


class NotAPerson(Refusal):
    """An organisation or a role is no personal matter."""


class StillNeeded(Refusal):
    """Nobody else could run the initiative, or open this workspace."""
