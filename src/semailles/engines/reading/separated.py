"""CSV and TSV: encoding and separator found, rows numbered as a spreadsheet would."""

import csv
from collections import Counter
from io import StringIO
from itertools import islice

from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.sheets import sheet_blocks
from semailles.engines.reading.tables import cell_text

_SEPARATORS = (";", "\t", ",", "|")
_SAMPLE = 60
_REGULAR = 0.5  # sentences have commas too, here and there
_LONGEST_FIELD = 10_000_000


def read_csv(content: bytes) -> ReadDocument:
    return _read(content, "csv", _SEPARATORS)


def read_tsv(content: bytes) -> ReadDocument:
    return _read(content, "tsv", ("\t", *_SEPARATORS))


def _read(content: bytes, kind: str, separators: tuple[str, ...]) -> ReadDocument:
    csv.field_size_limit(_LONGEST_FIELD)
    text = decode(content).replace("\x00", "")
    declared = text[:6].lower().startswith("sep=") and text[4:5]
    if declared:
        text = text.split("\n", 1)[1] if "\n" in text else ""
    separator = declared or _separator(text, separators)
    grid = [tuple(cell_text((field,)) for field in record) for record in csv.reader(StringIO(text, newline=""), delimiter=separator)]
    return ReadDocument(kind, tuple(sheet_blocks(grid, None)))


def _separator(text: str, candidates: tuple[str, ...]) -> str:
    """The one that cuts the most records into the same number of fields; the first wins ties."""
    scores = {candidate: _regularity(text, candidate) for candidate in candidates}
    best = max(candidates, key=lambda candidate: scores[candidate])
    return best if scores[best] >= _REGULAR else candidates[0]


def _regularity(text: str, separator: str) -> float:
    records = [record for record in islice(csv.reader(StringIO(text, newline=""), delimiter=separator), _SAMPLE) if any(record)]
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0.0
    return max(widths.values()) / len(records)
