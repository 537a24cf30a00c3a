"""Where the work stands along the path: what was done out of what there is, one count a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from semailles.convergence.queries.families import reading
from semailles.core.models import Event
from semailles.intake.enums import WAITING
from semailles.intake.models import Idea
from semailles.projects.enums import Maturity
from semailles.publication.board.funnel import from_step, maturities
from semailles.workshop.enums import MilestoneKind
from semailles.workshop.models import Initiative, Milestone

WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Advance:
    done: int
    total: int

    @property
    def percent(self) -> float:
        return round(WHOLE * self.done / self.total, 1) if self.total else 0.0


def advances(initiative: Initiative) -> Mapping[str, Advance]:
    """Only people's gestures count as done: what the program suggests is what there is to do."""
    ideas = Idea.objects.of(initiative)
    sorted_ones = ideas.exclude(state__in=WAITING).count()
    waiting = ideas.current().filter(state__in=WAITING).count()
    projects, convergences = maturities(initiative), reading(initiative)
    meetings = Milestone.objects.of(initiative).standing().filter(kind=MilestoneKind.MEETING).filter(body__set_aside_on=None)
    return {
        "gather": Advance(sorted_ones, sorted_ones + waiting),
        "converge": Advance(convergences.validated, convergences.found),
        "carry": Advance(from_step(Maturity.CARRIED, projects), projects.total()),
        "govern": Advance(meetings.exclude(happened_on=None).count(), meetings.count()),
        "measure": Advance(0, projects.total()),
        "publish": Advance(0, _printed_pages(initiative)),
        "sow": Advance(0, 1),
    }


def _printed_pages(initiative: Initiative) -> int:
    """Of the last printing; 0 when nothing was printed."""
    last = Event.objects.of(initiative.public_id).filter(verb="published").order_by("-id").values_list("detail", flat=True).first()
    return int((last or {}).get("pages", 0))
