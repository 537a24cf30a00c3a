"""A proposed map as its page shows it: what would change, family by family, with the words of both sides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext as _

from semailles.convergence.models import Family, FamilyMember, Proposal, ProposedChange
from semailles.convergence.queries.evidence import told_apart
from semailles.convergence.queries.proposals import has_moved
from semailles.core.enums import JobStatus
from semailles.core.models import Job
from semailles.intake.models import Source
from semailles.intake.queries.ideas import places_of
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class Change:
    """One idea that would stand elsewhere: its words, those that tell the family it would leave, those of the nearest idea where it would go.
    `stands_in`: where it stands now, when that is not where it stood; `refused`: why it could not be taken just now."""

    change: ProposedChange
    source: Source | None
    left: Source | None
    joined: Source | None
    stands_in: Family | None = None
    refused: str = ""

    @property
    def is_waiting(self) -> bool:
        return self.change.is_waiting

    @property
    def words(self) -> tuple[str, ...]:
        return told_apart(self.change.words)[0]

    @property
    def notions(self) -> tuple[str, ...]:
        return told_apart(self.change.words)[1]


@dataclass(frozen=True, slots=True)
class Group:
    """All that would go to one family: one that stands, or one to be born."""

    title: str
    family: Family | None
    changes: tuple[Change, ...]

    @property
    def waiting(self) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.is_waiting)


@dataclass(frozen=True, slots=True)
class Diff:
    """A proposal, whole."""

    proposal: Proposal
    groups: tuple[Group, ...]
    has_moved: bool = False  # the map, since

    @property
    def is_half_decided(self) -> bool:
        return self.proposal.is_open and 0 < self.waiting < self.total

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(change for group in self.groups for change in group.changes)

    @property
    def total(self) -> int:
        return len(self.changes)

    @property
    def waiting(self) -> int:
        return sum(change.is_waiting for change in self.changes)

    @property
    def following(self) -> Change | None:
        """The one to decide next."""
        return next((change for change in self.changes if change.is_waiting), None)

    @property
    def taken(self) -> int:
        return sum(change.change.state == "taken" for change in self.changes)

    @property
    def left(self) -> int:
        return self.total - self.waiting - self.taken


@dataclass(frozen=True, slots=True)
class Asked:
    """The computation that was asked for. `seen`: what was last shown of it, so that a page that asks again learns only what moved."""

    sentence: str
    reason: str = ""
    done: int = 0
    total: int = 0
    is_going_on: bool = False
    is_failed: bool = False
    seen: str = field(default="")


def asked(job: Job | None) -> Asked | None:
    """Nothing to say of one that is done: the map itself says it."""
    if job is None or job.status == JobStatus.DONE:
        return None
    seen = f"{job.public_id}:{job.status}:{job.step}:{job.done}"
    return Asked(_sentence(job), job.reason, job.done, job.total, job.is_going_on, job.status == JobStatus.FAILED, seen)


def _sentence(job: Job) -> str:
    if job.status == JobStatus.WAITING:
        return _("The new map waits for its turn.")
    if job.status == JobStatus.FAILED:
        return _("The new map could not be made. The map of before is unchanged.")
    return f"{job.step}…" if job.step else _("The new map is being made.")


def diff_of(initiative: Initiative, proposal: Proposal | None, refused: Mapping[str, str]) -> Diff | None:
    """In eight queries, whatever the changes. `refused`: by public id of a change, a sentence to say beside it."""
    if proposal is None:
        return None
    related = ("idea__team", "from_family__medoid", "to_family__medoid", "nearest__team")
    rows = list(ProposedChange.objects.of(initiative).filter(proposal=proposal).select_related(*related).order_by("rank"))
    seats = _seats(initiative, rows)
    spoken = places_of(initiative, {key for row in rows for key in (row.idea_id, row.from_family.medoid_id, row.nearest_id) if key})
    changes = [_change(row, seats.get(row.idea_id), spoken, refused.get(str(row.public_id), "")) for row in rows]
    ordered = sorted(changes, key=lambda one: _target(one.change))
    groups = tuple(_group(list(found)) for _key, found in groupby(ordered, key=lambda one: _target(one.change)))
    return Diff(proposal, groups, proposal.is_open and has_moved(proposal))


def _target(change: ProposedChange) -> tuple[bool, int]:
    """Families that stand come first."""
    return (change.to_family_id is None, change.to_family_id or change.new_rank or 0)


def _group(changes: Sequence[Change]) -> Group:
    first = changes[0].change
    return Group(first.to_family.title if first.to_family else first.to_new, first.to_family, tuple(changes))


def _seats(initiative: Initiative, rows: Iterable[ProposedChange]) -> dict[int, Family]:
    members = FamilyMember.objects.of(initiative).filter(family__is_current=True, idea__in=[row.idea_id for row in rows])
    return {member.idea_id: member.family for member in members.select_related("family")}


def _change(row: ProposedChange, seat: Family | None, spoken: Mapping[int, Source], refused: str) -> Change:
    has_moved = row.is_waiting and seat is not None and seat.pk != row.from_family_id
    return Change(
        row,
        spoken.get(row.idea_id),
        spoken.get(row.from_family.medoid_id or 0) if row.from_family.medoid_id != row.idea_id else None,
        spoken.get(row.nearest_id or 0),
        seat if has_moved else None,
        refused,
    )
