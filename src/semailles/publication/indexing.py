"""Making everything that an initiative holds findable, each thing in the widest circle that may read all of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from semailles.core.audience import Audience
from semailles.core.search import Entry, reindex
from semailles.engines.covers import cover_of
from semailles.intake.enums import OUT
from semailles.intake.models import Idea, Passage, PlaceMention, Source
from semailles.publication.audiences import Circle, circles, signing
from semailles.publication.queries import snapshot
from semailles.publication.shown import shown
from semailles.publication.views import FamilyView, IdeaView, ProjectView, Snapshot
from semailles.workshop.models import Initiative

Facets = dict[str, Sequence[str]]


def index_workspace(initiative: Initiative, full: Snapshot | None = None) -> int:
    """Index what changed, forget what is gone. Gives the number of things that had changed."""
    known = full or snapshot(initiative)
    circle, places = circles(known), _places_by_passage(initiative)
    letters = {team.id: [team.letter] for team in known.teams}
    found = [*_entries(known, circle), *_out(initiative, circle, letters, places), *_passages(initiative, letters, places)]
    return reindex(initiative.public_id, found)


def _entries(full: Snapshot, circle: Circle) -> Iterator[Entry]:
    """What nobody kept, and whatever it had a part in, stays with the facilitator."""
    seen = _unchanged(full) & _kept(full)
    yield from (entry if entry.kind in {"theme", "document"} or entry.key in seen else _kept_close(entry) for entry in _told(full, circle))


def _kept_close(entry: Entry) -> Entry:
    return replace(entry, audience=Audience.FACILITATOR)


def _unchanged(full: Snapshot) -> set[str]:
    """Keys of what others are shown whole, and of the actors whom they are told of."""
    told = shown(full)
    pairs = ((full.ideas, told.ideas), (full.families, told.families), (full.projects, told.projects))
    return {actor.id for actor in told.actors}.union(*(_same(every, left) for every, left in pairs))


def _kept(full: Snapshot) -> set[str]:
    """Keys of ideas that people kept, of families that hold no other, of drafts that one feeds; actors lean on nobody's gesture."""
    ideas = {idea.id for idea in full.ideas if idea.is_validated}
    families = {family.id for family in full.families if ideas.issuperset(family.ideas)}
    projects = {project.id for project in full.projects if not project.ideas or ideas.intersection(project.ideas)}
    return ideas | families | projects | {actor.id for actor in full.actors}


def _same(before: Sequence[IdeaView | FamilyView | ProjectView], after: Sequence[IdeaView | FamilyView | ProjectView]) -> set[str]:
    known = {one.id: one for one in before}
    return {one.id for one in after if known[one.id] == one}


def _told(full: Snapshot, circle: Circle) -> Iterator[Entry]:
    yield from _ideas(full, circle)
    for family in full.convergences:
        titles = "\n".join(full.idea(idea).title for idea in family.ideas)
        yield Entry(
            "convergence",
            family.id,
            family.title,
            circle(family.title, titles, authors=signing(full, family.ideas)),
            titles,
            facets=_of_family(full, family),
        )
    for theme in full.themes:
        yield Entry("theme", theme.id, theme.title, circle(theme.title), facets={"theme": [theme.id]})
    for project in full.projects:
        said = "\n".join(excerpt.quote for statements in project.statements.values() for excerpt in statements)
        audience = circle(project.title, said, authors=signing(full, project.ideas))
        yield Entry("project", project.id, project.title, audience, said, facets=_of_project(full, project))
    for actor in full.actors:
        names = "\n".join(actor.aliases)
        audience = Audience.FACILITATOR if actor.is_person else circle(actor.name, names)
        facets = {"kind": [actor.kind], "team": _once(one.document.letter for one in actor.mentions)}
        yield Entry("actor", actor.id, actor.name, audience, names, facets=facets)
    for document in full.documents:
        facets = {"team": [document.letter], "state": [document.status]}
        yield Entry("document", document.id, document.path, Audience.FACILITATOR, lang=document.lang, facets=facets)


