"""The money of one owner, whoever it is: three readings, where a line and its funder's commitment differ, the same euro written twice."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from semailles.core.audience import reads_everything
from semailles.engines.budgeting import Balance, Line, Nature, Pledge, Status, TaxBase, YearFlow, balance, by_year, counted_twice, summed
from semailles.engines.budgeting.lines import APART, CONFIRMED, HOPED
from semailles.engines.words import fold
from semailles.workshop.engaging import Commitment, Step
from semailles.workshop.enums import CommitmentRole, FundingStatus, Level
from semailles.workshop.ladder import WORTH, counting, lower
from semailles.workshop.models import Initiative
from semailles.workshop.money import CostLine, FundingLine, MoneyLine
from semailles.workshop.queries.actors import by_spelling

Key = tuple[int | None, str]
Counted = tuple[FundingLine, Status]


@dataclass(frozen=True, slots=True)
class FundingRow:
    """A funding line beside its funder's commitment. `counts_as`: the lower of both. `gap_without`: what would be missing if it left.

    `same_as`: the line that holds the same euros and counts in its place.
    """

    line: FundingLine
    counts_as: Status
    commitment: Commitment | None
    contradiction: str
    gap_without: Decimal
    same_as: FundingLine | None = None

    @property
    def status(self) -> str:
        """What the line says, for those who see what contradicts it; for the others, what counts."""
        return str(FundingStatus(self.line.status if reads_everything() else self.counts_as).label)


@dataclass(frozen=True, slots=True)
class CostRow:
    """`missions`: the fees of the people whom this line pays; they detail it and are no second cost."""

    line: CostLine
    missions: Decimal
    is_exceeded: bool


@dataclass(frozen=True, slots=True)
class BudgetView:
    """Every standing line stands in one group; what was set aside is listed with its reason.

    `without_line`: funders who are committed and whom no line names yet. `doubled`: lines in no total, another one holds their euros.
    """

    balance: Balance
    costs: tuple[CostRow, ...]
    confirmed: tuple[FundingRow, ...]
    hoped: tuple[FundingRow, ...]
    thought_of: tuple[FundingRow, ...]
    in_kind: tuple[FundingRow, ...]
    refused: tuple[FundingRow, ...]
    set_aside: tuple[MoneyLine, ...]
    without_line: tuple[Commitment, ...]
    doubled: tuple[FundingRow, ...] = ()
    years: tuple[YearFlow, ...] = ()

    @property
    def fundings(self) -> tuple[FundingRow, ...]:
        """What counts in a reading, or apart, or was refused."""
        return (*self.confirmed, *self.hoped, *self.thought_of, *self.in_kind, *self.refused)

    @property
    def contradictions(self) -> tuple[FundingRow, ...]:
        return tuple(row for row in (*self.fundings, *self.doubled) if row.contradiction)

    @property
    def unvalued(self) -> tuple[CostRow, ...]:
        """Costs that no total holds yet."""
        return tuple(row for row in self.costs if row.line.amount is None)

    @property
    def is_empty(self) -> bool:
        return not (self.costs or self.fundings or self.doubled)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What an owner has written: its lines with their actors, and its commitments at the level of the day. `fees`: of missions, by cost line."""

    costs: Sequence[CostLine]
    fundings: Sequence[FundingLine]
    commitments: Mapping[Key, Commitment]
    fees: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def counted(self) -> list[Counted]:
        """Standing lines with the status that counts: the lower of the line's and of what the commitment bears."""
        return [(line, _counting(line, self.commitments.get(_key(line)))) for line in self.fundings if line.is_standing]

    def balance(self) -> Balance:
        return balance(*self._lines(self.counted))

    def is_covered(self, by: Collection[Status]) -> bool:
        """Something is needed, and the euros of these statuses are enough."""
        resources, costs = self._lines(self.counted)
        needs = summed(costs)
        return needs > 0 and summed(line for line in resources if line.status in by and line.nature not in APART) >= needs

    def view(self) -> BudgetView:
        counted, twice = self.counted, same_euros(self.counted)
        whole = balance(*self._lines(counted))
        rows = [self._row(line, status, whole, twice.get(line.public_id)) for line, status in counted]
        once = [row for row in rows if row.same_as is None]
        valued = [row for row in once if Nature(row.line.nature) not in APART]
        return BudgetView(
            balance=whole,
            costs=tuple(self._cost(line) for line in self.costs if line.is_standing),
            confirmed=_within(valued, CONFIRMED),
            hoped=_within(valued, HOPED - CONFIRMED),
            thought_of=_within(valued, {Status.THOUGHT_OF}),
            in_kind=tuple(row for row in once if row not in valued and row.counts_as != Status.REFUSED),
            refused=_within(once, {Status.REFUSED}),
            set_aside=tuple(line for line in (*self.costs, *self.fundings) if not line.is_standing),
            without_line=self._without_line(),
            doubled=tuple(row for row in rows if row.same_as is not None),
            years=by_year(*self._lines(counted)),
        )

    def _lines(self, counted: Sequence[Counted]) -> tuple[list[Line], list[Line]]:
        twice = same_euros(counted)
        resources = [
            _line(line, line.funder, status)
            for line, status in counted
            if line.public_id not in twice and not (status == Status.REFUSED and Nature(line.nature) in APART)
        ]
        return resources, [_line(line, line.item) for line in self.costs if line.is_standing]

    def _row(self, line: FundingLine, status: Status, whole: Balance, same_as: FundingLine | None) -> FundingRow:
        commitment = self.commitments.get(_key(line))
        counts = status in CONFIRMED and Nature(line.nature) not in APART and same_as is None
        without = whole.gap + (line.amount or 0) if counts else whole.gap
        return FundingRow(line, status, commitment, _contradiction(line, commitment), without, same_as)

    def _cost(self, line: CostLine) -> CostRow:
        missions = self.fees.get(line.pk, Decimal(0))
        return CostRow(line, missions, line.amount is not None and missions > line.amount)

    def _without_line(self) -> tuple[Commitment, ...]:
        named = {line.actor_id for line in self.fundings if line.is_standing}
        paying = (row for row in self.commitments.values() if row.role == CommitmentRole.FUNDS and row.level != Level.WITHDRAWN)
        return tuple(sorted((row for row in paying if row.actor_id not in named), key=lambda row: row.actor.name))


