"""The three readings of a balance. Method: the founding case (needs 12 000, confirmed 7 000, gap 5 000, an intern in kind apart)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from semailles.engines.budgeting.lines import APART, CONFIRMED, HOPED, Line, TaxBase

TAXED = (TaxBase.NET, TaxBase.GROSS)


@dataclass(frozen=True, slots=True)
class Balance:
    """Euros. `hoped` holds `confirmed`; `gap` = needs - confirmed; `in_kind` is listed, never summed.

    `tax_bases`: HT, TTC or both, as said by the lines that were added; two of them are not comparable, and the reader must be told.
    """

    needs: Decimal
    hoped: Decimal
    confirmed: Decimal
    gap: Decimal
    in_kind: tuple[Line, ...]
    tax_bases: tuple[TaxBase, ...] = ()

    @property
    def mixes_tax_bases(self) -> bool:
        return len(self.tax_bases) > 1


def balance(resources: Iterable[Line], costs: Iterable[Line]) -> Balance:
    resources, costs = tuple(resources), tuple(costs)
    valued = [line for line in resources if line.nature not in APART]
    needs = summed(costs)
    confirmed = summed(line for line in valued if line.status in CONFIRMED)
    hoped = summed(line for line in valued if line.status in HOPED)
    said = {line.tax_base for line in (*costs, *valued) if line.amount is not None}
    in_kind = tuple(line for line in resources if line.nature in APART)
    return Balance(needs, hoped, confirmed, needs - confirmed, in_kind, tuple(base for base in TAXED if base in said))


def summed(lines: Iterable[Line]) -> Decimal:
    """Lines without an amount add nothing: they are listed by whoever prints."""
    return sum((Decimal(line.amount) for line in lines if line.amount is not None), Decimal(0))
