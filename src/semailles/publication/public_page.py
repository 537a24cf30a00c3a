"""What everybody may read of an initiative before its roadmap is published: its frame, what the public proposed, what bodies validated."""

from dataclasses import dataclass

from semailles.intake.contributed import FOLDER
from semailles.intake.enums import IdeaState
from semailles.intake.models import Contribution, Idea
from semailles.projects.enums import Maturity
from semailles.projects.models import Project
from semailles.workshop.models import Initiative, Team

MOST = 30
DECIDED = list(Maturity)[list(Maturity).index(Maturity.VALIDATED) :]


@dataclass(frozen=True, slots=True)
class PublicPage:
    """`ideas`: those of the public that people kept, the last first. `projects`: those that a body validated and nobody dropped."""

    regards: tuple[str, ...]  # of the teams of the workshop
    received: int
    kept: int
    ideas: tuple[str, ...]
    projects: tuple[Project, ...]


def public_page(initiative: Initiative) -> PublicPage:
    """No person, no contact, no convergence that nobody validated, no sum. A fixed number of queries."""
    contributions = Contribution.objects.of(initiative).counted()
    kept = Idea.objects.of(initiative).filter(contributions__isnull=False, state=IdeaState.KEPT)
    decided = Project.objects.of(initiative).taken_up().filter(maturity__in=DECIDED)
    return PublicPage(
        regards=tuple(
            Team.objects.of(initiative)
            .exclude(regard="")
            .exclude(folder=FOLDER)
            .order_by("letter", "folder")
            .values_list("regard", flat=True)
        ),
        received=contributions.count(),
        kept=kept.count(),
        ideas=tuple(kept.order_by("-pk").values_list("title", flat=True)[:MOST]),
        projects=tuple(decided.order_by("number")),
    )