def with_actors(initiative: Initiative, lines: Iterable[Any]) -> list[Any]:
    """A line that names its funder as an actor is known to be written is that actor's. `lines`: of any owner."""
    found = list(lines)
    known = by_spelling(initiative, [line.funder for line in found if line.actor_id is None])
    for line in found:
        line.actor = line.actor.stands_as if line.actor else known.get(fold(line.funder))
    return found


def ladders(steps: Iterable[Any]) -> list[tuple[Commitment, list[Step]]]:
    """Each commitment with its steps, in their order. `steps`: of any owner, with their commitments and actors."""
    taken: dict[int, tuple[Commitment, list[Step]]] = {}
    for step in steps:
        taken.setdefault(step.commitment_id, (step.commitment, []))[1].append(step)
    return list(taken.values())


def at_their_level(taken: Iterable[tuple[Commitment, Sequence[Step]]], *, on: date) -> dict[Key, Commitment]:
    """Those that say something: at least one step was taken and its day has come. Each at the level of that day."""
    found: dict[Key, Commitment] = {}
    for commitment, steps in taken:
        if step := counting(steps, on=on):
            commitment.level, commitment.actor = step.level, commitment.actor.stands_as
            found[(commitment.actor_id, commitment.role)] = commitment
    return found


def same_euros(counted: Iterable[Counted]) -> dict[Hashable, FundingLine]:
    """By public id, the lines that hold the euros of another, and that other. In kind is never added, hence never twice."""
    valued = [(line, status, funder_of(line)) for line, status in counted if line.amount is not None and Nature(line.nature) not in APART]
    alike = Counter((funder, line.amount) for line, _status, funder in valued)
    lines: dict[Hashable, FundingLine] = {line.public_id: line for line, _status, _funder in valued}
    pledges = [
        Pledge(line.public_id, funder, line.amount, Nature(line.nature), status, words_apart(line))
        for line, status, funder in valued
        if line.amount is not None and alike[funder, line.amount] > 1
    ]
    return {key: lines[same] for key, same in counted_twice(pledges).items()}


def funder_of(line: FundingLine) -> Hashable:
    """The same for every spelling of a funder whom the directory knows."""
    return line.actor_id or fold(line.funder)


def words_apart(line: FundingLine) -> tuple[str, ...]:
    """What tells two lines of one funder and one amount apart."""
    return tuple(fold(said) for said in (str(line.year or ""), line.detail, line.earmark, line.source))


def _key(line: FundingLine) -> Key:
    role = CommitmentRole.SUPPLIES if Nature(line.nature) in APART else CommitmentRole.FUNDS
    return line.actor_id, role


def _counting(line: FundingLine, commitment: Commitment | None) -> Status:
    return lower(Status(line.status), Level(commitment.level)) if commitment else Status(line.status)


def _line(line: MoneyLine, label: str, status: Status = Status.TO_CONFIRM) -> Line:
    nature = Nature(line.nature) if isinstance(line, FundingLine) else Nature.GRANT
    return Line(label, line.amount, status, nature, TaxBase(line.tax_base), line.detail, line.year)


def _contradiction(line: FundingLine, commitment: Commitment | None) -> str:
    """A sentence when the line and the commitment fall in two different readings, « » otherwise."""
    if commitment is None or not reads_everything() or _reading(Status(line.status)) == _reading(WORTH[Level(commitment.level)]):
        return ""
    counts = FundingStatus(_counting(line, commitment)).label
    sentence = _("%(funder)s: the budget says « %(status)s », the commitment says « %(level)s ». The lower one counts: %(counts)s.")
    said = {"status": FundingStatus(line.status).label, "level": Level(commitment.level).label}
    return sentence % {"funder": line.funder, "counts": counts, **said}


def _reading(status: Status) -> str:
    if status in CONFIRMED:
        return "confirmed"
    return "hoped" if status in HOPED else status.value


def _within(rows: Iterable[FundingRow], statuses: Iterable[Status]) -> tuple[FundingRow, ...]:
    return tuple(row for row in rows if row.counts_as in frozenset(statuses))
