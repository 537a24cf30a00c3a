"""Where ideas stood on other platforms."""

from django.db.models import Q

from semailles.intake.models import Idea, Origin


def origins_of(idea: Idea) -> list[Origin]:
    """Its own, those of its duplicates, and that of the idea it was cut out of."""
    concerned = Q(idea=idea) | Q(idea__merged_into=idea) | Q(idea=idea.split_from_id)
    return list(Origin.objects.of(idea.initiative).filter(concerned).order_by("pk"))
