"""The budget of the process: the lines that people gave, else those read in a document, which nobody validated yet."""

from collections.abc import Callable, Iterable
from operator import attrgetter

from semailles.engines.budgeting import Balance, Line, Nature, Status, TaxBase, balance, summed
from semailles.engines.budgeting.lines import APART
from semailles.intake.enums import BudgetSide
from semailles.intake.models import Excerpt, LedgerLine
from semailles.intake.queries import FoundBudget, found_budget
from semailles.publication.views import BudgetView, CostView, ExcerptView, FundingView, TotalView
from semailles.workshop.models import Initiative
from semailles.workshop.money import CostLine, FundingLine
from semailles.workshop.queries import BudgetView as LinesView
from semailles.workshop.queries import process_budget_view

Show = Callable[[Excerpt], ExcerptView]


def process_budget(initiative: Initiative, show: Show, lines: LinesView | None = None) -> BudgetView:
    """`show`: from an excerpt to its view. `lines`: what people gave, when it was already read."""
    given = lines or process_budget_view(initiative)
    if not given.costs and not given.fundings:
        return _found(found_budget(initiative), show)
    return given_budget(given)


def given_budget(given: LinesView, *, said: Callable[[CostLine | FundingLine], str] = attrgetter("detail")) -> BudgetView:
    """Lines that people gave, whoever owns them. `said`: what stands beside the name of a line."""
    fundings = sorted(given.fundings, key=lambda row: (row.line.rank, row.line.pk))
    return BudgetView(
        costs=tuple(CostView(row.line.item, _number(row.line.amount), said(row.line)) for row in given.costs),
        fundings=tuple(
            FundingView(row.line.funder, _number(row.line.amount), row.line.nature, row.counts_as.value, said(row.line), _id(row.line))
            for row in fundings
        ),
        balance=given.balance,
    )


def _found(found: FoundBudget, show: Show) -> BudgetView:
    if not found.lines:
        return BudgetView()
    costs = [line for line in found.lines if line.side == BudgetSide.COST]
    fundings = [line for line in found.lines if line.side == BudgetSide.FUNDING]
    return BudgetView(
        costs=tuple(CostView(line.name, _number(line.amount), line.detail, show(line)) for line in costs),
        fundings=tuple(_funding(line, show) for line in fundings),
        balance=found_balance(found),
        is_found=True,
        totals=tuple(_total(stated, found, show) for stated in found.totals if stated.amount is not None),
        apart=tuple(show(line) for line in found.apart),
        others=tuple(show(line) for line in found.others),
    )


def found_balance(found: FoundBudget) -> Balance:
    """What the lines that were read come to, before anybody takes them."""
    costs = [line for line in found.lines if line.side == BudgetSide.COST]
    fundings = [line for line in found.lines if line.side == BudgetSide.FUNDING]
    return balance(map(_resource, [*fundings, *_given_to_costs(costs, fundings)]), map(_cost, costs))


def _funding(line: LedgerLine, show: Show) -> FundingView:
    code, words = line.sure
    return FundingView(line.name, _number(line.amount), line.nature, line.status, line.detail, _id(line), show(line), (code, words))


def _given_to_costs(costs: Iterable[LedgerLine], fundings: Iterable[LedgerLine]) -> list[LedgerLine]:
    """What is given for a cost (« stagiaire CAUE »), unless the funding side already lists what its actor gives."""
    givers = {line.actor_id or line.surface for line in fundings if line.nature == Nature.IN_KIND}
    return [line for line in costs if line.nature == Nature.IN_KIND and (line.actor_id or line.surface) not in givers]


def _resource(line: LedgerLine) -> Line:
    giver = line.actor.name if line.actor else line.surface or line.label
    status = Status(line.status) if line.status else Status.TO_CONFIRM
    return Line(giver, line.amount, status, Nature(line.nature), _base(line), line.detail)


def _cost(line: LedgerLine) -> Line:
    return Line(line.label, line.amount, tax_base=_base(line), detail=line.detail)


def _base(line: LedgerLine) -> TaxBase | None:
    return TaxBase(line.tax_base) if line.tax_base else None


def _total(stated: LedgerLine, found: FoundBudget, show: Show) -> TotalView:
    """A total adds its whole side, or the lines between the total before and itself, with what is valued in kind or without: one that agrees is enough."""
    side = [line for line in found.lines if line.side == stated.side]
    before = max((other.rank for other in found.totals if other.side == stated.side and other.rank < stated.rank), default=-1)
    part = [line for line in side if before < line.rank < stated.rank]
    sums = [summed(map(_cost, kept)) for lines in (side, part) for kept in (lines, [line for line in lines if line.nature not in APART])]
    counted = stated.amount if stated.amount in sums else sums[0]
    return TotalView(stated.side, float(stated.amount or 0), float(counted or 0), show(stated))


def _number(amount: object) -> float | None:
    return None if amount is None else float(str(amount))


def _id(line: LedgerLine | FundingLine) -> str:
    return str(line.actor.stands_as.public_id) if line.actor else ""
