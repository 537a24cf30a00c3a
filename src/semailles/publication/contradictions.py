"""Where two sources disagree: shown to the facilitator, never settled by the machine."""

from collections import defaultdict
from dataclasses import dataclass

from semailles.publication.views import ActorView, ClaimView, Snapshot

OPEN_LEVELS = frozenset({"sollicité", "à confirmer"})
SETTLED_LEVELS = frozenset({"accord oral", "décidé"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One actor, said committed here and only hoped for there. `levels` in the order of the sources; the lower one counts."""

    actor: ActorView
    levels: tuple[str, ...]
    claims: tuple[ClaimView, ...]


def contradictions(full: Snapshot) -> tuple[Contradiction, ...]:
    by_actor: dict[str, list[ClaimView]] = defaultdict(list)
    for claim in full.claims:
        by_actor[claim.actor].append(claim)
    found = []
    for actor in full.actors:
        claims = by_actor[actor.id]
        levels = {claim.level for claim in claims}
        if levels & OPEN_LEVELS and levels & SETTLED_LEVELS:
            found.append(Contradiction(actor, tuple(dict.fromkeys(claim.level for claim in claims)), tuple(claims)))
    return tuple(found)
