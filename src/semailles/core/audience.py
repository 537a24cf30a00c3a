"""Who may read: three circles, each within the next."""

from enum import IntEnum


class Audience(IntEnum):
    """The widest circle that a thing may be shown to. A reader of one circle sees the things of this circle and of the wider ones."""

    FACILITATOR = 0
    WORKING = 1
    PUBLIC = 2
