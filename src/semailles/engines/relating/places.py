"""At which step of which chain an idea stands; on which side of which dispute."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from semailles.engines.relating.shelves import ABOUT, NOT, Sign, chain_shelf
from semailles.engines.relating.spelling import Found, Word, row
from semailles.engines.relating.ties import Said

REACH = 10  # words between a sign and a word that names the thing
SURE_WEIGHT, PLAIN_WEIGHT = 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Standing:
    """An idea at a step: how surely, and the words that tell it."""

    said: Said
    step: str
    weight: float
    signs: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sign where it is found."""

    sign: Sign
    found: Found

    @property
    def place(self) -> int:
        return self.found.first


def standings(said: Said, name: str) -> Iterator[tuple[str, Standing]]:
    """What the idea says of each thing of this lexicon."""
    words = row(said.text)
    for key, hits in _heard(said, name, words).items():
        standing = _standing(said, hits)
        if standing:
            yield key, standing


def _heard(said: Said, name: str, words: Sequence[Word]) -> dict[str, list[Hit]]:
    shelf = chain_shelf(said.lang, name)
    heard: dict[str, list[Hit]] = defaultdict(list)
    for found in shelf.shelf.found(words):
        sign = shelf.signs[found.rank]
        heard[sign.chain].append(Hit(sign, found))
    return heard


def _standing(said: Said, hits: Sequence[Hit]) -> Standing | None:
    """The step that most signs tell; between equals, the one told first. None when the thing is not named, or another is."""
    about = [hit.found for hit in hits if hit.sign.step == ABOUT]
    telling = [hit for hit in hits if hit.sign.step not in (ABOUT, NOT) and (hit.sign.is_sure or _is_near(hit.found, about))]
    if not telling or any(hit.sign.step == NOT for hit in hits):
        return None
    weight: dict[str, float] = defaultdict(float)
    first: dict[str, int] = {}
    for hit in telling:
        weight[hit.sign.step] += SURE_WEIGHT if hit.sign.is_sure else PLAIN_WEIGHT
        first[hit.sign.step] = min(hit.place, first.get(hit.sign.step, hit.place))
    step = min(weight, key=lambda step: (-weight[step], first[step]))
    return Standing(said, step, weight[step], (*about, *(hit.found for hit in telling if hit.sign.step == step)))


def _is_near(found: Found, about: Sequence[Found]) -> bool:
    """Whether the thing is named beside, by other words than this sign."""
    return any(other.last < found.first <= other.last + REACH or found.last < other.first <= found.last + REACH for other in about)
