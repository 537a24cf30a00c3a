"""The budget of the process, as the documents give it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from semailles.intake.enums import BudgetPart
from semailles.intake.models import LedgerLine
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class FoundBudget:
    """The budget of the process as one document gives it. `totals`: those it states; `apart`: what it says it leaves out; `others`: first lines of the other budgets, which say something else."""

    lines: tuple[LedgerLine, ...] = ()
    totals: tuple[LedgerLine, ...] = ()
    apart: tuple[LedgerLine, ...] = ()
    others: tuple[LedgerLine, ...] = ()


def found_budget(initiative: Initiative) -> FoundBudget:
    """The surest budget among the documents, then the fullest; two are never added up."""
    by_document: dict[int, list[LedgerLine]] = defaultdict(list)
    rows = LedgerLine.objects.of(initiative).current().select_related("actor", "initiative", "passage__version__document")
    for row in rows.order_by("passage__version__document__path", "rank"):
        by_document[row.passage.version_id].append(row)
    if not by_document:
        return FoundBudget()
    budgets = sorted(by_document.values(), key=lambda rows: (-rows[0].weight, -len(rows)))
    best = budgets[0]
    lines, totals, apart = (
        tuple(row for row in best if row.part == part) for part in (BudgetPart.LINE, BudgetPart.TOTAL, BudgetPart.APART)
    )
    return FoundBudget(lines, totals, apart, tuple(rows[0] for rows in budgets[1:] if _said(rows) != _said(best)))


def _said(rows: Sequence[LedgerLine]) -> list[tuple[object, ...]]:
    return [(row.side, row.part, row.label, row.amount, row.status) for row in rows if row.part == BudgetPart.LINE]
