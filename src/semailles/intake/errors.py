"""Refusals of intake: the head of a sentence."""

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal


class NoBudgetFound(Refusal):
    def __init__(self) -> None:
        super().__init__(_("No budget of the process was found in the documents: write its lines by hand."))


class BudgetAlreadyWritten(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The budget of the process already has lines: set them aside first, or copy by hand what is missing."))


class OriginalGone(Refusal):
    """The file itself is no longer kept; what was read in it is."""
