"""Reads of projects that cross tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from semailles.convergence.models import Family
from semailles.intake.enums import PassageKind
from semailles.intake.models import Claim, Idea, Mention, PlaceMention, Remark, Source
from semailles.projects.drafting import Candidate, Draft, Standing, assign, owners
from semailles.projects.enums import Section
from semailles.projects.models import Project, ProjectIdea, SaidCommitment, SheetStatement
from semailles.workshop.enums import Level
from semailles.workshop.models import Actor, Initiative

FedSections = Mapping[str, Sequence[Remark]]


def families_without_project(initiative: Initiative) -> list[Family]:
    """Convergences that hold and that no project was drawn from, strongest first."""
    return list(Family.objects.of(initiative).current().held().filter(projects=None).prefetch_related("ideas").order_by("rank"))


def drawn_from(initiative: Initiative, families: Iterable[Family]) -> dict[int, Project]:
    """The project that was drawn from each of these families, by the family's key, in one query."""
    projects = Project.objects.of(initiative).filter(family__in=[family.pk for family in families]).order_by("-number")
    return {project.family_id: project for project in projects if project.family_id}


@dataclass(frozen=True, slots=True)
class Naming:
    """A project that names an actor: how far it says it is committed, and the ideas whose words name it."""

    project: Project
    commitments: list[SaidCommitment] = field(default_factory=list)
    ideas: list[Idea] = field(default_factory=list)


def projects_naming(initiative: Initiative, actors: Iterable[Actor]) -> dict[int, list[Naming]]:
    """By the actor's key, in the order of projects. Four queries, whatever the actors."""
    keys = [actor.pk for actor in actors]
    found: dict[int, dict[int, Naming]] = defaultdict(dict)
    rows = SaidCommitment.objects.of(initiative).filter(actor__in=keys)
    for one in rows.select_related("project", "claim__passage__version__document").order_by("role"):
        found[one.actor_id].setdefault(one.project_id, Naming(one.project)).commitments.append(one)
    for actor, project, idea in _named_by_ideas(initiative, keys):
        naming = found[actor].setdefault(project.pk, Naming(project))
        if idea not in naming.ideas:
            naming.ideas.append(idea)
    return {actor: sorted(named.values(), key=lambda one: one.project.number) for actor, named in found.items()}


def _named_by_ideas(initiative: Initiative, actors: Sequence[int]) -> Iterator[tuple[int, Project, Idea]]:
    """The words of an idea that feeds a project hold the mention; in the row of a table, the whole row does."""
    named = Mention.objects.of(initiative).filter(actor__in=actors, passage__version__is_latest=True)
    feeds = ProjectIdea.objects.of(initiative).select_related("project", "idea__team").order_by("project__number", "rank")
    sources = Source.objects.of(initiative).filter(idea__in=feeds.order_by().values("idea"), passage__in=named.values("passage"))
    spoken: dict[int, list[Source]] = defaultdict(list)
    for source in sources.select_related("passage"):
        spoken[source.idea_id].append(source)
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for mention in named.filter(passage__in=[source.passage_id for found in spoken.values() for source in found]):
        mentions[mention.passage_id].append(mention)
    for feed in feeds.filter(idea__in=list(spoken)):
        for source in spoken[feed.idea_id]:
            for mention in mentions[source.passage_id]:
                if mention.actor_id and _holds(source, mention):
                    yield mention.actor_id, feed.project, feed.idea


def _holds(source: Source, mention: Mention) -> bool:
    return source.passage.kind == PassageKind.ROW or (mention.start < source.end and mention.end > source.start)


def feeding(initiative: Initiative, drafts: Sequence[Project]) -> dict[Project, FedSections]:
    """For each draft, the remarks that suit each heading, best first."""
    remarks = {
        remark.pk: remark for remark in Remark.objects.of(initiative).filter(passage__version__is_latest=True).select_related("passage")
    }
    candidates = _candidates(initiative, remarks.values())
    chosen = assign([_draft(project) for project in drafts], candidates)
    by_key = {project.pk: project for project in drafts}
    return {
        by_key[key]: {section: [remarks[pk] for pk in found] for section, found in sections.items()}
        for key, sections in sorted(chosen.items())
    }


def _candidates(initiative: Initiative, remarks: Iterable[Remark]) -> list[Candidate]:
    gone = list(Claim.objects.of(initiative).filter(level=Level.WITHDRAWN))
    named = list(PlaceMention.objects.of(initiative).filter(passage__in=[claim.passage_id for claim in gone]))
    return [_withdrawal(one, named) if any(_overlap(one, claim) for claim in gone) else _candidate(one, one.quote) for one in remarks]


def _candidate(remark: Remark, text: str, places: Iterable[int] = ()) -> Candidate:
    return Candidate(remark.pk, remark.heading, text, _standing(remark), remark.score, frozenset(places))


