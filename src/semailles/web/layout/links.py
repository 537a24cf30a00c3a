"""Where each thing stands on screen: the only place that knows addresses. Templates use `{{ thing|to_idea }}` and its sisters."""

from django import template
from django.urls import reverse

from semailles.convergence.models import Family
from semailles.intake.models import Document, Excerpt, Idea
from semailles.projects.models import Project
from semailles.workshop.models import Actor, Theme

register = template.Library()


@register.filter
def to_passage(excerpt: Excerpt) -> str:
    """The page of the document, open at these words. Ask for `passage__version__document` with the rows."""
    passage = excerpt.passage
    return f"{to_document(passage.version.document)}?passage={passage.rank}&debut={excerpt.start}&fin={excerpt.end}#p-{passage.rank}"


@register.filter
def to_document(document: Document) -> str:
    return reverse("document", kwargs={"public_id": document.public_id})


@register.filter
def to_idea(idea: Idea) -> str:
    return reverse("idea", kwargs={"public_id": idea.public_id})


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
