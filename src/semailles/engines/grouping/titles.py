"""Titles that a person would write: an idea's own words for a family, a subject and its marks for a theme. None twice."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from semailles.engines.grouping.phrases import Spelling, capitalised, content_stems, noun_phrases, reads_as_title, shortened, spelling
from semailles.engines.grouping.vocabulary import concepts, lexicon, weak_stems

TERMS = 6
FIELD_SHARE = 0.35
TWO_WORDS = 1.3
CENTRAL = 0.85
UNNAMED = "Sans texte"


@dataclass(slots=True)
class Namer:
    """Names sets of texts; remembers the names it gave, so that none is given twice."""

    texts: Sequence[str]
    lang: str
    spelled: Spelling = field(init=False)
    stems: list[set[str]] = field(init=False)
    frequency: Counter[str] = field(init=False)
    given: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.spelled = spelling(self.texts, self.lang)
        self.stems = [content_stems(text, self.lang) for text in self.texts]
        self.frequency = Counter(stem for stems in self.stems for stem in stems)

    def weight(self, stem: str) -> float:
        rarity = math.log((1 + len(self.texts)) / (1 + self.frequency[stem])) + 1
        return rarity * (0.2 if stem in weak_stems(self.lang) else 1.0)

    def family_title(self, members: Sequence[int], centrality: Sequence[float]) -> str:
        """The shortest of the central ideas that already reads as a title, otherwise the medoid shortened."""
        best = max(centrality)
        order = sorted(range(len(members)), key=lambda rank: (-round(centrality[rank], 6), rank))
        central = [self.texts[members[rank]] for rank in order if centrality[rank] >= CENTRAL * best]
        ready = [text for text in central if reads_as_title(text)]
        title = shortened(min(ready, key=len) if ready else self.texts[members[order[0]]])
        return self._once([title, *self._phrased(members)])

    def theme_title(self, members: Sequence[int]) -> str:
        """« Énergie, toits solaires »: the field most of its ideas speak of, and what marks it; marks alone when no field dominates."""
        terms = [term for term in self.terms(members) if len(term) > 3]
        subject = self._field(members)
        marks = [term for term in terms if not subject or not content_stems(term, self.lang) & content_stems(subject, self.lang)]
        if subject and marks:
            options = [capitalised(f"{subject}, {mark}") for mark in marks]
        else:
            options = [capitalised(" et ".join(marks[start : start + 2])) for start in range(len(marks))]
        return self._once([*options, subject or UNNAMED])

    def terms(self, members: Sequence[int]) -> tuple[str, ...]:
        """Characteristic terms, strongest first, in written form: noun phrases that many members hold and few others."""
        inside = Counter(stem for row in members for stem in self.stems[row])
        scores: dict[tuple[str, ...], float] = {}
        written: dict[tuple[str, ...], Counter[str]] = {}
        for row in members:
            for phrase, stems in noun_phrases(self.texts[row], self.spelled):
                written.setdefault(stems, Counter())[phrase] += 1
                scores[stems] = self._worth(stems, inside, len(members))
        for stems in scores:
            if len(stems) > 1:
                scores[stems] *= TWO_WORDS * min(1.0, 0.5 + sum(written[stems].values()) / (1 + inside[stems[0]]))
        chosen: list[str] = []
        used: set[str] = set()
        for stems in sorted(scores, key=lambda stems: (-round(scores[stems], 6), stems)):
            if not used & set(stems):
                used |= set(stems)
                chosen.append(min(written[stems], key=lambda form: (-written[stems][form], form)))
        return tuple(chosen[:TERMS])

    def shared_words(self, first: int, second: int) -> tuple[str, ...]:
        """Written forms of what both say, weightiest first, then the notions (« ≈ covoiturage ») that both evoke with other words."""
        common = sorted(self.stems[first] & self.stems[second], key=lambda stem: (-self.weight(stem), stem))
        known = lexicon(self.lang)
        left, right = (concepts(self.texts[row], known, self.lang) for row in (first, second))
        notions = sorted(left.keys() & right.keys(), key=lambda notion: (-min(left[notion], right[notion]), notion))
        said = {self.spelled.form[stem] for stem in common}
        strong = [f"≈ {notion}" for notion in notions if min(left[notion], right[notion]) > 0.5 and notion not in said]
        return tuple(self.spelled.form[stem] for stem in common) + tuple(strong[:2])

    def _worth(self, stems: tuple[str, ...], inside: Counter[str], size: int) -> float:
        covered = [math.sqrt(inside[stem] / size) * inside[stem] / self.frequency[stem] ** 0.5 for stem in stems]
        return sum(cover * self.weight(stem) for cover, stem in zip(covered, stems, strict=True)) / len(stems)

    def _phrased(self, members: Sequence[int]) -> list[str]:
        terms = self.terms(members)
        return [capitalised(" et ".join(terms[start : start + 2])) for start in range(len(terms))]

    def _field(self, members: Sequence[int]) -> str:
        known = lexicon(self.lang)
        said: Counter[str] = Counter()
        for row in members:
            spoken = concepts(self.texts[row], known, self.lang)
            per_field: dict[str, float] = {}
            for concept, surety in spoken.items():
                per_field[known.fields[concept]] = max(surety, per_field.get(known.fields[concept], 0.0))
            said.update({name: surety / len(per_field) for name, surety in per_field.items()})  # type: ignore[arg-type]  # a Counter adds floats as well
        best = max(sorted(said), key=lambda name: said[name], default="")
        return best if best and said[best] >= FIELD_SHARE * len(members) else ""

    def _once(self, options: Sequence[str]) -> str:
        """The first name not given yet; when all are, the first with a number."""
        named = [option for option in options if option] or [UNNAMED]
        for option in [*named, *(f"{named[0]} ({number})" for number in range(2, len(self.texts) + 3))]:
            if option.casefold() not in self.given:
                self.given.add(option.casefold())
                return option
        return named[0]
