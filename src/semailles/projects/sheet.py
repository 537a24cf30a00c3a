"""One draft sheet with all that it stands on: each of its words with the passage it comes from, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from semailles.convergence.models import Family, FamilyMember
from semailles.convergence.naming import clumsiness
from semailles.core.audience import reads_everything
from semailles.core.models import SectionVersion
from semailles.intake.models import Claim, Excerpt, Idea, Passage, Source
from semailles.projects.enums import Note, Section
from semailles.projects.models import Project, ProjectIdea, SaidCommitment, SheetStatement
from semailles.projects.sheets import RUNGS, furthest_first, letters_of, named_actors, named_places, only_named, rung, written_headings
from semailles.workshop.enums import CommitmentRole
from semailles.workshop.models import Actor, Place

CLUMSY = 1.0
WHERE = "passage__version__document__team"


@dataclass(frozen=True, slots=True)
class Told:
    """Words under a heading. `idea`: the one that says them, when they are a team's own proposal."""

    words: SheetStatement
    idea: Idea | None = None

    @property
    def letter(self) -> str:
        return self.words.passage.version.document.team.letter


@dataclass(frozen=True, slots=True)
class HeadingText:
    """`places`: named by the ideas; of the heading « place » only. `written`: what the working group wrote, if anything."""

    section: Section
    told: tuple[Told, ...]
    places: tuple[Place, ...] = ()
    written: SectionVersion | None = None

    @property
    def is_empty(self) -> bool:
        return not self.told and not self.places and self.written is None


@dataclass(frozen=True, slots=True)
class NoteText:
    """A text beside the seven headings; nobody has to write it."""

    slot: Note
    written: SectionVersion | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """How far an actor is committed, and the passages that say otherwise."""

    commitment: SaidCommitment
    against: tuple[Claim, ...]

    @property
    def climbed(self) -> int:
        return rung(self.commitment.level)

    @property
    def left(self) -> int:
        """Steps of the ladder that are still to be climbed."""
        return len(RUNGS) - self.climbed

    @property
    def role(self) -> str:
        return str(CommitmentRole(self.commitment.role).label) if self.commitment.role else ""


