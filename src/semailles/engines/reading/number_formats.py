"""A number format of a workbook → the words that a French spreadsheet shows: « 25% », « 12 000,50 € », « mars 2025 ».

Codes are those of ECMA-376 part 1, 18.8.31. A day written only in figures keeps its plain wording, day before month, whatever the code says:
« 3/4/2025 » would be read wrong. What a code hides is given plainly too, for nothing is lost; a hidden zero alone says nothing, as on the sheet.
"""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

Show = Callable[[object], str | None]
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '#,##0 "€"',
    6: '#,##0 "€"',
    7: '#,##0.00 "€"',
    8: '#,##0.00 "€"',
    9: "0%",
    10: "0.00%",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: '#,##0 "€"',
    43: "#,##0.00",
    44: '#,##0.00 "€"',
}
_SPACED_THOUSANDS = re.compile(r"#\\?[ \u00a0\u202f]##0")
_TOKEN = re.compile(
    r'\[\$(?P<symbol>[^\]-]*)[^\]]*\]|\[(?P<strange>[<>=hms][^\]]*)\]|\[[^\]]*\]|"(?P<quoted>[^"]*)"|\\(?P<sign>.)|[_*].'
    r"|(?P<number>(?:[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+),*)|(?P<day>y+|m+|d+|h+|s+)|(?P<unread>[/@Ee][+-]?(?=[0#?])|@|General|Standard)|(?P<plain>.)",
    re.IGNORECASE | re.ASCII,
)
_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
_SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_NAMED = 3  # letters: « mmm » is a name, « mm » a figure
_LONGEST = 255  # signs of a code, in Excel
_WIDE = Context(prec=1_200)  # digits: the greatest float under the longest code


class _Token(NamedTuple):
    kind: str  # number, day or literal
    text: str


Section = tuple[_Token, ...]


def plain_number(value: float) -> str:
    """12000.0 → « 12000 », 0.1 + 0.2 → « 0,3 »."""
    return str(int(Decimal(repr(value)))) if value.is_integer() else f"{value:.12g}".replace(".", ",")


@lru_cache(maxsize=512)
def shown_by(code: str) -> Show | None:
    """How values are worded under a code: a text, or None for those that are worded plainly. None when that goes for all of them."""
    if len(code) > _LONGEST:
        return None
    sections = [_section(part) for part in _parts(_SPACED_THOUSANDS.sub("#,##0", code))]
    if any(section is None for section in sections):
        return None
    read = [section for section in sections if section is not None]
    if _is_day(read[0]):
        return (lambda value: _day(value, read[0])) if _says_more_than_figures(read[0]) else None
    if not any(token.kind == "number" for section in read for token in section):
        return None
    return lambda value: _number(value, read)


def _parts(code: str) -> list[str]:
    """The sections, for what is positive, negative, zero: each may be empty, and a semicolon may stand in quotes. The one for text, « @ », is left out."""
    parts = re.findall(r';((?:"[^"]*"|\\.|[^;])*)', f";{code}")
    return (parts[:-1] if len(parts) > 1 and parts[-1].strip() == "@" else parts)[:3]


def _section(code: str) -> Section | None:
    """The tokens; None when one of them is read by nobody here: a fraction, an exponent, a condition, a comma away from the figures."""
    tokens: list[_Token] = []
    found = list(_TOKEN.finditer(code))
    for match in found:
        kind, text = match.lastgroup, match.group(match.lastgroup) if match.lastgroup else ""
        if kind in ("strange", "unread"):
            return None
        if kind in ("number", "day"):
            tokens.append(_Token(kind, text.lower()))
        elif kind:
            tokens.append(_Token("literal", text))
    numbers = sum(token.kind == "number" for token in tokens)
    has_comma = any(match["plain"] == "," for match in found)
    return None if numbers > 1 or (numbers and has_comma) else tuple(tokens)


def _is_day(section: Section) -> bool:
    return any(token.kind == "day" for token in section)


def _says_more_than_figures(section: Section) -> bool:
    """A month or a day by its name, or a part of the day left out; hours alone are worded plainly."""
    letters = {token.text[0] for token in section if token.kind == "day"}
    if not letters & {"y", "d"}:
        return False
    named = any(token.kind == "day" and token.text[0] in "md" and len(token.text) >= _NAMED for token in section)
    return named or not {"y", "m", "d"} <= letters


def _day(value: object, section: Section) -> str | None:
    if not isinstance(value, date):
        return None
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    pieces, before = [], ""
    for token in section:
        pieces.append(_day_part(moment, token.text, before) if token.kind == "day" else token.text)
        before = token.text[0] if token.kind == "day" else before
    return "".join(pieces)


def _day_part(moment: datetime, letters: str, before: str) -> str:
    kind, many = letters[0], len(letters)
    if kind == "y":
        return f"{moment.year}" if many > 2 else f"{moment.year % 100:02}"  # noqa: PLR2004 - « yy »
    if kind == "m" and before != "h":
        return _named(_MONTHS, _SHORT, moment.month, many)
    if kind == "d":
        return _named(_DAYS, _DAYS, moment.isoweekday(), many) if many >= _NAMED else f"{moment.day:0{many}}"
    return f"{ {'h': moment.hour, 'm': moment.minute, 's': moment.second}[kind]:0{min(many, 2)}}"


def _named(long: tuple[str, ...], short: tuple[str, ...], number: int, many: int) -> str:
    if many < _NAMED:
        return f"{number:0{many}}"
    return (short if many == _NAMED else long)[number - 1]


def _number(value: object, sections: list[Section]) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    amount = Decimal(repr(value))
    section, sign = sections[0], "-" if amount < 0 else ""
    if amount < 0 and len(sections) > 1:
        section, sign = sections[1], ""
    elif amount == 0 and len(sections) > 2:  # noqa: PLR2004 - the third is for zero
        section = sections[2]
        if not section:
            return ""
    times = sum(token.text.count("%") for token in section if token.kind == "literal")
    amount = abs(amount).scaleb(2 * times)
    words = "".join(_digits(amount, token.text) if token.kind == "number" else token.text for token in section)
    return f"{sign}{words.strip()}" if any(map(str.isdigit, words)) else None


def _digits(amount: Decimal, pattern: str) -> str:
    """« 12 000,50 » under « #,##0.00 »; each comma after the last figure, or just before the decimals, means thousands."""
    figures = pattern.rstrip(",")
    whole, _, decimals = figures.partition(".")
    bare = whole.rstrip(",")
    thousands = len(pattern) - len(figures) + len(whole) - len(bare)
    rounded = amount.scaleb(-3 * thousands).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _WIDE)
    before, _, after = f"{rounded:f}".partition(".")
    before = before.lstrip("0").zfill(bare.count("0"))
    if "," in bare and len(before) > 3:  # noqa: PLR2004 - thousands
        before = f"{int(before):,}".replace(",", " ")
    after = after[: decimals.count("0")] + after[decimals.count("0") :].rstrip("0")
    return f"{before},{after}" if after else before
