"""Refusals of intake."""

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal


class NoBudgetFound(Refusal):
    def __init__(self) -> None:
        super().__init__(_("No budget of the process was found in the documents: write its lines by hand."))


class BudgetAlreadyWritten(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The budget of the process already has lines: set them aside first, or copy by hand what is missing."))
