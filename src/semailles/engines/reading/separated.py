"""CSV and TSV: encoding and separator found, rows numbered as a spreadsheet would."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from semailles.engines.platforms import LOOKED_AT, known_table
from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.known_tables import known_blocks
from semailles.engines.reading.sheets import sheet_blocks
from semailles.engines.reading.tables import cell_text

_SEPARATORS = (";", "\t", ",", "|")
_SAMPLE = 60
_REGULAR = 0.5  # sentences have commas too, here and there
_LAST = "end"  # a record of its own, unless a field is still open
_LONGEST_FIELD = 10_000_000


def read_csv(content: bytes) -> ReadDocument:
    return _read(content, "csv", _SEPARATORS)


def read_tsv(content: bytes) -> ReadDocument:
    return _read(content, "tsv", ("\t", *_SEPARATORS))


def separated_rows(content: bytes, separators: tuple[str, ...] = _SEPARATORS) -> list[list[str]]:
    """Each record with its fields as they stand, for whoever knows what the columns mean. Raises `csv.Error` where it stops being a table."""
    return list(_records(*_text_and_separator(content, separators)))


def is_left_open(content: bytes, separators: tuple[str, ...] = _SEPARATORS) -> bool:
    """Whether a quotation mark is never closed: all that follows it is then one field."""
    text, separator = _text_and_separator(content, separators)
    *_before, last = _records(f"{text}\n{_LAST}", separator)
    return last != [_LAST]


def _text_and_separator(content: bytes, separators: tuple[str, ...]) -> tuple[str, str]:
    csv.field_size_limit(_LONGEST_FIELD)
    text = decode(content).replace("\x00", "")
    declared = text[:6].lower().startswith("sep=") and text[4:5]
    if declared:
        text = text.split("\n", 1)[1] if "\n" in text else ""
    return text, declared or _known_separator(text, separators) or _separator(text, separators)


def _read(content: bytes, kind: str, separators: tuple[str, ...]) -> ReadDocument:
    records = separated_rows(content, separators)
    if known := known_table(records[:LOOKED_AT]):
        return ReadDocument(kind, tuple(known_blocks(records, known, None)), platform=known.platform.value)
    grid = [tuple(cell_text((field,)) for field in record) for record in records]
    return ReadDocument(kind, tuple(sheet_blocks(grid, None)))


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)


def _known_separator(text: str, candidates: tuple[str, ...]) -> str:
    """The one that shows the columns of a known platform: its header tells, whatever the rows hold."""
    heads = ((candidate, list(islice(_records(text, candidate), LOOKED_AT))) for candidate in candidates)
    return next((candidate for candidate, head in heads if known_table(head)), "")


def _separator(text: str, candidates: tuple[str, ...]) -> str:
    """The one that cuts the most records into the same number of fields; the first wins ties."""
    scores = {candidate: _regularity(text, candidate) for candidate in candidates}
    best = max(candidates, key=lambda candidate: scores[candidate])
    return best if scores[best] >= _REGULAR else candidates[0]


def _regularity(text: str, separator: str) -> float:
    records = [record for record in islice(_records(text, separator), _SAMPLE) if any(record)]
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0.0
    return max(widths.values()) / len(records)
