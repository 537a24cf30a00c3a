"""Lines of a budget typed as text: a label, a separator or tabs, a sum or what is given instead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from semailles.engines.euros import Sum, euros
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.ledger.entries import TIMES, VERB, Entry, Shape, Value, entry, names, sums_of, valued
from semailles.engines.extracting.ledger.words import any_of

PARTING = re.compile(r"\s*(?::|=|→|…|\.{2,}|_{2,})\s*|\s+[–—]\s+")
REMARK = re.compile(r"(.*?)\s*(?:\(([^()]*)\))?", re.DOTALL)
BEFORE_NAME = re.compile(r"^\s*(?:[:–-]\s*)?(?:de la |de l['’]|du |des |de |d['’]|par |pour )?(?:la |l['’]|le |les )?")
BARE = re.compile(r"(?<=[\s:=.…])[0-9][0-9 \u00a0\u202f.,]*$")
DETAIL = re.compile(rf"^{any_of('rows', 'detail')}(?!\w)")
INCLUDED = re.compile(rf"(?<!\w){any_of('rows', 'included')}$")
LEAST, FIRST_YEAR, LAST_YEAR = 100, 1900, 2100
BETWEEN = re.compile(r"[;,](?=\s)(?![^(]*\))|\set\s(?=[^,;]*[0-9])")


def typed(at: int, text: str, whole: tuple[int, int], *, unit: int = 0) -> Entry | None:
    """« Veolia : 2000 € », « CAUE : rémunération stagiaire ». `unit`: euros that a number without unit is worth, 0 when it is no sum."""
    span = _trimmed(text, *whole)
    written = text[span[0] : span[1]]
    found = sums_of(written)
    if detail := _detail(at, written, span, found):
        return detail
    parting = PARTING.search(written)
    if parting and (not found or parting.start() <= found[0].start) and names(written[: parting.start()]):
        return _across(at, span, written[: parting.start()], written[parting.end() :], unit=unit)
    if found:
        return _without_parting(at, written, span, found)
    if (number := BARE.search(written)) and (value := bare(number.group(), unit)) is not None:
        return entry(at, span, written[: number.start()], Value(value))
    return None


def listed(at: int, text: str, start: int) -> Iterator[Entry]:
    """The lines of a list typed in one sentence: « Région 5 000 € (à confirmer), Département 2 000 € et CAUE : stagiaire »."""
    cuts = [start, *(cut.end() for cut in BETWEEN.finditer(text, start)), len(text)]
    for first, last in pairwise(cuts):
        if found := typed(at, text, (first, last), unit=0):
            yield found


def bare(number: str, unit: int) -> Decimal | None:
    """A number whose unit is said elsewhere, or nowhere: then « 2016 » is a year and « 3 » a count, « 2000 » and « 5 000 » are sums."""
    value = euros(number)
    if value is None or unit:
        return None if value is None else value * unit
    is_year = number.strip().isdigit() and FIRST_YEAR < value < LAST_YEAR and value % 100
    return None if is_year or value < LEAST else value


def _detail(at: int, written: str, span: tuple[int, int], found: Sequence[Sum]) -> Entry | None:
    """« dont 500 € de fournitures », « 4 participants à 2000 € ; déplacements inclus »: it may be a sum of its own only when it makes one."""
    flat = flattened(written).strip(" ;,.()")
    if DETAIL.match(flat) or (INCLUDED.search(flat) and not found):
        return Entry(at, *span, "", None, (written.strip(),), shape=Shape.DETAIL)
    times = TIMES.search(written[: found[0].start]) if found else None
    if times is None or any(sign.isalpha() for sign in written[: times.start()]):
        return None
    product = found[0].value * int(times["n"])
    if len(found) > 1 and found[-1].value == product:
        return entry(at, span, times["n"] + times["what"], Value(product, (written.strip(),)))
    return Entry(at, *span, times["n"] + times["what"], product, (written.strip(),), shape=Shape.DETAIL)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), start + len(written.rstrip(" ,;"))


def _across(at: int, span: tuple[int, int], label: str, value: str, *, unit: int) -> Entry | None:
    if not value.strip() or (not sums_of(value) and VERB.search(value)):
        return None
    plain, remark = REMARK.fullmatch(value.strip(" .;")).groups()  # type: ignore[union-attr]  # both may be empty, always matches
    number = bare(plain, unit)
    return entry(at, span, label, valued(value) if number is None else Value(number, (remark,) if remark else ()))


def _without_parting(at: int, written: str, span: tuple[int, int], found: Sequence[Sum]) -> Entry | None:
    """« Veolia 2 000 € », « Salle 3 soirées à 100 € », « 2 000 € de Veolia »."""
    times = TIMES.search(written[: found[0].start])
    cut = times.start() if times else found[0].start
    if names(written[:cut]):
        return entry(at, span, written[:cut], valued(written[cut:]))
    after = BEFORE_NAME.sub("", written[found[0].end :])
    plain = entry(at, span, after, Value(found[0].value))
    return replace(plain, said=plain.said) if plain else None
