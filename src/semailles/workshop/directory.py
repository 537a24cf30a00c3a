"""acteurs.csv → the actors that people already know, with their spellings."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from semailles.engines.words import fold
from semailles.workshop.enums import ActorKind

DIRECTORY_FILE = "acteurs.csv"
LONGEST_NAME = 300
COLUMNS = ("nom", "type", "college", "alias", "territoire")
COLLEGES = ("habitant", "association", "entreprise", "chambre", "institution", "élu")
KINDS = {"organisation": ActorKind.ORGANISATION, "role": ActorKind.ROLE, "personne": ActorKind.PERSON, "person": ActorKind.PERSON}


@dataclass(frozen=True, slots=True)
class GivenActor:
    name: str
    kind: ActorKind
    college: str
    aliases: tuple[str, ...]
    territory: str


def read_directory(content: bytes) -> tuple[tuple[GivenActor, ...], tuple[str, ...]]:
    """The actors, and one sentence for each line that could not be taken."""
    text = _decoded(content)
    separator = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)
    header = _header(rows)
    if "nom" not in header:
        sentence = _("%(file)s: the first line must name the columns (%(columns)s). The file was left out.")
        return (), (sentence % {"file": DIRECTORY_FILE, "columns": ";".join(COLUMNS)},)
    actors: list[GivenActor] = []
    warnings: list[str] = []
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                _take(dict(zip(header, (cell.strip() for cell in cells), strict=False)), rows.line_num, actors, warnings)
    except csv.Error:
        warnings.append(
            _("%(file)s, line %(line)d: the table stops being readable there. What comes after was left out.")
            % {"file": DIRECTORY_FILE, "line": rows.line_num}
        )
    return tuple(actors), tuple(warnings)


def _header(rows: Iterator[list[str]]) -> list[str]:
    try:
        return [fold(name).strip() for name in next(rows, [])]
    except csv.Error:
        return []


def _take(row: dict[str, str], line: int, actors: list[GivenActor], warnings: list[str]) -> None:
    name, written = row.get("nom", ""), fold(row.get("type", "") or "organisation")
    if not name or len(name) > LONGEST_NAME:
        warnings.append(
            _("%(file)s, line %(line)d: the column « nom » is empty or too long. The line was left out.")
            % {"file": DIRECTORY_FILE, "line": line}
        )
        return
    if written not in KINDS:
        sentence = _("%(file)s, line %(line)d: « %(kind)s » is not a type. Write organisation, role or personne. Read as organisation.")
        warnings.append(sentence % {"file": DIRECTORY_FILE, "line": line, "kind": row["type"]})
    aliases = tuple(alias.strip() for alias in row.get("alias", "").split("|") if alias.strip())
    kind = KINDS.get(written, ActorKind.ORGANISATION)
    actors.append(GivenActor(name, kind, college_of(row.get("college", "")), aliases, row.get("territoire", "")[:300]))


def college_of(written: str) -> str:
    """« Élus », « les associations » are the colleges that the program knows; another word is kept as it is."""
    bare = fold(written).strip().removeprefix("les ").rstrip("s")
    return next((college for college in COLLEGES if fold(college) == bare), written[:60])


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
