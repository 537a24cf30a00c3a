"""One reading of the whole initiative, table by table, into plain values."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from semailles.convergence.models import Family
from semailles.convergence.queries.families import current_families
from semailles.core.models import SectionVersion
from semailles.core.texts.queries import standing_texts
from semailles.intake.enums import IdeaState, PassageKind
from semailles.intake.models import Claim, DocumentVersion, Excerpt, Idea, Mention, Origin, PlaceMention, Source
from semailles.projects.enums import ProjectKind
from semailles.projects.models import Project, ProjectCommitment, ProjectIdea, SaidCommitment, SheetStatement
from semailles.publication import views
from semailles.publication.budget import process_budget
from semailles.publication.closed import ClosedView
from semailles.workshop.calendar import process_calendar
from semailles.workshop.enums import BodyKind
from semailles.workshop.models import Actor, Body, Initiative, Place, Theme
from semailles.workshop.queries import BudgetView as GivenBudget
from semailles.workshop.queries import lettered_teams, process_budget_view


def snapshot(initiative: Initiative, warnings: Sequence[str] = (), *, on: date | None = None) -> views.Snapshot:
    """`on`: the day on which the time of the process is read, its calendar and its bodies; without it, they are not."""
    reader = Reader(initiative)
    ideas = reader.ideas()
    families = reader.families({idea.id: idea for idea in ideas})
    return views.Snapshot(
        frame=frame_of(initiative),
        teams=tuple(reader.teams.values()),
        documents=tuple(reader.documents.values()),
        ideas=ideas,
        themes=_themes(initiative, families),
        families=families,
        actors=reader.actors(),
        places=tuple(views.PlaceView(str(place.public_id), place.name, place.insee) for place in Place.objects.of(initiative)),
        claims=reader.claims(),
        projects=reader.projects(),
        closed=_closed(initiative),
        warnings=tuple(warnings),
        by_id={idea.id: idea for idea in ideas},
        budget=process_budget(initiative, reader.excerpt, process_budget_view(initiative, on=on)),
        plan=process_calendar(initiative, on=on) if on else None,
        bodies=_bodies(initiative) if on else (),
        authors=tuple(dict.fromkeys(reader.authors.values())),
    )


def _closed(initiative: Initiative) -> tuple[ClosedView, ...]:
    rows = Project.objects.of(initiative).closed().select_related("merged_into").order_by("number")
    return tuple(ClosedView(one.number, one.title, one.merge_reason or one.set_aside_reason, str(one.merged_into or "")) for one in rows)


@dataclass(frozen=True, slots=True)
class MoneyTalk:
    """What sources say of who pays, and nothing else: for a page that needs no more. Its actors alone, without their mentions.

    `given`: the lines that people gave, each beside the commitment it rests on.
    """

    given: GivenBudget
    budget: views.BudgetView
    claims: tuple[views.ClaimView, ...]
    actors: tuple[views.ActorView, ...]


def money_talk(initiative: Initiative, *, on: date) -> MoneyTalk:
    reader, given = Reader(initiative), process_budget_view(initiative, on=on)
    budget = process_budget(initiative, reader.excerpt, given)
    claims = reader.claims()
    speaking = {claim.actor for claim in claims} | {line.actor for line in budget.fundings if line.actor}
    return MoneyTalk(given, budget, claims, reader.spelt_actors({}, of=speaking))


class Reader:
    """Reads tables once and shares what several need: teams by folder, documents by version."""

    def __init__(self, initiative: Initiative) -> None:
        self.initiative = initiative
        lettered = lettered_teams(initiative)
        self.teams = {team.pk: views.TeamView(letter, str(team.public_id), team.folder, team.regard) for letter, team in lettered.items()}
        versions = DocumentVersion.objects.of(initiative).select_related("document__team").order_by("document__path", "pk")
        every = {version.pk: self._document(version) for version in versions}
        self.every_version = every
        self.authors: dict[int, str] = {}
        self.of_platforms = {version.pk for version in versions if version.platform}
        self.documents = {version.pk: every[version.pk] for version in versions if version.is_latest}

    def _document(self, version: DocumentVersion) -> views.DocumentView:
        letter = version.document.team.letter  # none before its first ideas are gathered
        named = (str(version.document.public_id), version.document.path, version.sha256, letter)
        kinds = (version.kind, version.lang, version.pages)
        is_here = version.document.is_in_folder
        told = tuple((row, trouble, words) for row, trouble, words in version.told)
        return views.DocumentView(*named, *kinds, version.status, version.reason, version.detail, is_here, told)

    def excerpt(self, row: Excerpt) -> views.ExcerptView:
        return views.ExcerptView(
            self.every_version[row.passage.version_id],
            row.passage.locator,
            row.start,
            row.end,
            row.quote,
            row.passage.kind == PassageKind.NOTE,
            row.cover,
        )

    def ideas(self, *, of: Project | None = None) -> tuple[views.IdeaView, ...]:
        self.authors = dict(Origin.objects.of(self.initiative).exclude(author="").order_by("author").values_list("idea", "author"))
        sources = Prefetch("sources", Source.objects.of(self.initiative).select_related("passage"))
        told_too = Prefetch("duplicates", Idea.objects.of(self.initiative).order_by("pk").prefetch_related(sources))
        rows = Idea.objects.of(self.initiative).current().exclude(number=None).prefetch_related(sources, told_too)
        rows = rows.filter(feeds__project=of) if of else rows
        actors, places = self._named(Mention, "actor"), self._named(PlaceMention, "place")
        order = sorted(rows, key=lambda idea: (len(self.letter(idea)), self.letter(idea), idea.number))
        return tuple(self._idea(idea, f"{self.letter(idea)}{idea.number}", actors, places) for idea in order)

    def letter(self, idea: Idea) -> str:
        return self.teams[idea.team_id].letter

    def _idea(self, idea: Idea, mark: str, actors: "_Named", places: "_Named") -> views.IdeaView:
        sources = [source for one in (idea, *idea.duplicates.all()) for source in sorted(one.sources.all(), key=lambda source: source.pk)]
        latest = [source for source in sources if source.passage.version_id in self.documents] or sources
        return views.IdeaView(
            id=str(idea.public_id),
            mark=mark,
            letter=self.letter(idea),
            title=idea.title,
            text=idea.text,
            kind=idea.kind,
            lang=idea.lang,
            score=idea.score,
            cues=tuple((code, words) for code, words, weight in idea.cues if weight > 0),
            is_validated=idea.state == IdeaState.KEPT,
            is_written=idea.is_edited or any(source.passage.version_id in self.of_platforms for source in latest),
            sources=tuple(self.excerpt(source) for source in latest),
            actors=_inside(latest, actors),
            places=_inside(latest, places),
            authors=tuple(self.authors[one.pk] for one in (idea, *idea.duplicates.all()) if one.pk in self.authors),
        )

    def _named(self, model: type[Mention] | type[PlaceMention], what: str) -> "_Named":
        """Who or what each passage names: (start, end, public id) by passage."""
        found: _Named = defaultdict(list)
        rows = model.objects.of(self.initiative).exclude(**{what: None}).select_related(what)
        for row in rows:
            found[row.passage_id].append((row.start, row.end, str(getattr(row, what).public_id)))
        return found

    def families(self, ideas: dict[str, views.IdeaView]) -> tuple[views.FamilyView, ...]:
        return tuple(_family(family, ideas, self.letter) for family in current_families(self.initiative))

    def actors(self) -> tuple[views.ActorView, ...]:
        mentions: dict[int, list[views.ExcerptView]] = defaultdict(list)
        rows = Mention.objects.of(self.initiative).filter(actor__isnull=False, passage__version__is_latest=True)
        for row in rows.select_related("passage").order_by("passage__version__document__path", "passage__rank", "start", "pk"):
            mentions[row.actor_id or 0].append(self.excerpt(row))
        return self.spelt_actors(mentions)

    def spelt_actors(
        self, mentions: Mapping[int, Sequence[views.ExcerptView]], of: Collection[str] | None = None
    ) -> tuple[views.ActorView, ...]:
        """All of them, or those whose public id is in `of`."""
        rows = Actor.objects.of(self.initiative).standing()
        rows = rows if of is None else rows.filter(public_id__in=of)
        actors = rows.prefetch_related("spellings", "absorbed__spellings").order_by("name", "public_id")
        return tuple(
            views.ActorView(
                str(actor.public_id),
                actor.name,
                actor.kind,
                actor.college,
                actor.also_written,
                tuple(mentions.get(actor.pk, ())),
            )
            for actor in actors
        )

    def claims(self) -> tuple[views.ClaimView, ...]:
        rows = Claim.objects.of(self.initiative).filter(actor__isnull=False, passage__version__is_latest=True)
        ordered = rows.select_related("actor", "passage").order_by(
            "actor__name", "passage__version__document__path", "passage__rank", "start", "pk"
        )
        return tuple(views.ClaimView(str(row.actor.public_id), row.role, row.level, self.excerpt(row)) for row in ordered if row.actor)

    def projects(self, *, only: Project | None = None) -> tuple[views.ProjectView, ...]:
        """Those of the book, or `only` one, whatever it is."""
        known = Project.objects.of(self.initiative).select_related("family")
        rows = known.filter(pk=only.pk) if only else known.standing().filter(kind=ProjectKind.PROJECT)
        with_idea, with_passage = ProjectIdea.objects.readable().select_related("idea"), SheetStatement.objects.select_related("passage")
        with_actor = SaidCommitment.objects.select_related("actor__merged_into", "claim__passage")
        deep = rows.prefetch_related(
            Prefetch("feeds", with_idea),
            Prefetch("statements", with_passage),
            Prefetch("other_families", Family.objects.readable().order_by("rank")),
            Prefetch("said", with_actor),
            Prefetch("commitments", ProjectCommitment.objects.standing().select_related("actor__merged_into")),
        )
        written = standing_texts(self.initiative.public_id, Project.__name__, [project.public_id for project in deep])
        return tuple(self._project(project, written.get(project.public_id, {})) for project in deep)

    def _project(self, project: Project, written: Mapping[str, SectionVersion]) -> views.ProjectView:
        statements: dict[str, list[views.ExcerptView]] = defaultdict(list)
        for statement in sorted(project.statements.all(), key=lambda one: (one.section, one.rank)):
            statements[statement.section].append(self.excerpt(statement))
        return views.ProjectView(
            id=str(project.public_id),
            number=project.number,
            title=project.title,
            maturity=project.maturity,
            family=str(project.family.public_id) if project.family else "",
            ideas=tuple(str(feed.idea.public_id) for feed in project.feeds.all()),
            statements={section: tuple(found) for section, found in statements.items()},
            commitments=self._commitments(project),
            written={slot: version.text for slot, version in written.items() if version.text.strip()},
            families=tuple(str(one.public_id) for one in (project.family, *project.other_families.all()) if one),
        )

    def _commitments(self, project: Project) -> tuple[views.CommitmentView, ...]:
        """What the documents say, until people take the project up; then what people wrote down."""
        rows = project.said.all() if project.is_draft else project.commitments.all()
        return tuple(
            views.CommitmentView(str(one.actor.stands_as.public_id), one.role, one.level, self._said_in(one))
            for one in rows
            if one.actor.stands_as.is_standing
        )

    def _said_in(self, commitment: SaidCommitment | ProjectCommitment) -> views.ExcerptView | None:
        claim = commitment.claim if isinstance(commitment, SaidCommitment) else None
        return self.excerpt(claim) if claim else None


_Named = dict[int, list[tuple[int, int, str]]]


def _inside(sources: Sequence[Excerpt], named: _Named) -> tuple[str, ...]:
    """Public ids of what the sources' own words name, and for a table's row what the whole row names; in order, once."""
    found = []
    for source in sources:
        is_row = source.passage.kind == "row"
        for start, end, public_id in named.get(source.passage_id, []):
            if is_row or (start < source.end and end > source.start):
                found.append(public_id)
    return tuple(dict.fromkeys(found))


def _family(family: Family, ideas: dict[str, views.IdeaView], letter: Callable[[Idea], str]) -> views.FamilyView:
    """A duplicate is told by the idea that it is a duplicate of; its team is one of those that say it."""
    told = {str(idea.public_id): _told_by(idea) for idea in family.ideas.all() if _told_by(idea) in ideas}
    members = [ideas[public_id] for public_id in dict.fromkeys(told.values())]
    medoid = _told_by(family.medoid) if family.medoid and _told_by(family.medoid) in ideas else ""
    members.sort(key=lambda idea: (idea.id != medoid, -idea.score, idea.mark))
    keys = {member.idea_id for member in family.members.all() if member.is_doubtful}
    doubtful = {told[str(idea.public_id)] for idea in family.ideas.all() if idea.pk in keys and str(idea.public_id) in told}
    return views.FamilyView(
        id=str(family.public_id),
        title=family.title,
        theme=str(family.theme.public_id) if family.theme else "",
        medoid=medoid,
        ideas=tuple(idea.id for idea in members),
        letters=tuple(sorted({letter(idea) for idea in family.ideas.all() if str(idea.public_id) in told})),
        links=tuple(views.LinkView(a, b, score, tuple(words)) for a, b, score, words in family.links if a in ideas and b in ideas),
        cohesion=family.cohesion,
        beyond_chance=family.beyond_chance,
        strength=family.strength,
        balance=family.balance,
        is_validated=family.is_validated,
        is_named=family.is_named,
        doubtful=tuple(idea.id for idea in members if idea.id in doubtful),
    )


def _told_by(idea: Idea) -> str:
    return str((idea.merged_into or idea).public_id)


def _themes(initiative: Initiative, families: Sequence[views.FamilyView]) -> tuple[views.ThemeView, ...]:
    """Themes that hold ideas, largest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for family in families:
        if family.theme:
            found[family.theme].extend(family.ideas)
    titles = {str(key): title for key, title in Theme.objects.of(initiative).values_list("public_id", "title")}
    largest = sorted(found, key=lambda theme: (-len(found[theme]), titles[theme]))
    return tuple(views.ThemeView(theme, titles[theme], tuple(found[theme])) for theme in largest)


def _bodies(initiative: Initiative) -> tuple[views.BodyView, ...]:
    return tuple(views.BodyView(body.name, str(BodyKind(body.kind).label)) for body in Body.objects.of(initiative).standing())


def frame_of(initiative: Initiative) -> views.Frame:
    said = (initiative.starts_on, initiative.deadline_on, initiative.deadline_reason)
    return views.Frame(initiative.name, initiative.territory, initiative.lang, initiative.notice, *said)
