"""The part of the book that tells how the process itself is paid for and when it happens: a branch of the document tree."""

from dataclasses import dataclass

from semailles.engines.typesetting.charts.balance import Bars
from semailles.engines.typesetting.charts.gantt import Gantt


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A cost, or a resource with its `state`. `amount` in words, "" when it is not valued. `is_sure`: it is confirmed; `is_gone`: it was refused."""

    label: str
    detail: str
    amount: str
    state: str = ""
    is_sure: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """`head`: the columns' names, two for costs, three for resources. `empty`: what stands there when nothing was written."""

    head: tuple[str, ...]
    rows: tuple[MoneyRow, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    label: str
    amount: str
    gap: str
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """« Trois lectures du même budget »."""

    title: str
    head: tuple[str, ...]
    rows: tuple[ReadingLine, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that opens in bold, and what follows it. `is_warning`: with the rule of what is missing or late."""

    opening: str
    sentences: tuple[str, ...] = ()
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class BudgetPart:
    """`apart`: what is given in kind, and what the budget says it leaves out; never added."""

    title: str
    costs: MoneyTable
    fundings: MoneyTable
    readings: Readings
    verdict: Remark
    apart: Remark | None = None
    note: str = ""
    chart: Bars | None = None


@dataclass(frozen=True, slots=True)
class DateLine:
    """`latest`: the last day that leaves the deadline whole. `is_late`: it is past that day."""

    when: str
    what: str
    state: str
    latest: str
    is_late: bool = False
    is_done: bool = False
    is_deadline: bool = False


@dataclass(frozen=True, slots=True)
class BodyLines:
    """A body, what it is, and its meetings; `empty` when it has none."""

    name: str
    kind: str
    meetings: tuple[DateLine, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """`head`: names of the columns of `rows`. `verdicts`: whether it holds, what would fit, what slips."""

    title: str
    head: tuple[str, ...]
    rows: tuple[DateLine, ...]
    verdicts: tuple[Remark, ...] = ()
    bodies_title: str = ""
    bodies: tuple[BodyLines, ...] = ()
    chart: Gantt | None = None


@dataclass(frozen=True, slots=True)
class ProcessPart:
    """One page, or two when it is rich. A part that nobody wrote is None; without any there is no page."""

    title: str
    lead: str
    budget: BudgetPart | None
    calendar: CalendarPart | None
