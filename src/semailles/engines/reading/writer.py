"""ODT read from its XML by lxml: headings, nested lists, tables, notes."""

from lxml.etree import _Element

from semailles.engines.reading.counting import with_number
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.packages import opened_package, parsed
from semailles.engines.reading.prose import clean, has_bullet, reads_as_heading
from semailles.engines.reading.tables import Table, cell_text, is_layout
from semailles.engines.reading.writer_numbers import WriterNumbers
from semailles.engines.reading.writer_styles import WriterStyles, qualified
from semailles.engines.reading.writer_text import is_beside, notes_in, text_boxes, text_of

_SKIPPED = frozenset(
    qualified(name)
    for name in (
        "text:tracked-changes",
        "text:table-of-content",
        "text:alphabetical-index",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
        "office:forms",
        "text:sequence-decls",
        "text:variable-decls",
        "office:annotation",
    )
)
_MOST_REPEATS = 64


def read_odt(content: bytes) -> ReadDocument:
    root, styles, numbers = opened_writer(content)
    outline = Outline()
    reading = WriterReading(outline, styles, numbers)
    for body in root.iter(qualified("office:text")):
        reading.read(body)
    return ReadDocument("odt", outline.blocks, title=outline.document_title)


def opened_writer(content: bytes) -> tuple[_Element, WriterStyles, WriterNumbers]:
    with opened_package(content) as archive:
        root = parsed(archive.read("content.xml"))
        styles = parsed(archive.read("styles.xml")) if "styles.xml" in archive.namelist() else None
    return root, WriterStyles(root, styles), WriterNumbers(root, styles)


class WriterReading:
    """One passage over a body."""

    def __init__(self, outline: Outline, styles: WriterStyles, numbers: WriterNumbers) -> None:
        self.outline = outline
        self._styles = styles
        self._numbers = numbers
        self._depth = 0
        self._entry_is_new = False

    def read(self, container: _Element) -> None:
        for element in container:
            self.read_element(element)

    def read_element(self, element: _Element) -> None:
        if element.tag in (qualified("text:p"), qualified("text:h")):
            self._paragraph(element)
        elif element.tag == qualified("text:list"):
            self._depth += 1
            self.read(element)
            self._depth -= 1
        elif element.tag in (qualified("text:list-item"), qualified("text:list-header")):
            self._entry_is_new = True
            self.read(element)
            self._entry_is_new = False
        elif element.tag == qualified("table:table"):
            self._table(element)
        elif element.tag not in _SKIPPED:
            self.read(element)

    def _paragraph(self, element: _Element) -> None:
        text = text_of(element)
        if clean(text):
            self._write(element, text)
        self._beside(element)

    def _beside(self, element: _Element) -> None:
        """What hangs on a paragraph or a table: boxes, notes."""
        for box in text_boxes(element):
            self.read(box)
        for note in notes_in(element):
            self.outline.note(note)

    def _write(self, element: _Element, text: str) -> None:
        heading, number = self._heading_level(element), self._numbers.before(element)
        if self._styles.is_title(element):
            self.outline.title(text)
        elif heading:
            self.outline.heading(with_number(number, text, is_heading=True), heading)
        elif self._depth and self._entry_is_new:
            self._entry_is_new = False
            self.outline.item(with_number(number, text), self._depth)
        elif reads_as_heading(clean(text)) and not has_bullet(clean(text)) and self._styles.is_all_bold(element):
            self.outline.minor_heading(text)
        else:
            self.outline.passage(text)

    def _heading_level(self, element: _Element) -> int:
        if element.tag != qualified("text:h"):
            return self._styles.heading_level(element)
        level = element.get(qualified("text:outline-level")) or "1"
        return int(level) if level.isdigit() else 1

    def _table(self, element: _Element) -> None:
        rows = tuple(row for line in element.iter(qualified("table:table-row")) for row in self._rows(line))
        marked = element.find(f".//{qualified('table:table-header-rows')}") is not None or self._bold_row_over(element)
        table = Table(rows, marked=marked)
        nested = any(True for _ in element.iterdescendants(qualified("table:table")))
        if not nested and not is_layout(table):
            self.outline.table(table)
            self._beside(element)
            return
        for cell in element.iter(qualified("table:table-cell")):
            if next(cell.iterancestors(qualified("table:table"))) is element:
                self.read(cell)

    def _bold_row_over(self, element: _Element) -> bool:
        """First row all bold over rows that are not."""
        lines = list(element.iter(qualified("table:table-row")))
        bold = [[self._styles.is_all_bold(p) for p in line.iter(qualified("text:p")) if clean(text_of(p))] for line in lines]
        return len(bold) > 1 and len(bold[0]) > 1 and all(bold[0]) and not all(all(row) for row in bold[1:])

    def _rows(self, line: _Element) -> list[tuple[tuple[str, ...], ...]]:
        cells: list[tuple[str, ...]] = []
        for cell in line:
            if cell.tag not in (qualified("table:table-cell"), qualified("table:covered-table-cell")):
                continue
            covered = cell.tag == qualified("table:covered-table-cell")
            paragraphs = (line for line in cell.iter(qualified("text:p"), qualified("text:h")) if not is_beside(line, cell))
            text = () if covered else cell_text(with_number(self._numbers.before(line), text_of(line)) for line in paragraphs)
            cells.extend([text] * _repeats(cell, "table:number-columns-repeated"))
        return [tuple(cells)] * (_repeats(line, "table:number-rows-repeated") if any(cells) else 1)


def _repeats(element: _Element, name: str) -> int:
    value = element.get(qualified(name)) or "1"
    return max(1, min(int(value), _MOST_REPEATS)) if value.isdigit() else 1
