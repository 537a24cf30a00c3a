"""The evidence of families as people arranged them, computed again after each gesture."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from semailles.convergence.board import Board, Portrait, Seat
from semailles.convergence.naming import best_named
from semailles.engines.grouping import Constraints, Corpus, Standing
from semailles.engines.grouping import Family as FoundFamily

Pairs = Iterable[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """The texts as the engine read them, and the ideas that people put together."""

    corpus: Corpus
    together: tuple[tuple[str, str], ...] = ()

    def warm(self) -> None:
        """All that takes long is computed now, before a transaction begins."""
        self.corpus.describe([Standing("", (self.corpus.texts[0].id,))] if self.corpus.texts else [])

    def of(self, board: Board, keys: Iterable[str], more: Iterable[tuple[str, str]] = ()) -> dict[str, FoundFamily]:
        """By key, what the engine says of these families among all those that stand."""
        standing = [Standing(key, tuple(sorted(family.seats))) for key, family in board.families.items() if family.is_current]
        found = self.corpus.describe(standing, (), Constraints(together=(*self.together, *more)), only=set(keys))
        return {family.key: family for family in found.families}


def evidence(found: FoundFamily) -> dict[str, Any]:
    """What a family keeps of what the engine says of it."""
    return {
        "terms": list(found.terms),
        "links": [[link.a, link.b, round(link.score, 3), list(link.words)] for link in found.links],
        "cohesion": round(found.cohesion, 4),
        "beyond_chance": round(found.beyond_chance, 4),
        "balance": round(found.balance, 4),
        "chance": round(found.chance, 4),
        "strength": found.strength.value if found.strength else "",
    }


def seats(family: Portrait, found: FoundFamily) -> dict[str, Seat]:
    """Whom people put there, or were sure of, keeps their seat; a newcomer is « à placer » where people had validated."""
    sure = dict(zip(found.members, found.confidences, strict=True))
    doubtful = set(found.doubtful)
    told: dict[str, Seat] = {}
    for idea in found.members:
        kept = family.seats.get(idea)
        is_settled = kept is not None and (kept.is_pinned or kept.confidence == 1.0 or bool(family.validated_at))
        fresh = Seat(round(sure[idea], 4), is_doubtful=idea in doubtful or bool(family.validated_at))
        told[idea] = kept if kept is not None and is_settled else fresh
    return told


def describe_again(board: Board, reading: Reading, keys: Iterable[str], pairs: Pairs = ()) -> None:
    """Only these families; ideas that are no longer voiced keep their seat, and say nothing."""
    wanted = list(keys)
    if not wanted:
        return
    found = reading.of(board, wanted, [(first, second) for kind, first, second in pairs if kind == "together"])
    for key in wanted:
        if key in found:
            _describe(board, board.families[key], found[key])


def _describe(board: Board, family: Portrait, found: FoundFamily) -> None:
    for name, value in evidence(found).items():
        setattr(family, name, value)
    family.seats |= seats(family, found)
    if not (family.is_quoted and family.medoid in family.seats):
        family.medoid, family.is_quoted = found.medoid, False
    titles = [board.cards[idea].title for idea in found.members]
    if not family.is_named and family.title not in [title[:300] for title in titles]:
        family.title = titles[best_named(titles, found.members.index(found.medoid))][:300]
