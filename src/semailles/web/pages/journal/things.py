"""The things whose history is read, by the word of the address, and what of theirs has lines of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from semailles.convergence.models import Family
from semailles.intake.models import Document, Idea
from semailles.projects.models import Project
from semailles.web.layout import links
from semailles.workshop.models import Actor, Body, Initiative, ProcessCommitment

KINDS: dict[str, tuple[Any, Callable[[Any], str]]] = {
    "document": (Document, links.to_document),
    "idee": (Idea, links.to_idea),
    "convergence": (Family, links.to_family),
    "acteur": (Actor, links.to_actor),
    "projet": (Project, links.to_project),
    "engagement": (ProcessCommitment, links.to_commitment),
    "groupe": (Body, lambda body: reverse("group", kwargs={"public_id": body.public_id})),
}
WHOLE = (Actor, Project, Body)  # things made of others: commitments, costs, milestones, mandates, notes…


@dataclass(frozen=True, slots=True)
class Thing:
    row: Any
    name: str
    url: str


def thing_of(initiative: Initiative, kind: str, public_id: UUID) -> Thing:
    if kind not in KINDS:
        raise Http404
    model, address = KINDS[kind]
    row = get_object_or_404(model.objects.of(initiative), public_id=public_id)
    return Thing(row, str(row), address(row))


def parts_of(row: Any) -> set[UUID]:
    """The thing and what belongs to it, in one query."""
    asked = list(_asked(row)) if isinstance(row, WHOLE) else []
    return {row.public_id, *(asked[0].union(*asked[1:]) if asked else ())}


def _asked(row: Any) -> Iterator["QuerySet[Any, UUID]"]:
    """Of each model that hangs on this one by a key: the public ids. Another one of the same kind is no part of it."""
    for related in row._meta.related_objects:  # noqa: SLF001 - Django gives its description of a model no other name
        model = related.related_model
        names = {field.name for field in model._meta.concrete_fields}  # noqa: SLF001 - the same
        if related.one_to_many and model is not type(row) and {"public_id", "initiative"} <= names:
            yield model.objects.filter(**{related.field.name: row}).order_by().values_list("public_id", flat=True)
