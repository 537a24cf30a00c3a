"""Writers that know no model: values in, bytes out, the same bytes for the same values."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

FORMULA = re.compile(r"^[\s]*[=+\-@]")
NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)?$")
Cell = str | int | float | None


def canonical_json(tree: object) -> bytes:
    """UTF-8, indented by one space, keys in the order given, a final line feed."""
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def csv_table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """RFC 4180 with `;`, a byte-order mark for spreadsheets, and no cell that a spreadsheet would run (OWASP ASVS 5.0.0, 1.2.10)."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def as_typed(cell: str) -> str:
    """A cell that `csv_table` made harmless, as it was before."""
    return cell[1:] if cell.startswith("'") and _harmless(cell[1:]) == cell else cell


def feature_collection(features: Iterable[tuple[tuple[float, float] | None, Mapping[str, Any]]]) -> bytes:
    """GeoJSON (RFC 7946): ((longitude, latitude) in WGS 84 degrees or None when not located, properties)."""
    drawn = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": list(point)} if point else None, "properties": dict(properties)}
        for point, properties in features
    ]
    return canonical_json({"type": "FeatureCollection", "features": drawn})


def synthesis_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of synthese.json."""
    schema: dict[str, Any] = json.loads((Path(__file__).parent / "schemas" / "synthese.schema.json").read_text(encoding="utf-8"))
    return schema


def is_runnable(text: str) -> bool:
    """Would a spreadsheet that types it in take it for a formula?"""
    return (bool(FORMULA.match(text)) and not NUMBER.match(text.strip())) or text[:1] in {"\t", "\r", "\n"}


def _harmless(cell: Cell) -> Cell:
    return "'" + cell if isinstance(cell, str) and is_runnable(cell) else cell
