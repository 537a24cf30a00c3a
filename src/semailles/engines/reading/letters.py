"""Finding words again where they stand: letters and figures only, so that spaces, hyphens, ligatures and accents' forms do not matter."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SHORTEST = 12  # letters: fewer would be found anywhere
_TAKEN = " "


class Letters(NamedTuple):
    """The letters of a text, and the place of each among its signs."""

    text: str
    places: tuple[int, ...]


class Stretch(NamedTuple):
    """Signs `first` to `last`, both included."""

    first: int
    last: int


def letters_of(signs: Iterable[str]) -> Letters:
    kept: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(signs):
        for letter in bare(sign):
            kept.append(letter)
            places.append(place)
    return Letters("".join(kept), tuple(places))


@lru_cache(maxsize=4096)
def bare(sign: str) -> str:
    """« É » gives « e », « ﬁ » gives « fi », a comma nothing."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", sign).casefold() if letter.isalnum())


def stretches(page: Letters, passage: str, start: int, end: int) -> tuple[list[Stretch], str]:
    """Where `passage[start:end]` stands on a page, and the letters of it that the page does not hold.

    The passage as a whole says which of two equal quotes is meant; else the quote is taken in pieces, as large as they come.
    """
    before, quote = letters_of(passage[:start]).text, letters_of(passage[start:end]).text
    whole = before + quote + letters_of(passage[end:]).text
    at = page.text.find(whole)
    if quote and at >= 0:
        return [_stretch(page, at + len(before), len(quote))], ""
    return _pieces(page, quote)


def _pieces(page: Letters, quote: str) -> tuple[list[Stretch], str]:
    """From its beginning, pieces as long as they come; what was taken is not taken twice."""
    found: list[Stretch] = []
    text, after = page.text, 0
    while quote:
        length = _longest_start(text, quote)
        if length < (SHORTEST if found else min(SHORTEST, len(quote))):
            break
        at = text.find(quote[:length], after)
        at = text.find(quote[:length]) if at < 0 else at
        found.append(_stretch(page, at, length))
        text = text[:at] + _TAKEN * length + text[at + length :]
        after, quote = at + length, quote[length:]
    return found, quote


def _longest_start(text: str, quote: str) -> int:
    """The most letters of the quote, from its first, that stand together: found by halves."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in text else (low, middle - 1)
    return low


def _stretch(page: Letters, at: int, length: int) -> Stretch:
    return Stretch(page.places[at], page.places[at + length - 1])
