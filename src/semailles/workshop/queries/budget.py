"""The budget of the process: three readings, and where a line and its funder's commitment differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from semailles.engines.budgeting import Balance, Line, Nature, Status, TaxBase, balance
from semailles.engines.budgeting.lines import APART, CONFIRMED, HOPED
from semailles.engines.words import fold
from semailles.workshop.enums import CommitmentRole, FundingStatus, Level
from semailles.workshop.ladder import WORTH, counting, lower
from semailles.workshop.models import CommitmentStep, Initiative, ProcessCommitment, ProcessCost, ProcessFunding
from semailles.workshop.queries.actors import by_spelling
from semailles.workshop.today import today


@dataclass(frozen=True, slots=True)
class FundingRow:
    """A funding line beside its funder's commitment. `counts_as`: the lower of both. `gap_without`: what would be missing if it left."""

    line: ProcessFunding
    counts_as: Status
    commitment: ProcessCommitment | None
    contradiction: str
    gap_without: Decimal


@dataclass(frozen=True, slots=True)
class CostRow:
    """`missions`: the fees of the people whom this line pays; they detail it and are no second cost."""

    line: ProcessCost
    missions: Decimal
    is_exceeded: bool


@dataclass(frozen=True, slots=True)
class BudgetView:
    """Every standing line stands in one group; what was set aside is listed with its reason.

    `without_line`: funders who are committed and whom no line names yet.
    """

    balance: Balance
    costs: tuple[CostRow, ...]
    confirmed: tuple[FundingRow, ...]
    hoped: tuple[FundingRow, ...]
    thought_of: tuple[FundingRow, ...]
    in_kind: tuple[FundingRow, ...]
    refused: tuple[FundingRow, ...]
    set_aside: tuple[ProcessCost | ProcessFunding, ...]
    without_line: tuple[ProcessCommitment, ...]

    @property
    def fundings(self) -> tuple[FundingRow, ...]:
        return (*self.confirmed, *self.hoped, *self.thought_of, *self.in_kind, *self.refused)

    @property
    def contradictions(self) -> tuple[FundingRow, ...]:
        return tuple(row for row in self.fundings if row.contradiction)

    @property
    def unvalued(self) -> tuple[CostRow, ...]:
        """Costs that no total holds yet."""
        return tuple(row for row in self.costs if row.line.amount is None)


def process_balance(initiative: Initiative, *, on: date | None = None) -> Balance | None:
    """The three readings of the process budget, or None when nobody wrote one."""
    costs = ProcessCost.objects.of(initiative).standing()
    return _balance(costs, counted_fundings(initiative, on=on)) if costs or ProcessFunding.objects.of(initiative).standing() else None


def counted_fundings(initiative: Initiative, *, on: date | None = None) -> list[tuple[ProcessFunding, Status]]:
    """Standing lines with the status that counts: the lower of the line's and of what the commitment bears."""
    commitments = _commitments(initiative, on or today(initiative))
    lines = ProcessFunding.objects.of(initiative).standing().select_related("actor__merged_into")
    return [(line, _counting(line, commitments.get(_key(line)))) for line in _with_actors(initiative, lines)]


def process_budget_view(initiative: Initiative, *, on: date | None = None) -> BudgetView:
    """`on`: the day whose steps have come; today when none is given."""
    costs = list(ProcessCost.objects.of(initiative).prefetch_related("missions"))
    fundings = _with_actors(initiative, ProcessFunding.objects.of(initiative).select_related("actor__merged_into"))
    commitments = _commitments(initiative, on or today(initiative))
    counted = [(line, _counting(line, commitments.get(_key(line)))) for line in fundings if line.is_standing]
    whole = _balance([line for line in costs if line.is_standing], counted)
    rows = [_funding_row(line, status, commitments.get(_key(line)), whole) for line, status in counted]
    valued = [row for row in rows if Nature(row.line.nature) not in APART]
    return BudgetView(
        balance=whole,
        costs=tuple(_cost_row(line) for line in costs if line.is_standing),
        confirmed=_within(valued, CONFIRMED),
        hoped=_within(valued, HOPED - CONFIRMED),
        thought_of=_within(valued, {Status.THOUGHT_OF}),
        in_kind=tuple(row for row in rows if row not in valued and row.counts_as != Status.REFUSED),
        refused=_within(rows, {Status.REFUSED}),
        set_aside=tuple(line for line in (*costs, *fundings) if not line.is_standing),
        without_line=_without_line(commitments, fundings),
    )


