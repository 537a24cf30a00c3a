"""Actors as they are written."""

from collections import defaultdict

from semailles.engines.words import fold
from semailles.workshop.models import Actor, Initiative


def by_spelling(initiative: Initiative) -> dict[str, Actor]:
    """Actors under their folded name, and under each folded spelling that is theirs alone. Two queries."""
    actors = list(Actor.objects.of(initiative).prefetch_related("spellings").order_by("-id"))
    owners: dict[str, set[Actor]] = defaultdict(set)
    for actor in actors:
        for spelling in actor.spellings.all():
            owners[fold(spelling.text)].add(actor)
    alone = {text: found.pop() for text, found in owners.items() if len(found) == 1}
    return {**alone, **{fold(actor.name): actor for actor in actors}}