def _withdrawal(remark: Remark, named: Iterable[PlaceMention]) -> Candidate:
    """Who withdraws seldom says from what: the place does, and the sentences around."""
    return _candidate(remark, remark.passage.text, (mention.place_id for mention in named if _overlap(remark, mention)))


def claims_beside(project: Project) -> list[Claim]:
    """Claims made in the passages of the project's ideas, or in the next paragraph (the next row of a table speaks of something else); and who withdraws, in
    a sentence that stands on its sheet."""
    near: set[tuple[int, int]] = set()
    for source in Source.objects.of(project.initiative).filter(idea__feeds__project=project).select_related("passage"):
        passage = source.passage
        near.add((passage.version_id, passage.rank))
        if passage.kind == PassageKind.PARAGRAPH:
            near.add((passage.version_id, passage.rank + 1))
    claims = Claim.objects.of(project.initiative).filter(actor__isnull=False).select_related("actor", "passage").order_by("pk")
    told = list(SheetStatement.objects.of(project.initiative).filter(project=project))
    return [claim for claim in claims if (claim.passage.version_id, claim.passage.rank) in near or _is_told_withdrawal(claim, told)]


def _is_told_withdrawal(claim: Claim, told: Sequence[SheetStatement]) -> bool:
    return claim.level == Level.WITHDRAWN and any(_overlap(one, claim) for one in told)


def _overlap(one: Remark | SheetStatement | Source, other: Claim | PlaceMention) -> bool:
    return one.passage_id == other.passage_id and one.start < other.end and other.start < one.end


def levels_said(claim: Claim) -> set[str]:
    """Every level that the latest documents give this actor in this role: this claim's, and what others say, save withdrawals: each is from one project."""
    same = Claim.objects.of(claim.initiative).filter(actor=claim.actor, role=claim.role, passage__version__is_latest=True)
    return {claim.level, *same.exclude(level=Level.WITHDRAWN).values_list("level", flat=True)}


def beside(project: Project, ideas: Sequence[Idea]) -> FedSections:
    """In the documents of these ideas, the remarks that are nearer to them than to any other project: those that suit each heading, best first."""
    sources = list(Source.objects.of(project.initiative).filter(idea__in=ideas).select_related("passage", "idea"))
    versions = {source.passage.version_id for source in sources}
    rows = Remark.objects.of(project.initiative).filter(passage__version__in=versions, passage__version__is_latest=True)
    remarks = {remark.pk: remark for remark in rows.select_related("passage")}
    rivals = Project.objects.of(project.initiative).standing().exclude(feeds__idea__in=ideas).exclude(pk=project.pk)
    rivals = rivals.filter(feeds__idea__sources__passage__version__in=versions).distinct()
    drafts = [_drawn(project.pk, "", sources), *map(_draft, rivals)]
    found = assign(drafts, _candidates(project.initiative, remarks.values())).get(project.pk, {})
    return {section: [remarks[pk] for pk in keys] for section, keys in sorted(found.items())}


def said_by(project: Project, ideas: Iterable[Idea]) -> list[SheetStatement]:
    """What stands on the sheet because these ideas feed it: their own words, and the sentences nearer to them than to its other ideas."""
    feeds = list(project.feeds.select_related("idea"))
    keys = {idea.pk for idea in ideas}
    ranks = {fed.rank for fed in feeds if fed.idea_id in keys}
    told = list(project.statements.select_related("passage"))
    if not ranks or len(ranks) == len(feeds):
        return told if ranks else []
    sources: dict[int, list[Source]] = {fed.idea_id: [] for fed in feeds}
    for source in Source.objects.of(project.initiative).filter(idea__in=list(sources)).select_related("passage", "idea"):
        sources[source.idea_id].append(source)
    drafts = [_drawn(key, "", found) for key, found in sources.items()]
    around = [Candidate(one.pk, one.section, one.quote, _standing(one), 0.0) for one in told if one.section != Section.DESCRIPTION]
    nearest = owners(drafts, around)
    return [one for one in told if (one.rank in ranks if one.section == Section.DESCRIPTION else nearest.get(one.pk) in keys)]


def _draft(project: Project) -> Draft:
    sources = list(Source.objects.of(project.initiative).filter(idea__feeds__project=project).select_related("passage", "idea"))
    return _drawn(project.pk, project.title, sources)


def _drawn(key: int, title: str, sources: Sequence[Source]) -> Draft:
    text = " ".join([title, *(source.idea.text for source in sources)])
    named = PlaceMention.objects.filter(passage__in=[source.passage_id for source in sources])
    places = frozenset(one.place_id for one in named if any(_overlap(source, one) for source in sources))
    return Draft(key, text, tuple(_standing(source) for source in sources), places)


def _standing(excerpt: Remark | Source | SheetStatement) -> Standing:
    return Standing(excerpt.passage.version_id, excerpt.passage.rank, tuple(excerpt.passage.path))
