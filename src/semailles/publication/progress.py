"""Where the work stands along the path: what was done out of what there is, one count a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from semailles.convergence.models import Family
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.projects.enums import Maturity
from semailles.projects.models import Project
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
    ideas = Idea.objects.of(initiative)
    projects = Project.objects.of(initiative)
    meetings = Milestone.objects.of(initiative).filter(kind=MilestoneKind.MEETING)
    return {
        "gather": Advance(ideas.exclude(state=IdeaState.SUGGESTED).count(), ideas.count()),
        "converge": Advance(0, Family.objects.of(initiative).current().joining_teams().count()),
        "carry": Advance(projects.exclude(maturity__in=(Maturity.IDEA, Maturity.CONVERGENT, Maturity.SHAPED)).count(), projects.count()),
        "govern": Advance(meetings.exclude(happened_on=None).count(), meetings.count()),
        "measure": Advance(0, projects.count()),
        "publish": Advance(0, 1),
        "sow": Advance(0, 1),
    }
