"""Draft sheets as they stand: what each of the seven headings holds, who and what the ideas name, how far anybody is committed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from semailles.core.models import SectionVersion
from semailles.core.texts.queries import standing_texts
from semailles.intake.enums import PassageKind
from semailles.intake.models import Mention, PlaceMention, Source
from semailles.projects.enums import Section
from semailles.projects.models import Project, ProjectIdea, ProjectQuerySet, SaidCommitment, SheetStatement
from semailles.workshop.enums import Level
from semailles.workshop.models import Actor, Place
from semailles.workshop.queries.teams import in_order

RUNGS = tuple(level for level in Level if level is not Level.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet in a list. `commitments`: the furthest first. `named`: actors that its ideas name and of whom nothing more is said."""

    project: Project
    letters: tuple[str, ...]
    filled: tuple[Section, ...]
    commitments: tuple[SaidCommitment, ...]
    named: tuple[Actor, ...]

    @property
    def empty(self) -> tuple[Section, ...]:
        return tuple(section for section in Section if section not in self.filled)


def sheet_rows(wanted: ProjectQuerySet) -> list[SheetRow]:
    """In a fixed number of queries; none more when nothing is asked for."""
    projects = list(with_teams(wanted))
    filled, mentions = filled_headings(projects), named_actors(projects)
    return [
        SheetRow(
            project,
            letters_of(project),
            tuple(section for section in Section if section in filled[project.pk]),
            furthest_first(project),
            only_named(project, mentions[project.pk]),
        )
        for project in projects
    ]


def with_teams(projects: ProjectQuerySet) -> ProjectQuerySet:
    """With its convergence, its ideas and their teams, its commitments."""
    ideas = Prefetch("feeds", ProjectIdea.objects.readable().select_related("idea__team"))
    commitments = Prefetch("said", SaidCommitment.objects.select_related("actor"))
    return projects.select_related("family__theme", "initiative").prefetch_related(ideas, commitments)


def letters_of(project: Project) -> tuple[str, ...]:
    """The teams whose ideas feed it."""
    return in_order({feed.idea.team.letter for feed in project.feeds.all()})


def furthest_first(project: Project) -> tuple[SaidCommitment, ...]:
    return tuple(sorted(project.said.all(), key=lambda one: (-rung(one.level), one.actor.name)))


def rung(level: str) -> int:
    """How many steps of the ladder were climbed, from 1; 0 for who left."""
    return 0 if level == Level.WITHDRAWN else RUNGS.index(Level(level)) + 1


def only_named(project: Project, mentioned: Sequence[Actor]) -> tuple[Actor, ...]:
    committed = {one.actor_id for one in project.said.all()}
    return tuple(actor for actor in mentioned if actor.pk not in committed)


def filled_headings(projects: Sequence[Project]) -> dict[int, set[str]]:
    """The headings that hold words, by project: the sources', or the working group's. Places that the ideas name fill theirs."""
    found: dict[int, set[str]] = defaultdict(set)
    for project, section in SheetStatement.objects.filter(project__in=projects).values_list("project", "section").distinct().order_by():
        found[project].add(section)
    for project, places in named_places(projects).items():
        if places:
            found[project].add(Section.PLACE)
    written = written_headings(projects)
    for project in projects:
        found[project.pk].update(written.get(project.public_id, {}))
    return found


def written_headings(projects: Sequence[Project]) -> dict[UUID, dict[str, SectionVersion]]:
    """What people wrote and that still stands, by project and by heading."""
    if not projects:
        return {}
    texts = standing_texts(projects[0].initiative.public_id, Project.__name__, [project.public_id for project in projects])
    return {project: {slot: version for slot, version in versions.items() if version.text.strip()} for project, versions in texts.items()}


def named_actors(projects: Sequence[Project]) -> dict[int, list[Actor]]:
    """The actors that the source words of each project's ideas name, in reading order, once."""
    found: dict[int, dict[Actor, None]] = defaultdict(dict)
    rows = Mention.objects.filter(passage__sources__idea__feeds__project__in=projects, actor__isnull=False).distinct()
    for project, mention in _inside(projects, list(rows.select_related("actor"))):
        if isinstance(mention, Mention) and mention.actor:
            found[project][mention.actor] = None
    return defaultdict(list, {project: list(actors) for project, actors in found.items()})


def named_places(projects: Sequence[Project]) -> dict[int, list[Place]]:
    found: dict[int, dict[Place, None]] = defaultdict(dict)
    rows = PlaceMention.objects.filter(passage__sources__idea__feeds__project__in=projects).distinct()
    for project, mention in _inside(projects, list(rows.select_related("place"))):
        if isinstance(mention, PlaceMention):
            found[project][mention.place] = None
    return defaultdict(list, {project: list(places) for project, places in found.items()})


Named = Sequence[Mention] | Sequence[PlaceMention]


def _inside(projects: Sequence[Project], named: Named) -> list[tuple[int, Mention | PlaceMention]]:
    """What stands within the words of an idea; in a table's row, whatever the whole row names."""
    by_passage: dict[int, list[Mention | PlaceMention]] = defaultdict(list)
    for one in named:
        by_passage[one.passage_id].append(one)
    sources = Source.objects.filter(idea__feeds__project__in=projects).order_by("idea__feeds__project", "idea__feeds__rank", "pk")
    spans = sources.values_list("idea__feeds__project", "passage", "passage__kind", "start", "end")
    return [
        (project, one)
        for project, passage, kind, start, end in spans
        for one in by_passage.get(passage, [])
        if kind == PassageKind.ROW or (one.start < end and one.end > start)
    ]
