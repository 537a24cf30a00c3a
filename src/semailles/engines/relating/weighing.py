"""Which words tell what an idea is about: the rarer, the more."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from semailles.engines.relating.ties import Said
from semailles.engines.relating.turning import is_weak
from semailles.engines.words import FOLDED_STOP, SHORTEST, fold, stem, words

OFTEN = 0.15  # share of the ideas from which a word says nothing of one


@dataclass(frozen=True, slots=True)
class Weights:
    """`worths`: how rare each stem is; `forms`: the stems of each idea, in the words that it writes."""

    worths: dict[str, float]
    forms: dict[str, dict[str, str]]

    def common(self, first: Said, second: Said) -> frozenset[str]:
        """Stems that both write, but for those of half the ideas."""
        return frozenset(self.forms[first.id].keys() & self.forms[second.id].keys() & self.worths.keys())

    def worth(self, roots: Iterable[str]) -> float:
        return sum(self.worths.get(root, 0.0) for root in sorted(roots))

    def written(self, said: Said, roots: Iterable[str]) -> tuple[str, ...]:
        """These stems in the words of an idea, the rarest first."""
        known = sorted((root for root in roots if root in self.forms[said.id]), key=lambda root: (-self.worths[root], root))
        return tuple(self.forms[said.id][root] for root in known)


def weigh(ideas: Sequence[Said]) -> Weights:
    forms = {said.id: _forms(said) for said in ideas}
    counts = Counter(root for known in forms.values() for root in known)
    most = max(2, int(OFTEN * len(ideas)))
    worths = {root: log(1 + len(ideas) / count) for root, count in counts.items() if count <= most}
    return Weights(worths, forms)


def _forms(said: Said) -> dict[str, str]:
    """Stems of the words that carry meaning, each as it is first written."""
    found: dict[str, str] = {}
    for word in words(said.text):
        flat = fold(word)
        if len(flat) >= SHORTEST and flat not in FOLDED_STOP and not is_weak(flat, said.lang):
            found.setdefault(stem(word, said.lang), word)
    return found
