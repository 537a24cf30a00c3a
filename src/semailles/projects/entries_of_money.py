from dataclasses import dataclass
from decimal import Decimal

from semailles.projects.enums import Effort
from semailles.workshop.entries import CostEntry


@dataclass(frozen=True, slots=True)
class ProjectCostEntry(CostEntry):
    """A cost as people type it; `effort`: work that nobody valued, in its unit."""

    effort: Decimal | None = None
    effort_unit: Effort | str = ""