def _ideas(full: Snapshot, circle: Circle) -> Iterator[Entry]:
    themes = _themes(full)
    for idea in full.ideas:
        facets = {
            "team": [idea.letter],
            "theme": themes.get(idea.id, []),
            "place": idea.places,
            "kind": [idea.kind],
            "state": ["kept" if idea.is_validated else "suggested"],
        }
        yield Entry("idea", idea.id, idea.title, circle(idea.title, idea.text, authors=idea.authors), idea.text, idea.lang, facets)


def _out(initiative: Initiative, circle: Circle, letters: Mapping[str, list[str]], places: Mapping[int, list[str]]) -> Iterator[Entry]:
    """What left the list is found too, and says why: set aside, a duplicate, split. Read by whoever may read its words and the reason."""
    rows = Idea.objects.of(initiative).filter(state__in=OUT).select_related("team", "origin").order_by("pk")
    said: dict[int, list[str]] = defaultdict(list)
    covered: set[int] = set()
    sources = Source.objects.of(initiative).filter(idea__state__in=OUT, passage__version__is_latest=True).order_by("pk")
    for idea, passage, *words in sources.values_list("idea", "passage", "passage__path", "passage__cells", "start", "end"):
        said[idea] += places.get(passage, [])
        covered |= {idea} if cover_of(*words) else set()
    for row in rows:
        team = letters.get(str(row.team.public_id), [])
        facets = {"team": team, "place": _once(said[row.pk]), "kind": [row.kind], "state": [row.state]}
        audience = Audience.FACILITATOR if row.pk in covered else circle(row.title, row.text, row.set_aside_reason, authors=_signed(row))
        yield Entry("idea", str(row.public_id), row.title, audience, row.text, row.lang, facets)


def _signed(idea: Idea) -> tuple[str, ...]:
    origin = getattr(idea, "origin", None)
    return (origin.author,) if origin and origin.author else ()


def _of_family(full: Snapshot, family: FamilyView) -> Facets:
    return {"team": family.letters, "theme": [family.theme] if family.theme else [], "place": _places(full, family.ideas)}


def _of_project(full: Snapshot, project: ProjectView) -> Facets:
    ideas = [idea for idea in project.ideas if idea in full.by_id]
    family = next((one for one in full.families if one.id == project.family), None)
    return {
        "state": [project.maturity],
        "team": family.letters if family else _once(full.idea(idea).letter for idea in ideas),
        "theme": [family.theme] if family and family.theme else [],
        "place": _places(full, ideas),
    }


def _places(full: Snapshot, ideas: Sequence[str]) -> list[str]:
    return _once(place for idea in ideas for place in full.idea(idea).places)


def _once(values: Iterator[str] | Sequence[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _themes(full: Snapshot) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for theme in full.themes:
        for idea in theme.ideas:
            found[idea].append(theme.id)
    return found


def _places_by_passage(initiative: Initiative) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = PlaceMention.objects.of(initiative).filter(passage__version__is_latest=True).order_by("pk")
    for passage, place in rows.values_list("passage", "place__public_id"):
        found[passage].append(str(place))
    return found


def _passages(initiative: Initiative, letters: Mapping[str, list[str]], places: Mapping[int, list[str]]) -> Iterator[Entry]:
    """Files are given for internal use: their whole text stays with the facilitator. Keyed « document/rank »."""
    rows = Passage.objects.of(initiative).filter(version__is_latest=True)
    fields = ("pk", "version__document__public_id", "version__document__team__public_id", "rank", "text", "path", "version__lang")
    for pk, document, team, rank, text, path, lang in rows.values_list(*fields):
        heading = path[-1] if path else ""
        facets = {"document": [str(document)], "team": letters.get(str(team), []), "place": _once(places.get(pk, []))}
        yield Entry("passage", f"{document}/{rank}", heading, Audience.FACILITATOR, text, lang, facets)
