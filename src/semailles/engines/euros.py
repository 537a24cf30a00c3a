"""Sums of money as people write them → exact euros, shared by whatever reads or takes amounts.

« 5000€ », « 12 000 € », « 12.000€ », « 4 k€ », « 1,5 k€ », « 2 000 euros », « 5 000,50 euros », « €2,000 », « 2 millions d’euros ».
A comma or a dot before exactly three digits parts thousands, before any other number of digits it parts cents. With k€, M€, mille or
millions it always parts decimals: « 1,500 k€ » is 1 500 €.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

_SPACE = "[ \u00a0\u2009\u202f]"
_APART = "[ \u00a0\u2009\u202f'’]"
_DIGITS = rf"[0-9]{{1,3}}(?:{_APART}[0-9]{{3}}){{1,4}}(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*"
_SCALE = rf"(?P<scale>k|m(?=€|eur|{_SPACE}?€|{_SPACE}eur)|mille|milliers?(?: d[e'’])?|millions?(?: d[e'’])?)"
_UNIT = r"(?:€(?:uros?)?|euros?\b|eur\b)"
_SIGN = rf"(?P<sign>[-\u2212]{_SPACE}?)?"
_WRITTEN = re.compile(
    rf"(?<![0-9.,\w])(?:{_SIGN}(?P<number>{_DIGITS}){_SPACE}?(?:{_SCALE}{_SPACE}?)?{_UNIT}|€{_SPACE}?(?P<after>{_DIGITS})(?P<thousands>k\b)?)",
    re.IGNORECASE,
)
_UNITS = re.compile("€|[eE][uU][rR]")
_FIELD = re.compile(rf"(?P<sign>[-\u2212–]{_SPACE}?)?(?P<number>{_DIGITS}){_SPACE}?(?:{_SCALE})?", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[(:|=+;/])\s*$")
_SCALES = {"k": 1000, "m": 1_000_000, "mille": 1000, "millier": 1000, "million": 1_000_000}
_THOUSANDS = 3  # digits
_LONGEST = 18  # digits of a sum that somebody may mean


@dataclass(frozen=True, slots=True)
class Sum:
    """`text[start:end]` says `value` euros."""

    start: int
    end: int
    value: Decimal


def sums(text: str) -> tuple[Sum, ...]:
    """The sums of a text, from left to right; a number counts when its unit is written. A dash between words is no minus sign."""
    found: list[Sum] = []
    for written in _WRITTEN.finditer(text) if _UNITS.search(text) else ():
        value = _value(written["number"] or written["after"], written["scale"] or written["thousands"] or "")
        if value is not None:
            is_minus = _is_minus(written["sign"] or "", text[: written.start()])
            start = written.start("number") if written["sign"] and not is_minus else written.start()
            found.append(Sum(start, written.end(), -value if is_minus else value))
    return tuple(found)


def euros(field: str) -> Decimal | None:
    """What somebody typed where a sum is expected: the unit may be missing. None when it is no sum."""
    field = field.strip()
    whole = sums(field)
    if len(whole) == 1 and (whole[0].start, whole[0].end) == (0, len(field)):
        return whole[0].value
    typed = _FIELD.fullmatch(re.sub(rf"{_SPACE}*{_UNIT}$", "", field, flags=re.IGNORECASE))
    value = _value(typed["number"], typed["scale"] or "") if typed else None
    return -value if typed and value is not None and typed["sign"] else value


def _is_minus(sign: str, before: str) -> bool:
    """« -500 € », « Avoir : - 500 € »; in « Région - 500 € » the sign parts two words."""
    return bool(sign) and (len(sign) == 1 or sign[0] == "\u2212" or bool(_OPENS.search(before)))


def _value(number: str, scale: str) -> Decimal | None:
    plain = re.sub(_APART, "", number)
    marks = re.findall("[.,]", plain)
    if not marks:
        digits = plain
    elif len(set(marks)) > 1:
        whole, _, cents = plain.rpartition(marks[-1])
        digits = f"{re.sub('[.,]', '', whole)}.{cents}" if marks.count(marks[-1]) == 1 else ""
    else:
        digits = _with_one_mark(plain, marks[0], is_scaled=bool(scale))
    if not digits or len(digits) > _LONGEST:
        return None
    return Decimal(digits) * _SCALES[_bare(scale)] if scale else Decimal(digits)


def _with_one_mark(plain: str, mark: str, *, is_scaled: bool) -> str:
    """Thousands or decimals; "" when the groups are neither."""
    first, *groups = plain.split(mark)
    are_thousands = all(len(group) == _THOUSANDS for group in groups) and len(first) <= _THOUSANDS
    if len(groups) > 1:
        return plain.replace(mark, "") if are_thousands else ""
    return plain.replace(mark, "") if are_thousands and not is_scaled and first != "0" else f"{first}.{groups[0]}"


def _bare(scale: str) -> str:
    return re.split("s| d", scale.lower())[0]
