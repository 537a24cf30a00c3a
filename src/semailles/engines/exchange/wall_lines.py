"""One line of a wall that somebody types: the title of a group, marks of ideas, or both. What else stands among the marks is told, never guessed."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from semailles.engines.words import fold

_MARK = re.compile(r"(?<![\w])([A-Za-z]{1,2})[ .\-\u00a0]?0*(\d{1,5})(?![\w])")
_BULLET = re.compile(r"^(?:[-*•–—]\s+|#+\s*|\d{1,3}[.)]\s+)")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BETWEEN = re.compile(r"[\s,;/|+&.\u00a0\u202f]+|\b(?:et|and)\b")
_RANGE = re.compile(r"\s*(?:-|–|—|\.\.+|…|\bà\b|\bto\b)\s*")
_EDGES = ' \t\u00a0\u202f,;:=|>→–—-"“”«»*_'
_HEADERS = {
    "mark": ("repere", "reperes", "idee", "idees", "carte", "cartes", "mark", "marks", "idea", "ideas"),
    "title": ("groupe", "titre du groupe", "titre de groupe", "famille", "convergence", "group", "titre", "title"),
}
_SEPARATORS = "\t;,"
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """`odd`: what stands among the marks and is none. `is_open`: a title whose marks may stand on the lines below."""

    number: int
    title: str = ""
    marks: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return bool(self.title) and not self.marks and not self.odd


def lines_of(text: str) -> Iterator[Line]:
    """Each line that says something, and an empty one where a blank line closes a group. A table names its columns on its first line, or has none."""
    columns = _columns(text)
    if columns:
        yield from _table(text, *columns)
        return
    for number, written in enumerate(text.splitlines(), start=1):
        yield _line(number, _BULLET.sub("", written.strip()).strip())


def _columns(text: str) -> tuple[str, int, int] | None:
    """The separator, the column of marks and that of titles, when the first line names them."""
    first = next((line for line in text.splitlines() if line.strip()), "").lstrip("\ufeff")
    for separator in _SEPARATORS:
        names = [fold(cell).strip() for cell in next(csv.reader([first], delimiter=separator), [])]
        found = [next((names.index(name) for name in _HEADERS[what] if name in names), None) for what in ("mark", "title")]
        if found[0] is not None and found[1] is not None and found[0] != found[1]:
            return separator, found[0], found[1]
    return None


def _table(text: str, separator: str, mark: int, title: int) -> Iterator[Line]:
    """A row without a title says nothing of where its ideas stand."""
    rows = csv.reader(text.lstrip("\ufeff").splitlines(keepends=True), delimiter=separator)
    next((row for row in rows if any(cell.strip() for cell in row)), None)
    for row in rows:
        if len(row) > max(mark, title) and row[title].strip() and row[mark].strip():
            marks, odd = _marks(row[mark])
            yield Line(rows.line_num, _titled(row[title]), marks, odd)


def _line(number: int, written: str) -> Line:
    for colon in reversed([found.start() for found in re.finditer(r"[:=→|]", written)]):
        if _MARK.search(written, colon + 1):
            return Line(number, _titled(written[:colon]), *_marks(written[colon + 1 :]))
    if "\t" in written or ";" in written:
        return _cells(number, next(csv.reader([written], delimiter="\t" if "\t" in written else ";")))
    return _ending(number, written)


def _cells(number: int, cells: Sequence[str]) -> Line:
    """« Titre;A3;B7 C12 », or « A3;Titre »."""
    title = ""
    marks: list[str] = []
    odd: list[str] = []
    for cell in cells:
        found, others = _marks(cell)
        if found and not others:
            marks += found
        elif cell.strip() and not title:
            title = _titled(cell)
        elif cell.strip():
            odd.append(_titled(cell))
    return Line(number, title, tuple(marks), tuple(odd))


def _ending(number: int, written: str) -> Line:
    """« Titre A3 B7 »: the marks that end the line, when only marks follow each other there."""
    start = len(written)
    for found in reversed(list(_MARK.finditer(written))):
        marks, odd = _marks(written[found.start() :])
        if odd or not marks:
            break
        start = found.start()
    return Line(number, _titled(written[:start]), *_marks(written[start:]))


def _marks(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Marks in the order typed, each once; and what is none. Words between brackets are a remark. « A3-A7 » is not read: each mark is written."""
    bare = _ASIDE.sub(" ", written)
    found = list(_MARK.finditer(bare))
    odd: list[str] = []
    for before, after in zip([None, *found], [*found, None], strict=True):
        between = bare[before.end() if before else 0 : after.start() if after else len(bare)]
        if before and after and _RANGE.fullmatch(between):
            odd.append(bare[before.start() : after.end()])
        elif words := " ".join(_BETWEEN.sub(" ", between).strip(_EDGES).split()):
            odd.append(words)
    marks = dict.fromkeys(f"{mark[1].upper()}{int(mark[2])}" for mark in found)
    return tuple(marks), tuple(odd)


def _titled(written: str) -> str:
    return " ".join(written.strip(_EDGES).split())[:_LONGEST]
