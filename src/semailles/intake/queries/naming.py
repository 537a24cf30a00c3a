"""What passages name."""

from collections import defaultdict

from django.db.models import Q

from semailles.intake.models import Mention, PlaceMention
from semailles.workshop.models import Initiative


def names_by_passage(initiative: Initiative, actors: Q) -> dict[int, set[str]]:
    """Places, and such actors, as each passage writes them, by key of the passage."""
    found: dict[int, set[str]] = defaultdict(set)
    named = Mention.objects.of(initiative).filter(actors).values_list("passage_id", "quote")
    places = PlaceMention.objects.of(initiative).values_list("passage_id", "quote")
    for passage, quote in [*named, *places]:
        found[passage].add(quote)
    return found