_Key = tuple[int | None, str]


def _without_line(commitments: Mapping[_Key, ProcessCommitment], lines: Iterable[ProcessFunding]) -> tuple[ProcessCommitment, ...]:
    named = {line.actor_id for line in lines if line.is_standing}
    paying = (row for row in commitments.values() if row.role == CommitmentRole.FUNDS and row.level != Level.WITHDRAWN)
    return tuple(sorted((row for row in paying if row.actor_id not in named), key=lambda row: row.actor.name))


def _with_actors(initiative: Initiative, lines: Iterable[ProcessFunding]) -> list[ProcessFunding]:
    """A line that names its funder as an actor is known to be written is that actor's."""
    found = list(lines)
    known = by_spelling(initiative, [line.funder for line in found if line.actor_id is None])
    for line in found:
        line.actor = line.actor.stands_as if line.actor else known.get(fold(line.funder))
    return found


def _commitments(initiative: Initiative, on: date) -> Mapping[_Key, ProcessCommitment]:
    """Those that say something: at least one step was taken and its day has come. Each at the level of that day."""
    steps = CommitmentStep.objects.of(initiative).filter(on__lte=on, commitment__set_aside_on=None)
    taken: dict[int, list[CommitmentStep]] = {}
    for step in steps.select_related("commitment__actor__merged_into"):
        taken.setdefault(step.commitment_id, []).append(step)
    current = [step for one in taken.values() if (step := counting(one, on=on))]
    for step in current:
        step.commitment.level, step.commitment.actor = step.level, step.commitment.actor.stands_as
    return {(step.commitment.actor_id, step.commitment.role): step.commitment for step in current}


def _key(line: ProcessFunding) -> _Key:
    role = CommitmentRole.SUPPLIES if Nature(line.nature) in APART else CommitmentRole.FUNDS
    return line.actor_id, role


def _counting(line: ProcessFunding, commitment: ProcessCommitment | None) -> Status:
    return lower(Status(line.status), Level(commitment.level)) if commitment else Status(line.status)


def _balance(costs: Iterable[ProcessCost], counted: Sequence[tuple[ProcessFunding, Status]]) -> Balance:
    resources = [
        Line(line.funder, line.amount, status, Nature(line.nature), TaxBase(line.tax_base), line.detail)
        for line, status in counted
        if not (status == Status.REFUSED and Nature(line.nature) in APART)
    ]
    return balance(resources, [Line(line.item, line.amount, tax_base=TaxBase(line.tax_base), detail=line.detail) for line in costs])


def _funding_row(line: ProcessFunding, status: Status, commitment: ProcessCommitment | None, whole: Balance) -> FundingRow:
    is_confirmed = status in CONFIRMED and Nature(line.nature) not in APART
    without = whole.gap + (line.amount or 0) if is_confirmed else whole.gap
    return FundingRow(line, status, commitment, _contradiction(line, commitment), without)


def _contradiction(line: ProcessFunding, commitment: ProcessCommitment | None) -> str:
    """A sentence when the line and the commitment fall in two different readings, « » otherwise."""
    if commitment is None or _reading(Status(line.status)) == _reading(WORTH[Level(commitment.level)]):
        return ""
    counts = FundingStatus(_counting(line, commitment)).label
    sentence = _("%(funder)s: the budget says « %(status)s », the commitment says « %(level)s ». The lower one counts: %(counts)s.")
    said = {"status": FundingStatus(line.status).label, "level": Level(commitment.level).label}
    return sentence % {"funder": line.funder, "counts": counts, **said}


def _reading(status: Status) -> str:
    if status in CONFIRMED:
        return "confirmed"
    return "hoped" if status in HOPED else status.value


def _cost_row(line: ProcessCost) -> CostRow:
    fees = [mission.fee for mission in line.missions.all() if mission.is_standing and mission.fee is not None]
    missions = sum(fees, Decimal(0))
    return CostRow(line, missions, line.amount is not None and missions > line.amount)


def _within(rows: Iterable[FundingRow], statuses: Iterable[Status]) -> tuple[FundingRow, ...]:
    return tuple(row for row in rows if row.counts_as in frozenset(statuses))
