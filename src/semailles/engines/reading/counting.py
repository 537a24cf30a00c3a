"""Numbers that a word processor counts, as it shows them."""

import re

_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]{1,2}|[ivxlcdm]+)\s?[.)\]°/–-]*$", re.IGNORECASE)
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_LETTERS = 26


def written(count: int, form: str) -> str:
    """As figures, or « a », « A », « i », « I »."""
    if form in ("a", "A"):
        letters = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)
        return letters if form == "a" else letters.upper()
    if form in ("i", "I"):
        return _roman(count) if form == "i" else _roman(count).upper()
    return str(count)


def with_number(shown: str, text: str, *, is_heading: bool = False) -> str:
    """« 2.1 Mobilités », « Article 3 : … ». A list's plain « 1. » or « a) » is a mark like any bullet; alone in a cell it is what the cell says."""
    if not text.strip():
        return shown.rstrip(" .)")
    return text if not shown or (_MARK.match(shown) and not is_heading) else f"{shown} {text}"


def _roman(count: int) -> str:
    pieces: list[str] = []
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        pieces.append(letters * times)
    return "".join(pieces)
