"""From paper to act, counted: what stands at each stage, and what did not pass. Fourteen queries at most, whatever there is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Sum
from django.db.models.functions import Length

from semailles.convergence.enums import Strength
from semailles.convergence.models import Family, FamilyQuerySet
from semailles.convergence.queries.families import count_of_one_team, reading
from semailles.intake.enums import WAITING, IdeaState, ReadStatus
from semailles.intake.models import DocumentVersion, Idea
from semailles.projects.actions import LEAST_SAID
from semailles.projects.balances import funded
from semailles.projects.enums import Maturity
from semailles.projects.holders import unheld
from semailles.projects.models import Project
from semailles.workshop.models import Initiative
from semailles.workshop.queries import lettered_teams


@dataclass(frozen=True, slots=True)
class TeamField:
    """What one team said, that stands: kept by people, or only suggested."""

    letter: str
    name: str
    kept: int
    suggested: int

    @property
    def ideas(self) -> int:
        return self.kept + self.suggested


@dataclass(frozen=True, slots=True)
class Funnel:
    """`singular`: families of one team only. `weak`, `brief`, `waiting`: convergences without a project, because they hold too loosely,
    because they say too little for a sheet, or because the book has no more room. `settled`: convergences that people validated. `taken`: projects that people took up; `alone`: that nobody agreed to carry."""

    teams: tuple[TeamField, ...]
    set_aside: int
    documents: int
    unreadable: int
    convergences: int
    singular: int
    weak: int
    brief: int
    waiting: int
    projects: int
    held: int
    funded: int
    validated: int
    launched: int
    settled: int = 0
    taken: int = 0
    alone: int = 0

    @property
    def undrafted(self) -> int:
        return self.weak + self.brief + self.waiting

    @property
    def to_read(self) -> int:
        """Convergences that nobody validated."""
        return self.convergences - self.settled

    @property
    def kept(self) -> int:
        return sum(team.kept for team in self.teams)

    @property
    def suggested(self) -> int:
        return sum(team.suggested for team in self.teams)

    @property
    def ideas(self) -> int:
        return self.kept + self.suggested


def funnel(initiative: Initiative) -> Funnel:
    latest = DocumentVersion.objects.of(initiative).filter(is_latest=True)
    here = latest.exclude(status=ReadStatus.UNREADABLE, document__is_in_folder=False)
    statuses = Counter(here.values_list("status", flat=True))
    families = Family.objects.of(initiative).current()
    undrafted = Counter(_why_undrafted(families))
    projects, convergences = maturities(initiative), reading(initiative)
    return Funnel(
        teams=_fields(initiative),
        set_aside=Idea.objects.of(initiative).filter(state=IdeaState.SET_ASIDE).count(),
        documents=statuses[ReadStatus.READ],
        unreadable=statuses[ReadStatus.UNREADABLE],
        convergences=convergences.found,
        singular=count_of_one_team(initiative),
        weak=undrafted["weak"],
        brief=undrafted["brief"],
        waiting=undrafted["waiting"],
        projects=projects.total(),
        held=from_step(Maturity.CARRIED, projects),
        funded=len(funded(initiative)),
        validated=from_step(Maturity.VALIDATED, projects),
        launched=from_step(Maturity.LAUNCHED, projects),
        settled=convergences.validated,
        taken=Project.objects.of(initiative).taken_up().count(),
        alone=unheld(initiative).count(),
    )


def _why_undrafted(families: FamilyQuerySet) -> Iterator[str]:
    """The reason why each convergence without a project has none: those of `projects.actions`."""
    rows = families.joining_teams().filter(projects=None).annotate(said=Sum(Length("ideas__text")))
    for strength, signs in rows.values_list("strength", "said"):
        if strength == Strength.WEAK:
            yield "weak"
        else:
            yield "brief" if (signs or 0) < LEAST_SAID else "waiting"


def maturities(initiative: Initiative) -> Counter[str]:
    """How many standing projects are on each step."""
    return Counter(Project.objects.of(initiative).standing().values_list("maturity", flat=True))


def from_step(step: Maturity, counted: Counter[str]) -> int:
    """How many have climbed to this step or beyond."""
    reached = Maturity.values[Maturity.values.index(step) :]
    return sum(counted[one] for one in reached)


def _fields(initiative: Initiative) -> tuple[TeamField, ...]:
    rows = Idea.objects.of(initiative).current().values_list("team", "state").annotate(ideas=Count("pk", distinct=True)).order_by()
    counted = {(team, state): ideas for team, state, ideas in rows}
    return tuple(
        TeamField(letter, str(team), counted.get((team.pk, IdeaState.KEPT), 0), sum(counted.get((team.pk, state), 0) for state in WAITING))
        for letter, team in lettered_teams(initiative).items()
    )
