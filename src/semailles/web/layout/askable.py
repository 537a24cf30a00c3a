"""The things that people ask about, as addresses name them, and where each stands."""

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse

from semailles.projects.models import ProjectCommitment
from semailles.web.layout.links import to_commitment, to_family, to_idea

KINDS = {"idee": "Idea", "convergence": "Family", "engagement": "ProcessCommitment", "portage": "ProjectCommitment"}
SLUGS = {kind: slug for slug, kind in KINDS.items()}


def _to_holder(commitment: ProjectCommitment) -> str:
    return reverse("holder", args=[commitment.project.number, commitment.public_id])


ADDRESSES: Mapping[str, Callable[[Any], str]] = {
    "Idea": to_idea,
    "Family": to_family,
    "ProcessCommitment": to_commitment,
    "ProjectCommitment": _to_holder,
}


def address_of(thing: Any) -> str:
    return str(ADDRESSES[type(thing).__name__](thing))
