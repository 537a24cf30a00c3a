"""How an ODS shows its cells: it keeps the words of each beside its value. They are taken when, read in French, they say what the value says."""

import re
from collections.abc import Iterator
from itertools import chain

from lxml.etree import _Element

from semailles.engines.reading.endless import CELLS, COLUMN_REPEATS, ROW, ROW_REPEATS, VALUE_TYPE, repeats
from semailles.engines.reading.number_formats import plain_number
from semailles.engines.reading.prose import clean
from semailles.engines.reading.workbook_looks import Look, Place
from semailles.engines.reading.writer_styles import qualified
from semailles.engines.reading.writer_text import text_of

_VALUE, _CURRENCY, _VISIBLE = qualified("office:value"), qualified("office:currency"), qualified("table:visibility")
_COLUMN, _P, _ANNOTATION = qualified("table:table-column"), qualified("text:p"), qualified("office:annotation")
_HIDDEN = frozenset({"collapse", "filter"})
_FIGURES = re.compile(r"-?\d[\d \u00a0\u202f]*(?:,\d+)?")
_ENGLISH = re.compile(r"\d\.\d")
_NUMBERS_IN_A_DAY = 3
_MOST = 1000  # repeats of one filled row or cell


def ods_looks(body: _Element) -> dict[str, Look]:
    """By name of sheet."""
    return {table.get(qualified("table:name")) or "": _look(table) for table in body.iter(qualified("table:table"))}


def _look(table: _Element) -> Look:
    words: dict[Place, str] = {}
    comments: dict[int, tuple[str, ...]] = {}
    hidden: set[int] = set()
    at = 0
    for row in table.iter(ROW):
        many = repeats(row.get(ROW_REPEATS))
        numbers = range(at, at + min(many, _MOST))
        found = list(_worded(row))
        words.update({(number, column): text for number in numbers for column, text in found})
        if noted := tuple(filter(None, map(_comment, row.iter(_ANNOTATION)))):
            comments[at] = noted
        if row.get(_VISIBLE) in _HIDDEN:
            hidden.update(numbers)
        at += many
    return Look(words=words, hidden_rows=frozenset(hidden), hidden_columns=frozenset(_hidden_columns(table)), comments=comments)


def _comment(annotation: _Element) -> str:
    return clean(" ".join(text_of(line) for line in annotation.iter(_P)))


def _hidden_columns(table: _Element) -> Iterator[int]:
    at = 0
    for column in table.iter(_COLUMN):
        many = repeats(column.get(COLUMN_REPEATS))
        if column.get(_VISIBLE) in _HIDDEN:
            yield from range(at, at + min(many, _MOST))
        at += many


def _worded(row: _Element) -> Iterator[tuple[int, str]]:
    at = 0
    for cell in row.iterchildren(*CELLS):
        many = repeats(cell.get(COLUMN_REPEATS))
        words = _words(cell, cell.get(VALUE_TYPE) or "")
        if words:
            yield from ((column, words) for column in range(at, at + min(many, _MOST)))
        at += many


def _words(cell: _Element, kind: str) -> str:
    """What the cell shows, "" when its plain wording is as good."""
    if kind not in ("float", "percentage", "currency", "date", "time"):
        return ""
    text = " ".join(chain.from_iterable(text_of(line).split() for line in cell.iterchildren(_P)))
    if kind == "time":
        return text
    if kind == "date":
        return text if len(re.findall(r"\d+", text)) < _NUMBERS_IN_A_DAY or any(map(str.isalpha, text)) else ""
    value = float(cell.get(_VALUE) or "nan") * (100 if kind == "percentage" else 1)
    if _says(text, value):
        return text
    return f"{plain_number(round(value, 10))}{_unit(cell, kind)}" if value == value and kind != "float" else ""  # noqa: PLR0124 - not a number is not itself


def _unit(cell: _Element, kind: str) -> str:
    currency = cell.get(_CURRENCY) or ""
    return " %" if kind == "percentage" else f" {'€' if currency in ('EUR', '') else currency}"


def _says(text: str, value: float) -> bool:
    """Whether a French reader finds this number in the text, rounded as it is written."""
    figures = _FIGURES.search(text)
    if figures is None or _ENGLISH.search(text):
        return False
    written = re.sub(r"[ \u00a0\u202f]", "", figures.group()).replace(",", ".")
    decimals = len(written.partition(".")[2])
    return abs(abs(float(written)) - abs(value)) <= 0.5 * 10.0**-decimals + 1e-9
