"""A line of money: who or what, how much, of which nature, how sure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """How sure a funding line is. `DECIDED`: stated in a dated source."""

    THOUGHT_OF = "envisagé"
    SOUGHT = "sollicité"
    TO_CONFIRM = "à confirmer"
    DECIDED = "décidé"
    NOTIFIED = "notifié"
    PAID = "versé"
    REFUSED = "refusé"


class Nature(StrEnum):
    GRANT = "subvention"
    OWN_FUNDS = "fonds propres"
    LOAN = "prêt"
    REVENUE = "recette"
    CITIZEN = "citoyen"
    IN_KIND = "en nature valorisé"
    VOLUNTEERING = "bénévolat non valorisé"


class TaxBase(StrEnum):
    NET = "HT"
    GROSS = "TTC"
    NONE = "sans objet"


CONFIRMED = frozenset({Status.DECIDED, Status.NOTIFIED, Status.PAID})
HOPED = CONFIRMED | {Status.SOUGHT, Status.TO_CONFIRM}
APART = frozenset({Nature.IN_KIND, Nature.VOLUNTEERING})


@dataclass(frozen=True, slots=True)
class Line:
    """`amount` in euros, or None when the line is not valued. A cost has neither status nor nature of its own.

    `tax_base`: None when nobody said it. `detail`: what is given, how the sum is made.
    """

    label: str
    amount: Decimal | int | None
    status: Status = Status.TO_CONFIRM
    nature: Nature = Nature.GRANT
    tax_base: TaxBase | None = None
    detail: str = ""
    year: int | None = None
