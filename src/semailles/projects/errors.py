"""What projects refuse, as sentences."""

from semailles.core.errors import Refusal


class Closed(Refusal):
    """The project was dropped, or merged into another."""
