"""What became of an idea that somebody proposed without an account: as far as people decided, and nothing that they did not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from semailles.convergence.models import Family, FamilyMember
from semailles.convergence.queries.families import reaches
from semailles.intake.enums import IdeaState
from semailles.intake.models import Contribution, Idea
from semailles.projects.lineage import outcomes_of_ideas
from semailles.projects.models import MaturityStep


@dataclass(frozen=True, slots=True)
class FollowedProject:
    """A project that the idea feeds, with the day of its last step."""

    title: str
    maturity: str
    since: date | None
    is_decided: bool
    is_dropped: bool = False
    merged_into: str = ""
    left: str = ""  # why people took the idea off it


@dataclass(frozen=True, slots=True)
class Followed:
    """`said_by`: the idea of others that says the same. `meets`: of the convergence that people validated, how many teams and how many other ideas."""

    contribution: Contribution
    is_kept: bool = False
    set_aside: str = ""
    said_by: str = ""
    convergence: str = ""
    teams: int = 0
    others: int = 0
    projects: tuple[FollowedProject, ...] = ()


def followed(contribution: Contribution) -> Followed:
    """A fixed number of queries."""
    idea = contribution.idea
    if idea is None:
        return Followed(contribution)
    stands = idea.merged_into or idea
    if stands.state != IdeaState.KEPT:
        return Followed(contribution, set_aside=stands.set_aside_reason)
    family = _validated(stands)
    reach = reaches(stands.initiative, [family]).get(family.pk) if family else None
    return Followed(
        contribution,
        is_kept=True,
        said_by=stands.title if stands != idea else "",
        convergence=family.title if family else "",
        teams=len(reach.letters) if reach else 0,
        others=reach.ideas - 1 if reach else 0,
        projects=tuple(_projects(idea, stands)),
    )


def _validated(idea: Idea) -> Family | None:
    members = FamilyMember.objects.of(idea.initiative).filter(idea=idea, family__in=Family.objects.current().joining_teams().validated())
    member = members.select_related("family").first()
    return member.family if member else None


def _projects(*ideas: Idea) -> Iterable[FollowedProject]:
    """Those that people took up: a draft that the program drew is nobody's decision."""
    taken = [one for one in outcomes_of_ideas(dict.fromkeys(ideas)) if not one.project.is_draft]
    steps = MaturityStep.objects.filter(project__in=[one.project.pk for one in taken]).order_by("pk")
    since = dict(steps.values_list("project", "on"))
    for one in taken:
        project = one.project
        yield FollowedProject(
            project.title,
            project.get_maturity_display(),
            since.get(project.pk),
            is_decided=project.is_decided,
            is_dropped=project.set_aside_on is not None,
            merged_into=project.merged_into.title if project.merged_into else "",
            left=one.left,
        )
