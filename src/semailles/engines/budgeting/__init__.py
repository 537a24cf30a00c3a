"""Cost and funding lines → totals confirmed, hoped, in kind apart, the gap that remains, year by year; the same euro written twice."""

from semailles.engines.budgeting.doubles import CERTAINTY, Pledge, counted_twice
from semailles.engines.budgeting.lines import Line, Nature, Status, TaxBase
from semailles.engines.budgeting.totals import Balance, balance, summed
from semailles.engines.budgeting.years import YearFlow, by_year

__all__ = [
    "CERTAINTY",
    "Balance",
    "Line",
    "Nature",
    "Pledge",
    "Status",
    "TaxBase",
    "YearFlow",
    "balance",
    "by_year",
    "counted_twice",
    "summed",
]
