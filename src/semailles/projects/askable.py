"""Who can be asked to carry something: no group without a door to knock at, no place, no building that the documents only speak of."""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from semailles.engines.words import fold
from semailles.intake.models import Mention
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Place

# Words that open the name of a place, never that of somebody.
_BUILDINGS = re.compile(
    r"(?:anciens?|anciennes?|batiments?|friches?|gares?|halles?|hangars?|locaux|locals?|parkings?|places?|salles?|sites?|terrains?)\b"
)
# What stands before a name when it says where, or what a building was: « dans l’ancienne laiterie de Mens ».
_AS_A_PLACE = re.compile(
    r"\b(?:(?:ancien|ancienne|anciens|anciennes|former|batiments? d[eu]|locaux d[eu])(?: la| l['’]| le)?"
    r"|(?:dans|devant|derriere|sous|inside|behind) (?:la|le|les|l['’]|the))\s*$"
)
_COLLECTIVE = frozenset({"population", "jeunesse", "public", "monde", "gens", "people", "everybody"})
_BEFORE = 40  # signs before a name that are read


def askable(actors: Iterable[Actor]) -> set[Actor]:
    """What people gave themselves always is."""
    named = [actor for actor in actors if actor.is_given or not (_is_group(actor) or _BUILDINGS.match(fold(actor.name)))]
    read = [actor for actor in named if not actor.is_given]
    return set(named) - _only_places(read)


def _is_group(actor: Actor) -> bool:
    """« habitants », « maraîchers de la vallée »; « maire de Mens » is somebody."""
    head = fold(actor.name).partition(" ")[0]
    return actor.kind == ActorKind.ROLE and (head in _COLLECTIVE or head.endswith(("s", "x")))


def _only_places(actors: list[Actor]) -> set[Actor]:
    """Those of whom the documents never speak but as a place; two queries."""
    if not actors:
        return set()
    communes = {fold(name) for name in Place.objects.of(actors[0].initiative).values_list("name", flat=True)}
    said: dict[int, list[bool]] = defaultdict(list)
    rows = Mention.objects.filter(Q(actor__in=actors) | Q(actor__merged_into__in=actors), passage__version__is_latest=True)
    for mention in rows.select_related("passage", "actor"):
        before = mention.passage.text[max(0, mention.start - _BEFORE) : mention.start]
        said[mention.actor.stands_as.pk].append(bool(_AS_A_PLACE.search(fold(before))))
    return {actor for actor in actors if fold(actor.name) in communes or (said[actor.pk] and all(said[actor.pk]))}
