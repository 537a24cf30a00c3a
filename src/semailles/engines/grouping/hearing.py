"""Texts as they are heard once people confirmed that several ways of saying are one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from semailles.engines.grouping.groups import Equivalence
from semailles.engines.grouping.vocabulary import LINKING, tokens
from semailles.engines.words import FOLDED_STOP, fold, is_acronym, stem

WORD = re.compile(r"[^\W\d_]+")
Roots = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """`text`: what the views read; `notions`: what people confirmed that it evokes, in the words they chose."""

    text: str
    notions: frozenset[str] = frozenset()


class Ear:
    """Forms are looked for by the stems of whole words, articles and « de » left aside, the longest first.

    A form whose letters are those of a stop word (« CA », « ça ») is only heard as it is written.
    """

    def __init__(self, equivalences: Sequence[Equivalence], lang: str) -> None:
        self._lang = lang
        self._known: dict[Roots, tuple[Equivalence, str]] = {}
        for same in sorted(equivalences, key=lambda same: (same.said, same.forms)):
            for form in (same.said, *same.forms):
                if roots := roots_of(form, lang):
                    self._known.setdefault(roots, (same, self._heard_as(same)))
        self._longest = max(map(len, self._known), default=0)

    def hear(self, text: str) -> Heard:
        if not self._known:
            return Heard(text)
        spoken = list(_spoken(text, self._lang))
        notions, pieces, read, place = set(), [], 0, 0
        while place < len(spoken):
            size = self._size_at([root for root, _, _ in spoken[place : place + self._longest]])
            if size:
                same, heard_as = self._known[tuple(root for root, _, _ in spoken[place : place + size])]
                notions.add(same.said)
                pieces += [text[read : spoken[place][1]], heard_as]
                read = spoken[place + size - 1][2]
            place += max(1, size)
        return Heard("".join([*pieces, text[read:]]), frozenset(notions))

    def _size_at(self, roots: Sequence[str]) -> int:
        """How many words the longest form takes here, 0 when none stands."""
        return next((size for size in range(len(roots), 0, -1) if tuple(roots[:size]) in self._known), 0)

    def _heard_as(self, same: Equivalence) -> str:
        """The words that people chose, or the longest form when these are too short to be heard (« CA »)."""
        return same.said if tokens(same.said, self._lang) else max((same.said, *same.forms), key=len)


def roots_of(form: str, lang: str) -> Roots:
    """Two forms of the same roots are heard as one."""
    return tuple(root for root, _, _ in _spoken(form, lang))


def _spoken(text: str, lang: str) -> Iterator[tuple[str, int, int]]:
    """Root of each word, with its place."""
    for found in WORD.finditer(text):
        word = found.group()
        shouted = is_acronym(word) and fold(word) in FOLDED_STOP | LINKING
        if shouted or fold(word) not in LINKING:
            yield word if shouted else stem(word, lang), *found.span()


def heard(texts: Sequence[str], equivalences: Sequence[Equivalence], lang: str) -> list[Heard]:
    ear = Ear(equivalences, lang)
    known: Mapping[str, Heard] = {text: ear.hear(text) for text in set(texts)}
    return [known[text] for text in texts]
