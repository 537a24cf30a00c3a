"""Sheets that would never end: python-calamine lays every sheet out whole, and its lack of memory ends the process, not the call."""

import re
from string import ascii_letters, digits

from lxml.etree import _Element

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.packages import parsed, whole_parts
from semailles.engines.reading.writer_styles import qualified

MOST_CELLS = 20_000_000
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)""")
_FAR = re.compile(rb"""\sr\s*=\s*["'](?:[A-Za-z]*\d{5}|[A-Za-z]{3})""")
_SHAPE = bytes.maketrans(digits.encode() + ascii_letters.encode() + b"\"'", b"0" * len(digits) + b"A" * len(ascii_letters) + b"AA")
_COUNT = re.compile(rb"""ount\s*=\s*["']\d{8}""")  # room is made for as many as a part announces
ROW, CELLS = qualified("table:table-row"), (qualified("table:table-cell"), qualified("table:covered-table-cell"))
ROW_REPEATS, COLUMN_REPEATS = qualified("table:number-rows-repeated"), qualified("table:number-columns-repeated")
VALUE_TYPE = qualified("office:value-type")


def refuse_endless_xlsx(content: bytes) -> None:
    for _, xml in whole_parts(content):
        if _COUNT.search(xml) or (b"sheetData" in xml and _xlsx_cells(xml) > MOST_CELLS):
            raise _too_big()


def finite_ods_body(content: bytes) -> _Element:
    """The body of an ODS, read once, when its sheets end."""
    bodies = [parsed(xml) for name, xml in whole_parts(content) if name == "content.xml"]
    if not bodies:
        raise UnreadableError(Reason.DAMAGED)
    if _ods_cells(bodies[0]) > MOST_CELLS:
        raise _too_big()
    return bodies[0]


def _too_big() -> UnreadableError:
    return UnreadableError(Reason.TOO_BIG, {"limit": str(MOST_CELLS)})


def _xlsx_cells(xml: bytes) -> int:
    """From the first cell to the farthest row and column; counted only when some reference goes far."""
    if not _may_go_far(xml) or not _FAR.search(xml):
        return 0
    references = set(_REFERENCE.findall(xml))
    return max(int(row[:12]) for _, row in references) * max(column_number(letters[:6]) for letters, _ in references)


def _may_go_far(xml: bytes) -> bool:
    """Whether five digits follow a letter or a quote anywhere, or one digit three letters: ten times faster than to look at each reference."""
    shape = xml.translate(_SHAPE)
    return b"A00000" in shape or b"AAAA0" in shape


def column_number(letters: bytes) -> int:
    """« B » → 2, « AA » → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return max(number, 1)


def _ods_cells(body: _Element) -> int:
    """To the last filled row and column of the largest sheet: what repeats empty after them is laid out by nobody."""
    largest = 0
    for table in body.iter(qualified("table:table")):
        rows = height = width = 0
        for row in table.iter(ROW):
            rows += repeats(row.get(ROW_REPEATS))
            columns = filled = 0
            for cell in row.iterchildren(*CELLS):
                columns += repeats(cell.get(COLUMN_REPEATS))
                filled = columns if len(cell) or cell.get(VALUE_TYPE) else filled
            height, width = (rows if filled else height), max(width, filled)
        largest = max(largest, height * width)
    return largest


def repeats(value: str | None) -> int:
    return int(value[:12]) if value and value.isdecimal() else 1
