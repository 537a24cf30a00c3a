"""Sums, quantities and dates as documents write them: exact words, and the value they give. Ranges stay ranges; nothing is converted."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from semailles.engines.blocks import Block
from semailles.engines.extracting.days import find_days
from semailles.engines.extracting.findings import Figure, FigureKind, Span
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.measures import PERS, UNITS

DIGITS = r"\d{1,3}(?:[  \u202f.,]\d{3})+(?![\d])(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
TOLD = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
    "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "cent": 100, "mille": 1000, "une dizaine": 10, "une douzaine": 12, "une quinzaine": 15, "une vingtaine": 20, "une trentaine": 30,
    "une quarantaine": 40, "une cinquantaine": 50, "une centaine": 100, "un millier": 1000,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20, "a hundred": 100,
    "a dozen": 12,
}  # fmt: skip
TIMES = {
    "milliers": 3,
    "millier": 3,
    "mille": 3,
    "thousand": 3,
    "k": 3,
    "millions": 6,
    "million": 6,
    "m": 6,
    "milliards": 9,
    "milliard": 9,
    "md": 9,
    "billion": 9,
}
WORDS = "|".join(sorted(TOLD, key=len, reverse=True))
NUMBER = rf"(?:{DIGITS}|\b(?:{WORDS})\b)"
RANGE = rf"(?:(?:entre |de |from |between )?(?P<low>{NUMBER}) ?(?:[km]?€)?(?:-|–| a | et | to | and ) ?)?(?P<high>{NUMBER})(?:(?<=aine) de| ?(?<=aine )d'|(?<=illier) de)?"
SPREAD = re.compile(r"-|–| a | et | to | and ")
MONEY = re.compile(
    rf"(?<![\w,.])(?:€ ?(?P<before>{DIGITS})(?: ?(?P<bt>k|m|million|billion)\b)?"
    rf"|{RANGE}(?: ?(?P<times>milliers|millier|mille|millions?|milliards?|thousand|k|md|m)(?: d'| de )?)? ?(?:€|euros?\b|eur\b))"
    rf"(?P<per>(?: |/| / ?)?{PERS})?"
)
QUANTITY = re.compile(
    rf"(?<![\w,.]){RANGE}(?: ?(?P<times>milliers|millier|mille|millions?|milliards?|thousand)(?: d'| de )?)? ?(?P<unit>{'|'.join(UNITS)})(?![\w²³2])"
    rf"(?P<per>(?: |/| / ?)?{PERS})?"
)
MAY_HOLD = re.compile(rf"\d|\b(?:{WORDS})\b")
THREE = 3


def find_figures(blocks: Sequence[Block], langs: Sequence[str]) -> list[Figure]:
    """In reading order; where two readings meet, a sum wins over a day and a day over a quantity."""
    found: list[Figure] = []
    for at, (block, lang) in enumerate(zip(blocks, langs, strict=True)):
        here: list[Figure] = []
        flat = flattened(block.text)
        for figure in _readings(at, block.text, flat, lang):
            if all(figure.span.end <= other.span.start or figure.span.start >= other.span.end for other in here):
                here.append(figure)
        found += sorted(here, key=lambda figure: figure.span.start)
    return found


def _readings(at: int, text: str, flat: str, lang: str) -> Iterator[Figure]:
    if MAY_HOLD.search(flat):
        yield from (_money(at, text, found, lang) for found in MONEY.finditer(flat))
    for start, end, when in find_days(flat):
        yield Figure(Span(at, start, end), text[start:end], FigureKind.DATE, None, None, "", when)
    if MAY_HOLD.search(flat):
        for found in QUANTITY.finditer(flat):
            if (found["high"] not in {"un", "une"} or found["low"]) and _is_whole(text, flat, found):
                yield _quantity(at, text, found, lang)


def _is_whole(text: str, flat: str, found: re.Match[str]) -> bool:
    """« 3 t » is a weight; « les 3 t-shirts », « 3 place de l’Église », « 6,2 M » are not."""
    unit = text[found.start("unit") : found.end("unit")]
    return not (re.match(r"[-'’]\w", flat[found.end() : found.end() + 2]) or unit in {"M", "T", "place"})


def _money(at: int, text: str, found: re.Match[str], lang: str) -> Figure:
    start, end = found.span()
    if found["before"]:
        low = high = _value(found["before"], found["bt"] or "", "en")
    else:
        low, high = _bounds(found, lang)
    return Figure(Span(at, start, end), text[start:end], FigureKind.SUM, low, high, "€" + _per(found["per"]))


def _quantity(at: int, text: str, found: re.Match[str], lang: str) -> Figure:
    start, end = found.span()
    low, high = _bounds(found, lang)
    unit = next(name for pattern, name in UNITS.items() if re.fullmatch(pattern, found["unit"]))
    return Figure(Span(at, start, end), text[start:end], FigureKind.QUANTITY, low, high, unit + _per(found["per"]))


def _bounds(found: re.Match[str], lang: str) -> tuple[Decimal, Decimal]:
    """« 10 à 15 000 » is from ten thousand when the first number alone would be absurdly low."""
    times = found["times"] or ""
    high = _value(found["high"], times, lang)
    low = _value(found["low"], times, lang) if found["low"] else high
    return (low, high) if low <= high else (high, high)


def _value(written: str, times: str, lang: str) -> Decimal:
    if written in TOLD:
        return Decimal(TOLD[written]).scaleb(TIMES.get(times, 0))
    plain = re.sub(r"[  \u202f]", "", written)
    mark = "," if lang == "en" else "."
    whole, _, part = plain.rpartition(mark)
    if whole and len(part.split(",")[0].split(".")[0]) == THREE:
        plain = plain.replace(mark, "")
    return Decimal(plain.replace(",", ".")).scaleb(TIMES.get(times, 0)).normalize() + 0


def _per(written: str | None) -> str:
    if not written:
        return ""
    word = re.sub(r"^(?:/ ?|par |per |a |chaque |l')", "", written.strip())
    return "/" + next((name for name, words in PER_NAMES if word.rstrip("s.") in words), word)


PER_NAMES: tuple[tuple[str, frozenset[str]], ...] = (
    ("an", frozenset({"an", "annee", "year"})),
    ("mois", frozenset({"moi", "mois", "month"})),
    ("jour", frozenset({"jour", "j", "day"})),
    ("semaine", frozenset({"semaine", "sem", "week"})),
    ("hab", frozenset({"habitant", "hab", "inhabitant"})),
)
