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
_HEADER = 10_000  # signs of a first line that may name columns


class NeverClosed(ValueError):
    """A quotation mark opened on this line of a table, and not closed: what follows would be in its cell."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


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
        try:
            yield _line(number, _BULLET.sub("", written.strip()).strip())
        except csv.Error:
            raise NeverClosed(number) from None


def _columns(text: str) -> tuple[str, int, int] | None:
    """The separator, the column of marks and that of titles, when the first line names them."""
    first = next((line for line in text.splitlines() if line.strip()), "").lstrip("\ufeff")[:_HEADER]
    for separator in _SEPARATORS:
        names = [fold(cell).strip() for cell in next(csv.reader([first], delimiter=separator), [])]
        found = [next((names.index(name) for name in _HEADERS[what] if name in names), None) for what in ("mark", "title")]
        if found[0] is not None and found[1] is not None and found[0] != found[1]:
            return separator, found[0], found[1]
    return None


def _table(text: str, separator: str, mark: int, title: int) -> Iterator[Line]:
    """A row without a title says nothing of where its ideas stand."""
    rows = csv.reader(text.lstrip("\ufeff").splitlines(keepends=True), delimiter=separator, strict=True)
    is_header, line = True, 1
    try:
        for row in rows:
            if not is_header and len(row) > max(mark, title) and row[title].strip() and row[mark].strip():
                yield Line(line, _titled(row[title]), *_marks(row[mark]))
            is_header = is_header and not any(cell.strip() for cell in row)
            line = rows.line_num + 1
    except csv.Error:
        raise NeverClosed(line) from None


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
    """« Titre A3 B7 »: the marks that end the line, when only marks follow each other there, or a range."""
    start = len(written)
    for found in reversed(list(_MARK.finditer(written))):
        if start == len(written) or not _RANGE.fullmatch(written[found.end() : start]):
            marks, odd = _marks(written[found.start() : start])
            if odd or not marks:
                break
        start = found.start()
    return Line(number, _titled(written[:start]), *_marks(written[start:]))


def _marks(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Marks in the order typed, each once; and what is none. Words between brackets are a remark. « A3-A7 » is not read, nor are its two ends."""
    bare = _ASIDE.sub(" ", written)
    found = list(_MARK.finditer(bare))
    starts, ends = [0, *(one.end() for one in found)], [*(one.start() for one in found), len(bare)]
    between = [bare[start:end] for start, end in zip(starts, ends, strict=True)]
    ranged = [rank for rank in range(1, len(found)) if _RANGE.fullmatch(between[rank])]
    odd = [
        bare[found[rank - 1].start() : found[rank].end()] if rank in ranged else words
        for rank, words in enumerate(" ".join(_BETWEEN.sub(" ", said).strip(_EDGES).split()) for said in between)
        if words or rank in ranged
    ]
    unread = {end for rank in ranged for end in (rank - 1, rank)}
    marks = dict.fromkeys(f"{mark[1].upper()}{int(mark[2])}" for rank, mark in enumerate(found) if rank not in unread)
    return tuple(marks), tuple(odd)


def _titled(written: str) -> str:
    return " ".join(written.strip(_EDGES).split())