@dataclass(frozen=True, slots=True)
class Became:
    """A passage, and what it became: ideas of this project, headings of this sheet."""

    excerpt: Excerpt
    ideas: tuple[Idea, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`named`: actors that the ideas name and of whom nothing more is said. `passages`: in the order of their documents."""

    project: Project
    tagline: str
    letters: tuple[str, ...]
    headings: tuple[HeadingText, ...]
    notes: tuple[NoteText, ...]
    ideas: tuple[Idea, ...]
    pledges: tuple[Pledge, ...]
    named: tuple[Actor, ...]
    passages: tuple[Became, ...]

    @property
    def said(self) -> tuple[Became, ...]:
        """The passages that its ideas come from; the others only feed its headings."""
        return tuple(one for one in self.passages if one.ideas)

    @property
    def families(self) -> tuple[Family, ...]:
        return (*([self.project.family] if self.project.family else []), *self.project.other_families.all())

    @property
    def empty(self) -> tuple[Section, ...]:
        return tuple(heading.section for heading in self.headings if heading.is_empty)

    @property
    def unwritten(self) -> tuple[NoteText, ...]:
        return tuple(note for note in self.notes if note.written is None)


def open_sheet(project: Project) -> Sheet:
    """Ask for the project with `with_all` before."""
    ideas = tuple(feed.idea for feed in project.feeds.all())
    written = written_headings([project]).get(project.public_id, {})
    return Sheet(
        project=project,
        tagline=_tagline(project, ideas) if _bears_its_first_title(project) else "",
        letters=letters_of(project),
        headings=_headings(project, written),
        notes=tuple(NoteText(slot, written.get(slot)) for slot in Note),
        ideas=ideas,
        pledges=_pledges(project),
        named=only_named(project, named_actors([project])[project.pk]),
        passages=_passages(project, ideas),
    )


def told_under(project: Project, slot: Section | Note) -> tuple[Told, ...]:
    """The teams' words under one heading, without the rest of the sheet; none under a note."""
    prefetch_related_objects([project], *with_all())
    return next((heading.told for heading in _headings(project, {}) if heading.section == slot), ())


def with_all() -> "list[Prefetch[str]]":
    """What `open_sheet` reads of a project, to prefetch."""
    sources = Prefetch("idea__sources", Source.objects.select_related(WHERE).order_by("pk"))
    doubts = Prefetch("idea__memberships", FamilyMember.objects.doubtful())
    return [
        Prefetch("feeds", ProjectIdea.objects.readable().select_related("idea__team").prefetch_related(sources, doubts)),
        Prefetch("statements", SheetStatement.objects.select_related(WHERE)),
        Prefetch("other_families", Family.objects.readable().order_by("rank")),
        Prefetch("said", SaidCommitment.objects.select_related("actor", f"claim__{WHERE}")),
    ]


def _bears_its_first_title(project: Project) -> bool:
    """A title that people gave stands alone: no line of the program is set under it."""
    return project.is_draft or (project.family is not None and project.family.title == project.title)


def _tagline(project: Project, ideas: Iterable[Idea]) -> str:
    """Another team's way of saying it, when it reads well alone and surely says the same."""
    best = min((idea.title for idea in ideas if idea.title != project.title and not _is_doubtful(idea)), key=clumsiness, default="")
    return best if best and clumsiness(best) < CLUMSY else ""


def _is_doubtful(idea: Idea) -> bool:
    """« À placer »: people are still to say whether it stands in the right convergence."""
    return any(member.is_doubtful for member in idea.memberships.all())


def _headings(project: Project, written: Mapping[str, SectionVersion]) -> tuple[HeadingText, ...]:
    told: dict[str, list[Told]] = defaultdict(list)
    for words in sorted(_statements(project), key=lambda one: one.rank):
        told[words.section].append(Told(words, _said_by(words, project.feeds.all()) if words.section == Section.DESCRIPTION else None))
    places = tuple(named_places([project])[project.pk])
    return tuple(
        HeadingText(section, _each_team_first(told[section]), places if section is Section.PLACE else (), written.get(section))
        for section in Section
    )


def _statements(project: Project) -> list[SheetStatement]:
    """Words that a workbook hides are read by the facilitator alone."""
    return [words for words in project.statements.all() if reads_everything() or not words.cover]


def _said_by(words: SheetStatement, feeds: Iterable[ProjectIdea]) -> Idea | None:
    """The idea whose own words they are; None once it was taken off."""
    saying = [feed for feed in feeds if any(_overlap(words, source) for source in feed.idea.sources.all())]
    drawn = [feed.idea for feed in saying if feed.rank == words.rank] or [feed.idea for feed in saying]
    return drawn[0] if len(drawn) == 1 else None


def _overlap(words: SheetStatement, source: Source) -> bool:
    return words.passage_id == source.passage_id and words.start < source.end and source.start < words.end


def _each_team_first(told: Sequence[Told]) -> tuple[Told, ...]:
    """One quote a team, then the others; last, what may say something else."""
    firsts = {one.letter: one for one in reversed(told)}
    return tuple(sorted(told, key=lambda one: (one.idea is not None and _is_doubtful(one.idea), firsts[one.letter] is not one)))


def _pledges(project: Project) -> tuple[Pledge, ...]:
    commitments = furthest_first(project)
    rows = Claim.objects.of(project.initiative).filter(actor__in=[one.actor_id for one in commitments], passage__version__is_latest=True)
    claims = list(rows.select_related(WHERE))
    return tuple(Pledge(one, tuple(claim for claim in claims if _says_otherwise(claim, one))) for one in commitments)


def _says_otherwise(claim: Claim, commitment: SaidCommitment) -> bool:
    is_theirs = claim.actor_id == commitment.actor_id and claim.role == commitment.role
    return is_theirs and commitment.claim is not None and claim.level != commitment.claim.level


def _passages(project: Project, ideas: Sequence[Idea]) -> tuple[Became, ...]:
    said: dict[Passage, list[Excerpt]] = defaultdict(list)
    became: dict[Passage, dict[Idea, None]] = defaultdict(dict)
    under: dict[Passage, set[str]] = defaultdict(set)
    for idea in ideas:
        for source in _latest(idea):
            said[source.passage].append(source)
            became[source.passage][idea] = None
    for words in _statements(project):
        said[words.passage].append(words)
        under[words.passage].add(words.section)
    return tuple(
        Became(said[passage][0], tuple(became[passage]), tuple(section for section in Section if section in under[passage]))
        for passage in sorted(said, key=_in_reading_order)
    )


def _latest(idea: Idea) -> list[Source]:
    sources = list(idea.sources.all())
    return [source for source in sources if source.passage.version.is_latest] or sources


def _in_reading_order(passage: Passage) -> tuple[str, int]:
    return passage.version.document.path, passage.rank
