"""Actors as they are written."""

from collections import defaultdict
from collections.abc import Iterable

from semailles.engines.words import fold
from semailles.workshop.models import Actor, Initiative, Likeness, Spelling


def by_spelling(initiative: Initiative, names: Iterable[str]) -> dict[str, Actor]:
    """Of these names, folded, the actors who bear them: by their own name, or by a spelling that is theirs alone. At most three queries."""
    wanted = {fold(name) for name in names}
    if not wanted:
        return {}
    owners: dict[str, set[int]] = defaultdict(set)
    for actor, into, text in Spelling.objects.of(initiative).values_list("actor", "actor__merged_into", "text"):
        if (written := fold(text)) in wanted:
            owners[written].add(into or actor)
    found = {text: actors.pop() for text, actors in owners.items() if len(actors) == 1}
    for actor, name in Actor.objects.of(initiative).order_by("-pk").values_list("pk", "name"):
        if (written := fold(name)) in wanted:
            found[written] = actor
    actors_found = Actor.objects.of(initiative).select_related("merged_into").in_bulk(set(found.values()))
    return {text: actors_found[actor].stands_as for text, actor in found.items()}


def likenesses(initiative: Initiative) -> list[Likeness]:
    """Pairs on which people are still to be asked, both of them standing."""
    asked = Likeness.objects.of(initiative).filter(is_told_apart=False, actor__merged_into=None, into__merged_into=None)
    return list(asked.select_related("actor", "into"))
