"""Which sentences of the documents feed which draft: nearness in words and in place. Pure: no database."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from semailles.engines.words import content_words

STEM = 6  # letters kept of a folded word: enough to join « maraîchage » and « maraîchers »
LEAST = 0.16  # affinity under which a sentence is about something else
LEAST_NEIGHBOUR = 0.12  # under which two ideas are no neighbours
MOST = 3  # sentences a heading takes
NEAR_ONLY = frozenset({"lieu"})  # a town is named everywhere: its sentence must stand beside the idea
LONGEST = 300  # signs of a quote in print
TYPED = re.compile(r"\(?(?:[a-z]|\d{1,2})(?:\.[a-z\d])?[.)] +(?=[A-ZÀ-ÖØ-Ý«“])")
SENTENCE_END = re.compile(r"[.!?…][»”)]?\s+(?=[A-ZÀ-ÖØ-Ý«“(—–-])")
TEXTS_KEPT = 1 << 14  # whose words are looked up for every sheet
NEXT_DOOR, SAME_HEADING = 0.12, 0.10  # what standing beside a source idea adds
SAME_PLACE = 0.12  # and what naming the place of one of them does


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sentence stands: version, rank of its passage, headings above."""

    version: int
    rank: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A project to feed: its ideas' words, where they stand, the places they name."""

    key: int
    text: str
    standings: tuple[Standing, ...]
    places: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that could be set under a heading. `places`: those that tell what it is about; a town is named everywhere, so mostly none."""

    key: int
    section: str
    text: str
    standing: Standing
    score: float
    places: frozenset[int] = frozenset()


def assign(drafts: Sequence[Draft], candidates: Sequence[Candidate]) -> dict[int, dict[str, list[int]]]:
    """Keys of the candidates of each draft, by section, best first; a sentence feeds the one draft it is nearest to."""
    ranked: dict[int, dict[str, list[tuple[float, int]]]] = defaultdict(lambda: defaultdict(list))
    for candidate, best, key in _nearest_drafts(drafts, candidates):
        if best >= LEAST:
            ranked[key][candidate.section].append((-best - 0.1 * candidate.score, candidate.key))
    return {
        key: {section: [candidate for _, candidate in sorted(found)[:MOST]] for section, found in sections.items()}
        for key, sections in ranked.items()
    }


def owners(drafts: Sequence[Draft], candidates: Sequence[Candidate]) -> dict[int, int]:
    """By candidate, the draft that it is nearest to, however far; none when it shares nothing with any."""
    return {candidate.key: key for candidate, best, key in _nearest_drafts(drafts, candidates) if best}


def _nearest_drafts(drafts: Sequence[Draft], candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, float, int]]:
    rarity = _rarity([draft.text for draft in drafts] + [candidate.text for candidate in candidates])
    vectors = {draft.key: _vector(draft.text, rarity) for draft in drafts}
    for candidate in candidates:
        vector = _vector(candidate.text, rarity)
        affinities = [(_affinity(candidate, vector, draft, vectors[draft.key]), -draft.key) for draft in drafts]
        best, key = max(affinities, default=(0.0, 0))
        yield candidate, best, -key


def _affinity(candidate: Candidate, vector: Mapping[str, float], draft: Draft, words: Mapping[str, float]) -> float:
    near = _nearness(draft, candidate.standing)
    if candidate.section in NEAR_ONLY and not near:
        return 0.0
    return _cosine(vector, words) + near + SAME_PLACE * bool(candidate.places & draft.places)


def nearest(text: str, others: Mapping[str, str], *, most: int) -> list[str]:
    """Keys of the texts that share most with this one, best first; those that share too little are left out."""
    rarity = _rarity([text, *others.values()])
    vector = _vector(text, rarity)
    affinities = sorted((-_cosine(vector, _vector(other, rarity)), key) for key, other in others.items())
    return [key for affinity, key in affinities[:most] if -affinity >= LEAST_NEIGHBOUR]


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the whole sentences around it, as long as a quote may be: first what comes before, for it says why; never the « a. » typed before."""
    typed = TYPED.match(text)
    cuts = [typed.end() if typed and typed.end() <= start else 0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text)]
    befores = [cut for cut in cuts if cut <= start]
    afters = [cut for cut in cuts if cut >= end]
    for first in sorted(befores):
        if len(text[first:end]) <= LONGEST:
            start = first
            break
    for last in sorted(afters, reverse=True):
        if len(text[start:last].rstrip()) <= LONGEST:
            end = start + len(text[start:last].rstrip())
            break
    return start, end


@lru_cache(maxsize=TEXTS_KEPT)
def _stems(text: str) -> Mapping[str, int]:
    return Counter(word[:STEM] for word in content_words(text))


def _rarity(texts: Sequence[str]) -> dict[str, float]:
    counts = Counter(stem for text in texts for stem in _stems(text))
    return {stem: 1 + math.log((1 + len(texts)) / (1 + count)) for stem, count in counts.items()}


def _vector(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    return {stem: (1 + math.log(count)) * rarity[stem] for stem, count in _stems(text).items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = sum(weight * b[stem] for stem, weight in a.items() if stem in b)
    norms = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return shared / norms if norms else 0.0


def _nearness(draft: Draft, standing: Standing) -> float:
    same = [one for one in draft.standings if one.version == standing.version]
    beside = NEXT_DOOR if any(abs(one.rank - standing.rank) <= 1 for one in same) else 0.0
    under = SAME_HEADING if any(one.path and one.path == standing.path for one in same) else 0.0
    return beside + under
