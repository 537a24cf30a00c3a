"""data/*.csv and the map file: the synthesis for spreadsheets. Column names are French, as the people who open them."""

from collections.abc import Callable, Iterable
from itertools import starmap

from django.utils.translation import gettext as _

from semailles.engines.exchange import csv_table, feature_collection
from semailles.intake.enums import IdeaState
from semailles.publication.pledged import COMMITTED, FUNDED, FUNDED_TOO, NOTHING, Pledged
from semailles.publication.views import CommitmentView, ExcerptView, FundingView, IdeaView, ProjectView, Snapshot
from semailles.publication.words import explanation, level_words, place_words, reason
from semailles.workshop.enums import ActorKind

Row = tuple[str | int | float | None, ...]


def tables(full: Snapshot, pledged: Pledged = NOTHING) -> dict[str, bytes]:
    """File name → content. `pledged`: what people wrote of commitments and money."""
    return {
        "idees.csv": _ideas(full),
        "convergences.csv": _convergences(full),
        "projets.csv": _projects(full),
        "acteurs.csv": _actors(full),
        "engagements.csv": _commitments(full, pledged),
        "financements.csv": _fundings(full, pledged),
        "projets.geojson": _map(full),
    }


def _state(*, is_validated: bool, kept: str = "") -> str:
    return (kept or _("validated")) if is_validated else _("to be validated")


def _ideas(full: Snapshot) -> bytes:
    header = (
        "id",
        "repere",
        "equipe",
        "titre",
        "citation",
        "type",
        "document",
        "endroit",
        "themes",
        "acteurs",
        "lieux",
        "score",
        "raison",
        "etat",
    )
    return csv_table(header, map(_idea_row(full), full.ideas))


def _idea_row(full: Snapshot) -> Callable[[IdeaView], Row]:
    """A line for one idea, the names of what it refers to looked up once."""
    teams = {team.letter: team.name for team in full.teams}
    themes = {idea: theme.title for theme in full.themes for idea in theme.ideas}
    actors = {actor.id: actor.name for actor in full.actors}
    places = {place.id: place.name for place in full.places}

    def row(idea: IdeaView) -> Row:
        source = idea.sources[0]
        said = (
            idea.id,
            idea.mark,
            teams[idea.letter],
            idea.title,
            source.quote,
            idea.kind,
            source.document.path,
            place_words(source),
        )
        named = (themes.get(idea.id, ""), _named(idea.actors, actors), _named(idea.places, places))
        return (*said, *named, idea.score, reason(idea), _state(is_validated=idea.is_validated, kept=str(IdeaState.KEPT.label)))

    return row


def _named(ids: Iterable[str], names: dict[str, str]) -> str:
    return " | ".join(names[one] for one in ids if one in names)


def _convergences(full: Snapshot) -> bytes:
    header = ("id", "titre", "force", "equipes", "idees", "cohesion", "au_dela_du_hasard", "explication", "etat")
    rows = (
        (
            family.id,
            family.title,
            family.strength,
            " ".join(family.letters),
            " ".join(full.idea(idea).mark for idea in family.ideas),
            family.cohesion,
            family.beyond_chance,
            explanation(family, full),
            _state(is_validated=family.is_validated),
        )
        for family in full.convergences
    )
    return csv_table(header, rows)


def _projects(full: Snapshot) -> bytes:
    header = ("id", "numero", "titre", "maturite", "idees", "equipes", "etat")
    rows = (
        (
            project.id,
            project.number,
            project.title,
            project.maturity,
            " ".join(full.idea(idea).mark for idea in project.ideas),
            " ".join(sorted({full.idea(idea).letter for idea in project.ideas})),
            _state(is_validated=False),
        )
        for project in full.projects
    )
    return csv_table(header, rows)


def _actors(full: Snapshot) -> bytes:
    header = ("id", "nom", "type", "college", "alias", "mentions", "documents", "etat")
    rows = (
        (
            actor.id,
            actor.name,
            str(ActorKind(actor.kind).label),
            actor.college,
            "|".join(actor.aliases),
            len(actor.mentions),
            len({mention.document.id for mention in actor.mentions}),
            _state(is_validated=False),
        )
        for actor in full.actors
    )
    return csv_table(header, rows)


def _commitments(full: Snapshot, pledged: Pledged) -> bytes:
    """What people wrote; of the other sheets, what the documents say."""
    names = {actor.id: actor.name for actor in full.actors}
    told = ((project, one) for project in full.projects if project.id not in pledged.projects for one in project.commitments)

    def row(project: ProjectView, one: CommitmentView) -> Row:
        quoted = (one.excerpt.document.path, one.excerpt.quote) if one.excerpt else ("", "")
        return (project.number, names[one.actor], one.role, level_words(one.level), *quoted, _state(is_validated=False), "", "", "", "")

    return csv_table(COMMITTED, (*pledged.commitments, *starmap(row, told)))


def _fundings(full: Snapshot, pledged: Pledged) -> bytes:
    """The budget of the process that a document gives, until people write one; then all that they wrote."""
    state = _state(is_validated=not full.budget.is_found)
    read = full.fundings if full.budget.is_found or pledged == NOTHING else ()

    def row(line: FundingView) -> Row:
        said = (line.funder, line.amount, line.nature, line.status, line.detail, *_place(line.excerpt), state)
        return (*said, _("process"), *[""] * (len(FUNDED_TOO) - 1))

    return csv_table((*FUNDED, *FUNDED_TOO), (*map(row, read), *pledged.fundings))


def _place(excerpt: ExcerptView | None) -> Row:
    return (excerpt.document.path, place_words(excerpt), excerpt.quote) if excerpt else ("", "", "")


def _map(full: Snapshot) -> bytes:
    """One feature a project, with the communes its ideas name; nobody has placed them yet, so their geometry is null (RFC 7946, 3.2)."""
    places = {place.id: place for place in full.places}
    features = []
    for project in full.projects:
        named = dict.fromkeys(place for idea in project.ideas for place in full.idea(idea).places if place in places)
        communes = [{"name": places[place].name, "insee": places[place].insee} for place in named]
        described = {"id": project.id, "number": project.number, "title": project.title, "maturity": project.maturity}
        features.append((None, {**described, "places": communes, "state": _state(is_validated=False)}))
    return feature_collection(features)
