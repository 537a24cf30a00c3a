"""The evidence of families as people arranged them, computed again after each gesture."""

from collections.abc import Sequence
from typing import Any

from semailles.convergence.board import Board, Portrait
from semailles.convergence.corpus import Corpus, Standing
from semailles.convergence.naming import best_named
from semailles.engines.grouping import Family as FoundFamily
from semailles.engines.grouping import GivenTheme


def evidence(found: FoundFamily) -> dict[str, Any]:
    """What a family keeps of what the engine says of it."""
    return {
        "terms": list(found.terms),
        "links": [[link.a, link.b, round(link.score, 3), list(link.words)] for link in found.links],
        "cohesion": round(found.cohesion, 4),
        "beyond_chance": round(found.beyond_chance, 4),
        "balance": round(getattr(found, "balance", 0.0), 4),
        "chance": round(getattr(found, "chance", 1.0), 4),
        "strength": found.strength.value if found.strength else "",
    }


def describe_again(board: Board, corpus: Corpus, given: Sequence[GivenTheme]) -> None:
    """Only families whose ideas changed."""
    keys = board.changed()
    known = {text.id for text in corpus.texts}
    members = {key: tuple(sorted(known.intersection(board.families[key].seats))) for key in keys}
    found = corpus.describe([Standing(key, ideas) for key, ideas in members.items() if ideas], given)
    for key in keys:
        if key in found:
            _describe(board, board.families[key], found[key])


def _describe(board: Board, family: Portrait, found: FoundFamily) -> None:
    for name, value in evidence(found).items():
        setattr(family, name, value)
    if not (family.is_quoted and family.medoid in family.seats):
        family.medoid, family.is_quoted = found.medoid, False
    titles = [board.cards[idea].title for idea in found.members]
    if not family.is_named and family.title not in [title[:300] for title in titles]:
        family.title = titles[best_named(titles, found.members.index(found.medoid))][:300]
