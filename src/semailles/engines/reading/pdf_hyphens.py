"""Words cut at the end of a line: mended, without gluing real compounds (« éco-matériaux », « celui-ci »)."""

import re
from collections.abc import Iterable

_AROUND = '.,;:!?…«»()[]"“”'
_HYPHENS = "-‐‑\u00ad"
_LAST_PART = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)$")
_FIRST_PART = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)")
_AFTER = frozenset(
    "ci là même mêmes je tu il ils elle elles on nous vous ce y en le la les lui leur moi toi t eux être vite cinq six sept huit neuf dix".split()
)
_BEFORE = frozenset(
    "rendez peut non demi mi vice ex avant après celui celle ceux celles quelques quelqu est a pro co éco bio mini semi auto inter multi socio agro anti quatre vingt trente quarante cinquante soixante grand petit basse haut hauts bas sous sus au par là chef sud nord plate porte savoir faire saint sainte".split()
)
_GLUED = frozenset("co inter multi auto agro anti semi mini bio sous par a est au sus".split())


class Joiner:
    """Joins lines, with the document's own words to settle a doubt."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._words: frozenset[str] | None = None

    def joined(self, lines: list[tuple[str, bool]]) -> str:
        """Lines (text, whether its last word is cut) → one text."""
        text, open_word = "", False
        for line, cut in lines:
            if not text:
                text = line
            elif open_word or _ends_cut(text, line):
                text = self._mended(text.rstrip(_HYPHENS), line)
            else:
                text = f"{text} {line}"
            open_word = cut
        return text

    def _mended(self, before: str, after: str) -> str:
        first, second = _LAST_PART.search(before), _FIRST_PART.match(after)
        if first is None or second is None:
            return f"{before}-{after}"
        hyphen = "-" if self._is_compound(first.group(1).lower(), second.group(1)) else ""
        return f"{before}{hyphen}{after}"

    def _is_compound(self, first: str, second: str) -> bool:
        if second[0].isupper():
            return True
        glued, apart = first + second.lower(), f"{first}-{second.lower()}"
        words = self._known_words()
        if glued in words or apart in words:
            return apart in words and glued not in words
        return second.lower() in _AFTER or (first in _BEFORE and first not in _GLUED)

    def _known_words(self) -> frozenset[str]:
        if self._words is None:
            spaced = "\n".join(self._texts).lower().replace("’", " ").replace("'", " ").replace("‐", "-")
            self._words = frozenset(word.strip(_AROUND) for word in set(spaced.split()))
        return self._words


def _ends_cut(text: str, following: str) -> bool:
    """A visible hyphen after a letter, and the rest of a word below."""
    return len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalpha() and following[:1].isalpha()
