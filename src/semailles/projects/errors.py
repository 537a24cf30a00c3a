"""What projects refuse, as sentences."""

from semailles.core.errors import Refusal


class NotReady(Refusal):
    """The next step of maturity asks for what is not there yet."""


class TopReached(Refusal):
    """There is no step above, or none below."""


class NoReason(Refusal):
    """A gesture that needs its reason came without it."""


class OutOfOrder(Refusal):
    """A step is dated before the one that it follows."""


class Closed(Refusal):
    """The project was dropped, or merged into another."""


class TurnsInACircle(Refusal):
    """What waits would, in the end, wait for itself."""


class NothingToSettle(Refusal):
    """No level counts yet."""


class OtherCliff(Refusal):
    """An offer of another kind of help."""


class NotOffered(Refusal):
    """An offer that was set aside, or that is for another project alone."""


class NotAPicture(Refusal):
    """A file that cannot be shown on a sheet."""


class UnknownCommune(Refusal):
    """No commune, or several, answer to what was written."""


class WrongIdea(Refusal):
    """An idea that cannot feed this project, or that does not."""


class NotMergeable(Refusal):
    """Two projects that cannot be made one, or parted again."""


class NotParted(Refusal):
    """A split that would leave nothing on one side."""


class Unsaid(Refusal):
    """A title or a reason is missing."""


class NotShared(Refusal):
    """What is transverse serves two projects at least."""
