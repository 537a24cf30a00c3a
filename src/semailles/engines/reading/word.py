"""DOCX by python-docx: paragraphs, headings, lists, tables, text boxes, notes, in document order. Headers and footers are left out."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import docx
from docx.document import Document
from lxml.etree import _Element

from semailles.engines.reading.counting import with_number
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.packages import opened_package
from semailles.engines.reading.prose import clean, has_bullet, reads_as_heading
from semailles.engines.reading.tables import Table, cell_text, is_layout
from semailles.engines.reading.word_notes import WordNotes
from semailles.engines.reading.word_numbers import WordNumbers
from semailles.engines.reading.word_styles import WordStyles, is_on, qualified
from semailles.engines.reading.word_text import SKIPPED, goes_on_in_next, text_boxes, text_of

_P, _TBL, _R, _BOX = (qualified(name) for name in ("w:p", "w:tbl", "w:r", "w:txbxContent"))
_ROW_DELETED = f"{qualified('w:trPr')}/{qualified('w:del')}"


def read_docx(content: bytes) -> ReadDocument:
    with opened_package(content):
        document = docx.Document(BytesIO(content))
    outline = _WordReading(document).outline
    title = outline.document_title or clean(document.core_properties.title or "")
    return ReadDocument("docx", outline.blocks, title=title)


class _WordReading:
    """One passage over the body."""

    def __init__(self, document: Document) -> None:
        self.outline = Outline()
        self._styles = WordStyles(document)
        self._notes = WordNotes(document)
        self._numbers = WordNumbers(document)
        self._body(document.element.body)

    def _body(self, container: _Element) -> None:
        joined: list[_Element] = []
        for element in _blocks_of(container):
            if element.tag == _TBL:
                self._paragraph(joined)
                self._table(element)
                joined = []
                continue
            joined.append(element)
            if not goes_on_in_next(element):
                self._paragraph(joined)
                joined = []
        self._paragraph(joined)

    def _paragraph(self, parts: Sequence[_Element]) -> None:
        """Mostly of one part; of several when the marks between them were deleted."""
        texts = [text_of(part) for part in parts]
        worded = [part for part, text in zip(parts, texts, strict=True) if clean(text)]
        if worded:
            self._write(worded[0], "".join(texts))
        for part in parts:
            self._beside(part)

    def _beside(self, element: _Element) -> None:
        """What hangs on a paragraph or a table: boxes, notes."""
        for box in text_boxes(element):
            self._body(box)
        for note in self._notes.called_in(element):
            self.outline.note(note)

    def _write(self, element: _Element, text: str) -> None:
        drawn = self._styles.drawn(element)
        bold_heading = reads_as_heading(clean(text)) and not has_bullet(clean(text)) and self._is_bold(element)
        number = self._numbers.before(element)
        if drawn.is_contents:
            return  # a table of contents repeats the headings
        if drawn.is_title:
            self.outline.title(text)
        elif drawn.heading:
            self.outline.heading(with_number(number, text, is_heading=True), drawn.heading)
        elif bold_heading and (not drawn.item or drawn.is_numbered):
            self.outline.minor_heading(with_number(number, text, is_heading=True))
        elif drawn.item:
            self.outline.item(with_number(number, text), drawn.item)
        else:
            self.outline.passage(text)

    def _is_bold(self, paragraph: _Element) -> bool:
        runs = [run for run in paragraph.iter(_R) if clean("".join(text_of(run)))]
        inherited = self._styles.is_bold(paragraph)
        return bool(runs) and all(is_on(run.find(f"{qualified('w:rPr')}/{qualified('w:b')}"), default=inherited) for run in runs)

    def _table(self, element: _Element) -> None:
        rows = [row for row in element.iter(qualified("w:tr")) if _nearest_table(row) is element and row.find(_ROW_DELETED) is None]
        marked = bool(rows) and (rows[0].find(f"{qualified('w:trPr')}/{qualified('w:tblHeader')}") is not None or self._bold_row_over(rows))
        table = Table(tuple(self._row(row) for row in rows), marked=marked)
        if not is_layout(table) and not _holds_structure(element):
            self.outline.table(table)
            self._beside(element)
            return
        for cell in (cell for row in rows for cell in row.iter(qualified("w:tc")) if _nearest_table(cell) is element):
            self._body(cell)

    def _row(self, row: _Element) -> tuple[tuple[str, ...], ...]:
        cells: list[tuple[str, ...]] = []
        for cell in row.iter(qualified("w:tc")):
            cells.append(() if _continues_above(cell) else cell_text(map(self._shown, _own_paragraphs(cell))))
            cells.extend(() for _ in range(_span(cell) - 1))
        return tuple(cells)

    def _shown(self, paragraph: _Element) -> str:
        return with_number(self._numbers.before(paragraph), text_of(paragraph))

    def _bold_row_over(self, rows: list[_Element]) -> bool:
        """First row all bold over rows that are not."""
        bold = [[self._is_bold(paragraph) for paragraph in row.iter(_P) if clean(text_of(paragraph))] for row in rows]
        return len(bold) > 1 and bool(bold[0]) and all(bold[0]) and len(bold[0]) > 1 and not all(all(row) for row in bold[1:])


def _blocks_of(container: _Element) -> Iterator[_Element]:
    for child in container:
        if child.tag in (_P, _TBL):
            yield child
        elif child.tag not in SKIPPED:
            yield from _blocks_of(child)


def _own_paragraphs(cell: _Element) -> Iterator[_Element]:
    """Those of its text, not those of a box drawn over it."""
    for paragraph in cell.iter(_P):
        if next(paragraph.iterancestors(qualified("w:tc"), _BOX)) is cell:
            yield paragraph


def _nearest_table(element: _Element) -> _Element | None:
    return next(element.iterancestors(_TBL), None)


def _holds_structure(table: _Element) -> bool:
    """A table inside a table places text on the page."""
    return any(True for _ in table.iterdescendants(_TBL))


def _span(cell: _Element) -> int:
    span = cell.find(f"{qualified('w:tcPr')}/{qualified('w:gridSpan')}")
    value = span.get(qualified("w:val")) if span is not None else None
    return min(int(value), 64) if value and value.isdigit() else 1


def _continues_above(cell: _Element) -> bool:
    merge = cell.find(f"{qualified('w:tcPr')}/{qualified('w:vMerge')}")
    return merge is not None and merge.get(qualified("w:val")) != "restart"
