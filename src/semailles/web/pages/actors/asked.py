"""The actor that an address names."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from semailles.web.layout.request import Request
from semailles.workshop.models import Actor


def asked_actor(request: Request, public_id: UUID) -> Actor:
    """With its spellings and those merged into it."""
    known = Actor.objects.of(request.initiative).named().select_related("initiative", "merged_into")
    actor: Actor = get_object_or_404(known.prefetch_related("spellings__came_from", "absorbed__spellings"), public_id=public_id)
    return actor
