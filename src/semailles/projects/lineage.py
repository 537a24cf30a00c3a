"""The chain of a project, in both directions: from the passages to what it became, and from an idea or a convergence to its projects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from semailles.convergence.models import Family, FamilyMember
from semailles.intake.models import Idea, Source
from semailles.projects.holders import HeldLadder, ladders_of
from semailles.projects.models import Absorption, FormerFeed, Project, ProjectCommitment, ProjectIdea, ProjectLink, ProjectStep

WHERE = "passage__version__document__team"


@dataclass(frozen=True, slots=True)
class Strand:
    """One idea with the words it was said in and the convergences that hold it. `left`: why people took it off, if they did."""

    idea: Idea
    part: str
    sources: tuple[Source, ...]
    families: tuple[Family, ...]
    left: FormerFeed | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """`came`: what was merged into it; `went`: where it went, if it was merged. `parts`: projects taken out of it."""

    project: Project
    strands: tuple[Strand, ...]
    former: tuple[Strand, ...]
    families: tuple[Family, ...]
    came: tuple[Absorption, ...]
    parts: tuple[Project, ...]
    ladders: tuple[HeldLadder, ...]
    links: tuple[ProjectLink, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(source for strand in self.strands for source in strand.sources)


def chain_of(project: Project) -> Chain:
    """A fixed number of queries."""
    feeds = list(ProjectIdea.objects.of(project.initiative).filter(project=project).select_related("idea__team").order_by("rank"))
    left = list(FormerFeed.objects.of(project.initiative).filter(project=project).select_related("idea__team"))
    keys = [one.idea_id for one in (*feeds, *left)]
    said, held = _sources(project, keys), _families(project, keys)
    come = Absorption.objects.of(project.initiative).standing().filter(into=project).select_related("project", "by")
    own = [*([project.family] if project.family else []), *project.other_families.order_by("rank")]
    links = ProjectLink.objects.of(project.initiative).standing().filter(Q(project=project) | Q(other=project))
    return Chain(
        project=project,
        strands=tuple(Strand(one.idea, one.part, said.get(one.idea_id, ()), held.get(one.idea_id, ())) for one in feeds),
        former=tuple(Strand(one.idea, one.part, said.get(one.idea_id, ()), held.get(one.idea_id, ()), one) for one in left),
        families=tuple(own),
        came=tuple(come),
        parts=tuple(project.parts.order_by("number")),
        ladders=tuple(ladders_of(project)),
        links=tuple(links.select_related("project", "other")),
    )


def _sources(project: Project, ideas: Iterable[int]) -> Mapping[int, tuple[Source, ...]]:
    found: dict[int, tuple[Source, ...]] = {}
    for source in Source.objects.of(project.initiative).filter(idea__in=ideas).select_related(WHERE).order_by("pk"):
        found[source.idea_id] = (*found.get(source.idea_id, ()), source)
    return found


def _families(project: Project, ideas: Iterable[int]) -> Mapping[int, tuple[Family, ...]]:
    found: dict[int, tuple[Family, ...]] = {}
    rows = FamilyMember.objects.of(project.initiative).filter(idea__in=ideas, family__is_current=True).select_related("family")
    for member in rows:
        found[member.idea_id] = (*found.get(member.idea_id, ()), member.family)
    return found


@dataclass(frozen=True, slots=True)
class Outcome:
    """A project that an idea, a passage or a convergence came to. `left`: why people took the idea off it."""

    project: Project
    commitments: tuple[ProjectCommitment, ...] = ()
    left: str = ""


def outcomes_of_ideas(ideas: Iterable[Idea]) -> list[Outcome]:
    """Projects that these ideas feed, then those that they left; with who is committed. Three queries, whatever the ideas."""
    keys = [idea.pk for idea in ideas]
    feeds = ProjectIdea.objects.filter(idea__in=keys).select_related("project__merged_into").order_by("project__number")
    left = FormerFeed.objects.filter(idea__in=keys).select_related("project__merged_into").order_by("project__number")
    fed = {one.project_id: one.project for one in feeds}
    gone = {one.project_id: one for one in left if one.project_id not in fed}
    held = _held_by([*fed.values(), *(one.project for one in gone.values())])
    return [
        *(Outcome(project, held.get(key, ())) for key, project in fed.items()),
        *(Outcome(one.project, held.get(key, ()), one.reason) for key, one in gone.items()),
    ]


def fed_by(ideas: Iterable[Idea]) -> Mapping[int, tuple[Project, ...]]:
    """By idea, the projects that it feeds, or that its duplicate does; one that was merged into another of them is not told twice. One query."""
    said = {idea.pk: idea.merged_into_id or idea.pk for idea in ideas}
    feeds = ProjectIdea.objects.filter(idea__in=set(said.values())).select_related("project__merged_into").order_by("project__number")
    fed: dict[int, tuple[Project, ...]] = {}
    for one in feeds:
        fed[one.idea_id] = (*fed.get(one.idea_id, ()), one.project)
    return {idea: _told_once(fed[says]) for idea, says in said.items() if says in fed}


def _told_once(projects: tuple[Project, ...]) -> tuple[Project, ...]:
    keys = {one.pk for one in projects}
    return tuple(one for one in projects if one.merged_into_id not in keys)


def outcomes_of_family(family: Family) -> list[Outcome]:
    """Projects that come from this convergence, alone or with others. Two queries."""
    rows = Project.objects.of(family.initiative).filter(Q(family=family) | Q(other_families=family)).distinct()
    projects = list(rows.select_related("merged_into").order_by("number"))
    held = _held_by(projects)
    return [Outcome(project, held.get(project.pk, ())) for project in projects]


def _held_by(projects: Iterable[Project]) -> Mapping[int, tuple[ProjectCommitment, ...]]:
    found: dict[int, tuple[ProjectCommitment, ...]] = {}
    rows = ProjectCommitment.objects.filter(project__in=[project.pk for project in projects], set_aside_on=None)
    rows = rows.select_related("actor").annotate(has_step=Exists(ProjectStep.objects.filter(commitment=OuterRef("pk"))))
    for one in rows:
        found[one.project_id] = (*found.get(one.project_id, ()), one)
    return found
