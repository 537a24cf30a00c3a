"""Making everything that an initiative holds findable, each thing in the widest circle that may read all of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from semailles.core.audience import Audience
from semailles.core.search import Entry, reindex
from semailles.intake.models import Passage
from semailles.publication.audiences import Circle, circles
from semailles.publication.queries import snapshot
from semailles.publication.views import Snapshot
from semailles.workshop.models import Initiative


def index_workspace(initiative: Initiative, full: Snapshot | None = None) -> int:
    """Index what changed, forget what is gone. Gives the number of things that had changed."""
    known = full or snapshot(initiative)
    return reindex(initiative.public_id, [*_entries(known), *_passages(initiative)])


def _entries(full: Snapshot) -> Iterator[Entry]:
    circle = circles(full)
    yield from _ideas(full, circle)
    for family in full.convergences:
        titles = "\n".join(full.idea(idea).title for idea in family.ideas)
        facets = {"team": family.letters, "theme": [family.theme] if family.theme else []}
        yield Entry("convergence", family.id, family.title, circle(family.title, titles), titles, facets=facets)
    for theme in full.themes:
        yield Entry("theme", theme.id, theme.title, circle(theme.title))
    for project in full.projects:
        said = "\n".join(excerpt.quote for statements in project.statements.values() for excerpt in statements)
        yield Entry("project", project.id, project.title, circle(project.title, said), said, facets={"state": [project.maturity]})
    for actor in full.actors:
        names = "\n".join(actor.aliases)
        audience = Audience.FACILITATOR if actor.is_person else circle(actor.name, names)
        yield Entry("actor", actor.id, actor.name, audience, names, facets={"kind": [actor.kind]})
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
        yield Entry("idea", idea.id, idea.title, circle(idea.title, idea.text), idea.text, idea.lang, facets)


def _themes(full: Snapshot) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for theme in full.themes:
        for idea in theme.ideas:
            found[idea].append(theme.id)
    return found


def _passages(initiative: Initiative) -> Iterator[Entry]:
    """Files are given for internal use: their whole text stays with the facilitator. Keyed « document/rank »."""
    rows = Passage.objects.of(initiative).filter(version__is_latest=True)
    for document, rank, text, path, lang in rows.values_list("version__document__public_id", "rank", "text", "path", "version__lang"):
        heading = path[-1] if path else ""
        yield Entry("passage", f"{document}/{rank}", heading, Audience.FACILITATOR, text, lang, {"document": [str(document)]})
