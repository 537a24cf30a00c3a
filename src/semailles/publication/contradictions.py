"""Where two sources disagree: shown to the facilitator, never settled by the machine."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from semailles.core.audience import reads_everything
from semailles.engines.words import fold
from semailles.publication.views import ActorView, ClaimView, ExcerptView, FundingView, Snapshot

OPEN_LEVELS = frozenset({"retiré", "envisagé", "sollicité", "à confirmer"})
SETTLED_LEVELS = frozenset({"accord oral", "décidé", "notifié", "versé"})

SUREST_LAST = (
    *("refusé", "retiré", "pressenti", "envisagé", "sollicité", "à confirmer"),
    *("accord oral", "décidé", "engagement écrit", "notifié", "versé", "réalisé"),
)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One actor, said committed here and only hoped for there: in passages, or in a line of the process budget. `levels` in the order of the sources."""

    actor: ActorView
    levels: tuple[str, ...]
    claims: tuple[ClaimView, ...]
    lines: tuple[FundingView, ...]

    @property
    def excerpts(self) -> tuple[ExcerptView, ...]:
        """The passages that disagree."""
        return (*(claim.excerpt for claim in self.claims), *(line.excerpt for line in self.lines if line.excerpt))


def contradictions(full: Snapshot) -> tuple[Contradiction, ...]:
    return opposed(full.actors, full.claims, full.fundings)


def opposed(actors: Iterable[ActorView], claims: Iterable[ClaimView], fundings: Iterable[FundingView]) -> tuple[Contradiction, ...]:
    """None for whoever is not of the facilitator's circle."""
    if not reads_everything():
        return ()
    theirs: dict[str, list[ClaimView]] = defaultdict(list)
    for claim in claims:
        theirs[claim.actor].append(claim)
    lines = tuple(fundings)
    compared = (_compared(actor, theirs[actor.id], lines) for actor in actors)
    return tuple(found for found in compared if found)


def disagree(levels: Iterable[str]) -> bool:
    """Settled for one source, still open for another."""
    said = frozenset(levels)
    return bool(OPEN_LEVELS & said and SETTLED_LEVELS & said)


def least_sure(levels: Iterable[str]) -> str:
    """The one that counts, of several."""
    return min(levels, key=SUREST_LAST.index)


def _compared(actor: ActorView, claims: list[ClaimView], fundings: Iterable[FundingView]) -> Contradiction | None:
    """Who pays is compared with who pays: a roof offered says nothing of a sum."""
    claims = [claim for claim in claims if claim.role in {"finance", ""}]
    names = {fold(name) for name in (actor.name, *actor.aliases)}
    lines = tuple(line for line in fundings if (line.actor == actor.id or fold(line.funder) in names) and _says(line, claims))
    levels = tuple(dict.fromkeys([*(claim.level for claim in claims), *(line.status for line in lines)]))
    if not disagree(levels):
        return None
    return Contradiction(actor, levels, tuple(claims), lines)


def _says(line: FundingView, claims: Iterable[ClaimView]) -> bool:
    """People's lines say their status; a line read in a document, only when its own words do, and once: a claim may hold the same words."""
    if line.excerpt is None:
        return True
    place = (line.excerpt.document.id, dict(line.excerpt.locator))
    return line.sure[0] == "said" and all(
        (claim.excerpt.document.id, dict(claim.excerpt.locator), claim.level) != (*place, line.status) for claim in claims
    )
