"""Cost and funding lines → totals confirmed, hoped, in kind apart, and the gap that remains."""

from semailles.engines.budgeting.lines import Line, Nature, Status, TaxBase
from semailles.engines.budgeting.totals import Balance, balance, summed

__all__ = ["Balance", "Line", "Nature", "Status", "TaxBase", "balance", "summed"]
