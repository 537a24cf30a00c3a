"""The log of the corrections as lines: who did what, why, and whether it was undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from semailles.convergence.enums import CorrectionVerb
from semailles.convergence.models import Correction, CorrectionQuerySet, Family
from semailles.convergence.telling import told
from semailles.workshop.models import Initiative

READINGS = (CorrectionVerb.VALIDATED, CorrectionVerb.REOPENED)


@dataclass(frozen=True, slots=True)
class Line:
    """One correction. `families`: those it touched that still stand; `refused`: why it could not be undone just now."""

    correction: Correction
    sentence: str
    at: datetime
    families: tuple[Family, ...]
    refused: str = ""


@dataclass(frozen=True, slots=True)
class FamilyLog:
    """What was corrected in one family, the latest first. `changes`: corrections that nobody undid; to validate changes nothing."""

    lines: tuple[Line, ...]
    changes: int


def corrections_of(initiative: Initiative) -> CorrectionQuerySet:
    """The latest first, with all that a line says."""
    rows: CorrectionQuerySet = (
        Correction.objects.of(initiative).select_related("by", "undone_by", "initiative").prefetch_related("families")
    )
    return rows.order_by("-pk")


def log_of_family(family: Family) -> FamilyLog:
    """Two queries."""
    rows = list(corrections_of(family.initiative).filter(families=family))
    return FamilyLog(tuple(lines(rows)), sum(not row.is_undone and row.verb not in READINGS for row in rows))


def lines(corrections: Iterable[Correction], *, refused: dict[str, str] | None = None) -> list[Line]:
    """`refused`: by public id, a sentence to say beside a line."""
    said = refused or {}
    return [_line(one, said.get(str(one.public_id), "")) for one in corrections]


def _line(correction: Correction, refused: str) -> Line:
    families = tuple(family for family in correction.families.all() if family.is_current)
    return Line(correction, told(correction), correction.at.astimezone(ZoneInfo(correction.initiative.time_zone)), families, refused)
