"""Titles that a person would write: an idea's own words for a family, a subject and its mark for a theme. None twice."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass, field
from itertools import chain, count

from semailles.engines.grouping.alignment import rarity
from semailles.engines.grouping.phrases import Phrase, Spelling, content_stems, noun_phrases, spelling
from semailles.engines.grouping.shortening import capitalised, reads_as_title, shortened
from semailles.engines.grouping.vocabulary import concepts, weak_stems

TERMS = 6
TWO_WORDS = 1.3
WEAK = 0.2
CENTRAL = 0.85
MARKED_BY = 2
NOTIONS_SHOWN = 2
SURE_NOTION = 0.5
UNNAMED = {"fr": "Sans texte", "en": "No text"}
AND = {"fr": " et ", "en": " and "}


@dataclass(slots=True)
class Namer:
    """Names sets of texts; remembers the names it gave, so that none is given twice.

    `notions`: for each text what people confirmed that it evokes; none by default.
    """

    texts: Sequence[str]
    lang: str
    notions: Sequence[AbstractSet[str]] = ()
    spelled: Spelling = field(init=False)
    stems: list[set[str]] = field(init=False)
    frequency: Counter[str] = field(init=False)
    given: set[str] = field(default_factory=set)
    last_number: dict[str, int] = field(default_factory=dict)
    phrases: dict[int, list[Phrase]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    chosen: dict[tuple[int, ...], tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spelled = spelling(self.texts, self.lang)
        self.stems = [content_stems(text, self.lang) for text in self.texts]
        self.frequency = Counter(stem for stems in self.stems for stem in stems)

    def afresh(self, taken: Iterable[str] = ()) -> "Namer":
        """The same namer, who has given no name yet but knows those that are taken."""
        other = copy(self)
        other.given, other.last_number = {title.casefold() for title in taken}, {}
        return other

    def family_title(self, members: Sequence[int], centrality: Sequence[float]) -> str:
        """The shortest of the central ideas that reads as a title, otherwise the medoid shortened, or its marks when it had to be broken off."""
        order = sorted(range(len(members)), key=lambda rank: (-round(centrality[rank], 6), rank))
        central = [self.texts[members[rank]] for rank in order if centrality[rank] >= CENTRAL * centrality[order[0]]]
        ready = [text for text in central if reads_as_title(text)]
        title = shortened(min(ready, key=len) if ready else central[0])
        terms = self.terms(members) if len(members) > 1 else ()
        marks = [self._pair(terms[start : start + 2]) for start in range(len(terms) - 1)]
        return self._once([*marks, title] if title.endswith("…") else [title, *marks])

    def short_title(self, text: str) -> str:
        """An idea's own words, shortened: for a family too many to be described."""
        return self._once([shortened(text)])

    def theme_title(self, members: Sequence[int], subject: str) -> str:
        """« Énergie, toits solaires »: its field and what marks it; marks alone when it has no field."""
        said = content_stems(subject, self.lang)
        marks = [term for term in self.terms(members) if not content_stems(term, self.lang) & said]
        frequent = [term for term in marks if sum(content_stems(term, self.lang) <= self.stems[row] for row in members) >= MARKED_BY]
        if subject:
            return self._once([*(f"{subject}, {mark}" for mark in frequent), subject, *(f"{subject}, {mark}" for mark in marks)])
        chosen = frequent if len(frequent) > 1 else marks
        return self._once([self._pair(chosen[start : start + 2]) for start in range(len(chosen))])

    def terms(self, members: Sequence[int]) -> tuple[str, ...]:
        """Characteristic terms, strongest first, in written form: noun phrases that many members hold and few others."""
        rows = tuple(members)
        if rows not in self.chosen:
            self.chosen[rows] = self._terms(rows)
        return self.chosen[rows]

    def _terms(self, members: Sequence[int]) -> tuple[str, ...]:
        written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for row in members:
            for phrase in self._phrases(row):
                written[phrase.stems][phrase.written] += 1
        worth = self._worths(written, members)
        chosen: list[str] = []
        used: set[str] = set()
        for stems in sorted(written, key=lambda stems: (-worth[stems], stems)):
            if not used & set(stems):
                used |= set(stems)
                chosen.append(min(written[stems], key=lambda form: (-written[stems][form], form)))
        return tuple(chosen[:TERMS])

    def shared_words(self, first: int, second: int) -> tuple[str, ...]:
        """Written forms of what both say, weightiest first, then the notions (« ≈ covoiturage ») that both evoke with other words.

        Those that people confirmed come first.
        """
        common = sorted(self.stems[first] & self.stems[second], key=lambda stem: (-self._weight(stem), stem))
        said = tuple(self.spelled.form.get(stem, stem) for stem in common)
        left, right = (concepts(self.texts[row], self.lang) for row in (first, second))
        surety = {
            notion: min(left[notion], right[notion]) for notion in left.keys() & right.keys() if not self._is_said(notion, first, second)
        }
        notions = sorted((notion for notion in surety if surety[notion] > SURE_NOTION), key=lambda notion: (-surety[notion], notion))
        return said + tuple(f"≈ {notion}" for notion in dict.fromkeys((*self._confirmed(first, second), *notions[:NOTIONS_SHOWN])))

    def _confirmed(self, first: int, second: int) -> list[str]:
        """Without those that both wrote alike."""
        if not self.notions:
            return []
        both = sorted(self.notions[first] & self.notions[second])
        return [notion for notion in both if not self._is_said(notion, first, second)]

    def _is_said(self, notion: str, first: int, second: int) -> bool:
        """Both write it: « cantine » for two texts that say « cantines »."""
        stems = content_stems(notion, self.lang)
        return bool(stems) and stems <= self.stems[first] & self.stems[second]

    def _phrases(self, row: int) -> list[Phrase]:
        if row not in self.phrases:
            self.phrases[row] = list(noun_phrases(self.texts[row], self.spelled))
        return self.phrases[row]

    def _weight(self, stem: str) -> float:
        if stem not in self.weights:
            self.weights[stem] = rarity(self.frequency[stem], len(self.texts)) * (WEAK if stem in weak_stems(self.lang) else 1.0)
        return self.weights[stem]

    def _worths(self, written: dict[tuple[str, ...], Counter[str]], members: Sequence[int]) -> dict[tuple[str, ...], float]:
        """Rarity of its words by how much of the set they cover; two words say more than one when they often stand together."""
        inside = Counter(stem for row in members for stem in self.stems[row])
        weak, worth = weak_stems(self.lang), dict[tuple[str, ...], float]()
        cover = {stem: math.sqrt(times / len(members)) * times / math.sqrt(self.frequency[stem]) for stem, times in inside.items()}
        for stems, forms in written.items():
            telling = [stem for stem in stems if stem not in weak]
            mean = sum(cover.get(stem, 0.0) * self._weight(stem) for stem in telling) / len(telling)
            often = min(1.0, 0.5 + forms.total() / (1 + inside[stems[0]]))
            worth[stems] = round(mean * (TWO_WORDS * often if len(stems) > 1 else 1.0), 6)
        return worth

    def _pair(self, terms: Sequence[str]) -> str:
        return capitalised(AND.get(self.lang, AND["fr"]).join(terms))

    def _once(self, options: Sequence[str]) -> str:
        """The first name not given yet; when all are, the first with a number."""
        named = [option for option in options if option] or [UNNAMED.get(self.lang, UNNAMED["fr"])]
        title = next(option for option in chain(named, self._numbered(named[0])) if option.casefold() not in self.given)
        self.given.add(title.casefold())
        return title

    def _numbered(self, name: str) -> Iterator[str]:
        for number in count(self.last_number.get(name, 1) + 1):
            self.last_number[name] = number
            yield f"{name} ({number})"
