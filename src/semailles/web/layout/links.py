"""Where each thing stands, on screen and in words: the only place that knows addresses. Templates use `{{ thing|to_idea }}` and its sisters."""

from functools import lru_cache
from uuid import UUID

from django import template
from django.urls import get_script_prefix, reverse

from semailles.convergence.models import Family
from semailles.intake.enums import PassageKind
from semailles.intake.models import Document, DocumentVersion, Excerpt, Idea, Passage
from semailles.projects.models import Project
from semailles.publication.words import locator_words, noted, place_in, printable
from semailles.workshop.models import Actor, ProcessCommitment, Theme

register = template.Library()
_ANY = str(UUID(int=0))


def address(route: str, public_id: UUID) -> str:
    """Of a thing by its id. Lists lead to hundreds of things: a route is asked once, each id takes its place in it."""
    return _pattern(route, get_script_prefix()).replace(_ANY, str(public_id))


@register.filter
def to_passage(excerpt: Excerpt) -> str:
    """The page of the document, open at these words. Ask for `passage__version__document` with the rows."""
    passage, version = excerpt.passage, excerpt.passage.version
    return passage_address(
        version.document.public_id, passage.rank, (excerpt.start, excerpt.end), "" if version.is_latest else version.fingerprint
    )


def passage_address(document: UUID, rank: int, words: tuple[int, int], earlier: str = "") -> str:
    """`earlier`: the fingerprint of a version that is not the one that counts."""
    version = f"&version={earlier}" if earlier else ""
    return f"{address('document', document)}?passage={rank}&debut={words[0]}&fin={words[1]}{version}#p-{rank}"


@register.filter
def of_version(version: DocumentVersion, joint: str = "?") -> str:
    """What an address adds to lead to an earlier version of a document."""
    return "" if version.is_latest else f"{joint}version={version.fingerprint}"


@register.filter
def file_name(path: str) -> str:
    """A file's own name, without its folders, as a page can hold it."""
    return printable(path.rpartition("/")[2])


@register.filter
def place(passage: Passage) -> str:
    """« p. 4 », « diapo 3, notes »."""
    return noted(locator_words(passage.locator), is_note=passage.kind == PassageKind.NOTE, cover=passage.cover_of(0, 0))


@register.filter
def where(excerpt: Excerpt) -> str:
    """« rapport.pdf, p. 4 ». Ask for `passage__version__document` with the rows."""
    passage = excerpt.passage
    return place_in(passage.version.document.path, passage.locator, is_note=passage.kind == PassageKind.NOTE, cover=excerpt.cover)


@register.filter
def to_document(document: Document) -> str:
    return address("document", document.public_id)


@register.filter
def to_idea(idea: Idea) -> str:
    return address("idea", idea.public_id)


@register.filter
def mark(idea: Idea) -> str:
    """« A12 », as people write it down; nothing before marks are given. Ask for `team` with the rows."""
    return f"{idea.team.letter}{idea.number}" if idea.number else ""


@register.filter
def to_family(family: Family) -> str:
    return address("convergence", family.public_id)


@register.filter
def to_theme(theme: Theme) -> str:
    return address("theme", theme.public_id)


@register.filter
def to_actor(actor: Actor) -> str:
    return address("actor", actor.public_id)


@register.filter
def to_project(project: Project) -> str:
    return reverse("project", kwargs={"number": project.number})


@register.filter
def to_commitment(commitment: ProcessCommitment) -> str:
    return reverse("commitment", kwargs={"public_id": commitment.public_id})


@lru_cache(maxsize=512)
def _pattern(route: str, prefix: str) -> str:
    """`prefix`: where the initiative's pages begin."""
    return reverse(route, kwargs={"public_id": _ANY})
