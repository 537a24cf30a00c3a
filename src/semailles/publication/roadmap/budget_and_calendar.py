"""How the process itself is paid for and when it happens: a page of the working document, or nothing when nobody wrote either."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from semailles.engines.budgeting import Balance, Nature, Status
from semailles.engines.budgeting.lines import APART, CONFIRMED
from semailles.engines.scheduling import Plan
from semailles.engines.typesetting import process_page as page
from semailles.engines.words import fold
from semailles.publication.views import BodyView, BudgetView, CostView, FundingView, Snapshot
from semailles.publication.words import source_words
from semailles.workshop.budget_words import amount_words, balance_chart, gap_words, hope_words, in_kind_words, three_readings
from semailles.workshop.calendar_chart import plan_chart
from semailles.workshop.calendar_dates import DateRow, date_rows, meeting_rows
from semailles.workshop.calendar_words import verdict, what_slips, what_would_fit
from semailles.workshop.enums import FundingStatus
from semailles.workshop.enums import Nature as NatureWord


def process_part(full: Snapshot) -> page.ProcessPart | None:
    budget = _budget(full.budget) if full.budget.balance else None
    calendar = _calendar(full.plan, full.bodies) if full.plan else None
    if budget is None and calendar is None:
        return None
    return page.ProcessPart(_title(budget, calendar), _lead(budget, calendar), budget, calendar)


def _title(budget: page.BudgetPart | None, calendar: page.CalendarPart | None) -> str:
    if budget and calendar:
        return _("Budget and calendar of the process")
    return _("Budget of the process") if budget else _("Calendar of the process")


def _lead(budget: page.BudgetPart | None, calendar: page.CalendarPart | None) -> str:
    if budget and calendar:
        return _("The process itself costs money and takes time: what is secured, what is hoped for, what is missing, and when.")
    if budget:
        return _("The process itself costs money: what is secured, what is hoped for, what is missing.")
    return _("The process itself takes time: what is done, what is to come, and what presses.")


def _budget(budget: BudgetView) -> page.BudgetPart:
    balance = budget.balance or Balance(Decimal(0), Decimal(0), Decimal(0), Decimal(0), ())
    valued = [line for line in budget.fundings if Nature(line.nature) not in APART]
    return page.BudgetPart(
        title=_("Budget"),
        costs=page.MoneyTable((_("Costs"), _("Amount")), tuple(map(cost_row, budget.costs)), _("No cost was written.")),
        fundings=page.MoneyTable((_("Resources"), _("State"), _("Amount")), tuple(map(funding_row, valued)), _("No resource was written.")),
        readings=page.Readings(
            _("Three readings of the same budget"),
            (_("What is counted"), _("Amount"), _("Against the needs")),
            tuple(page.ReadingLine(row.label, row.amount, row.gap, row.is_missing) for row in three_readings(balance)),
        ),
        verdict=page.Remark(gap_words(balance), hope_words(balance), is_warning=balance.gap > 0),
        apart=_apart(budget, balance),
        note=_note(budget),
        chart=balance_chart(balance),
    )


def cost_row(line: CostView) -> page.MoneyRow:
    return page.MoneyRow(line.item, line.detail, _amount(line.amount))


def funding_row(line: FundingView) -> page.MoneyRow:
    status = Status(line.status)
    detail = ", ".join(said for said in (str(NatureWord(line.nature).label), line.detail) if said)
    state = str(FundingStatus(line.status).label)
    return page.MoneyRow(line.funder, detail, _amount(line.amount), state, status in CONFIRMED, status is Status.REFUSED)


def _amount(amount: float | None) -> str:
    return _("not valued") if amount is None else amount_words(Decimal(str(amount)))


def _apart(budget: BudgetView, balance: Balance) -> page.Remark | None:
    said = (*map(in_kind_words, balance.in_kind), *(f"« {one.quote} »" for one in budget.apart))
    return page.Remark(_("In kind, apart and never added."), said) if said else None


def _note(budget: BudgetView) -> str:
    read = budget.excerpts[:1] if budget.is_found else ()
    return " ".join(_("To be validated: read in %(source)s.") % {"source": source_words(excerpt)} for excerpt in read)


def _calendar(plan: Plan, bodies: tuple[BodyView, ...]) -> page.CalendarPart | None:
    chart, rows = plan_chart(plan), tuple(_line(row) for row in date_rows(plan, bodies=False))
    lines = tuple(_body(body, plan) for body in bodies)
    if chart is None and not any(body.meetings for body in lines):
        return None
    return page.CalendarPart(
        title=_("Calendar"),
        head=(_("When"), _("What"), _("State"), _("At the latest, to hold")),
        rows=rows,
        verdicts=_verdicts(plan),
        bodies_title=_("Bodies and their meetings"),
        bodies=lines,
        chart=chart,
    )


def _verdicts(plan: Plan) -> tuple[page.Remark, ...]:
    said = verdict(plan)
    first = (page.Remark(said, what_would_fit(plan), is_warning=plan.overrun_days > 0),) if said else ()
    return (*first, *(page.Remark(_("What slips."), (sentence,), is_warning=True) for sentence in what_slips(plan)))


def _body(body: BodyView, plan: Plan) -> page.BodyLines:
    lines = tuple(_meeting(row) for row in meeting_rows(plan, body.name))
    kind = "" if fold(body.kind) in fold(body.name) else body.kind
    return page.BodyLines(body.name, kind, lines, _("No meeting was written."))


def _line(row: DateRow) -> page.DateLine:
    return page.DateLine(row.when, row.what, row.state, row.latest, row.is_late, row.is_done, row.is_deadline)


def _meeting(row: DateRow) -> page.DateLine:
    """Under its body, a meeting says in words the day that it is past."""
    latest = _("at the latest on %(day)s") % {"day": row.latest} if row.latest and row.is_late else ""
    return replace(_line(row), latest=latest)
