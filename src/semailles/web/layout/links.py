"""Where each thing stands, on screen and in words: the only place that knows addresses. Templates use `{{ thing|to_idea }}` and its sisters."""

from django import template
from django.urls import reverse

from semailles.convergence.models import Family
from semailles.intake.enums import PassageKind
from semailles.intake.models import Document, DocumentVersion, Excerpt, Idea, Passage
from semailles.projects.models import Project
from semailles.publication.words import locator_words, noted, printable
from semailles.workshop.models import Actor, ProcessCommitment, Theme

register = template.Library()


@register.filter
def to_passage(excerpt: Excerpt) -> str:
    """The page of the document, open at these words. Ask for `passage__version__document` with the rows."""
    passage, version = excerpt.passage, excerpt.passage.version
    words = f"passage={passage.rank}&debut={excerpt.start}&fin={excerpt.end}"
    return f"{to_document(version.document)}?{words}{of_version(version, '&')}#p-{passage.rank}"


@register.filter
def of_version(version: DocumentVersion, joint: str = "?") -> str:
    """What an address adds to lead to an earlier version of a document."""
    return "" if version.is_latest else f"{joint}version={version.sha256[:12]}"


@register.filter
def file_name(path: str) -> str:
    """A file's own name, without its folders, as a page can hold it."""
    return printable(path.rpartition("/")[2])


@register.filter
def place(passage: Passage) -> str:
    """« p. 4 », « diapo 3, notes »."""
    return noted(locator_words(passage.locator), is_note=passage.kind == PassageKind.NOTE)


@register.filter
def where(excerpt: Excerpt) -> str:
    """« rapport.pdf, p. 4 ». Ask for `passage__version__document` with the rows."""
    return f"{file_name(excerpt.passage.version.document.path)}, {place(excerpt.passage)}"


@register.filter
def to_document(document: Document) -> str:
    return reverse("document", kwargs={"public_id": document.public_id})


@register.filter
def to_idea(idea: Idea) -> str:
    return reverse("idea", kwargs={"public_id": idea.public_id})


@register.filter
def mark(idea: Idea) -> str:
    """« A12 », as people write it down; nothing before marks are given. Ask for `team` with the rows."""
    return f"{idea.team.letter}{idea.number}" if idea.number else ""


@register.filter
def to_family(family: Family) -> str:
    return reverse("convergence", kwargs={"public_id": family.public_id})


@register.filter
def to_theme(theme: Theme) -> str:
    return reverse("theme", kwargs={"public_id": theme.public_id})


@register.filter
def to_actor(actor: Actor) -> str:
    return reverse("actor", kwargs={"public_id": actor.public_id})


@register.filter
def to_project(project: Project) -> str:
    return reverse("project", kwargs={"number": project.number})


@register.filter
def to_commitment(commitment: ProcessCommitment) -> str:
    return reverse("commitment", kwargs={"public_id": commitment.public_id})
