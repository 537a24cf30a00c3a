"""A table of actors, « acteurs.csv » or one given on screen → the actors that people already know, with their spellings."""

import csv
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from semailles.engines.exchange import as_typed
from semailles.engines.reading.separated import is_left_open, separated_rows
from semailles.engines.words import fold
from semailles.workshop.enums import ActorKind
from semailles.workshop.naming import too_common

DIRECTORY_FILE = "acteurs.csv"
LONGEST_NAME = 300
COLUMNS = ("nom", "type", "college", "alias", "territoire", "sigle", "note")
ALSO_CALLED = {"name": "nom", "kind": "type", "aliases": "alias", "territory": "territoire", "lieu": "territoire", "acronym": "sigle"}
COLLEGES = ("habitant", "association", "entreprise", "chambre", "institution", "élu")
KINDS = {"organisation": ActorKind.ORGANISATION, "role": ActorKind.ROLE, "personne": ActorKind.PERSON, "person": ActorKind.PERSON}


@dataclass(frozen=True, slots=True)
class GivenActor:
    name: str
    kind: ActorKind
    college: str
    aliases: tuple[str, ...]
    territory: str
    acronym: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One line, numbered as a spreadsheet does; its cells by known column, « » for those it leaves out. `is_open`: its quotation mark is never
    closed."""

    line: int
    cells: Mapping[str, str]
    is_open: bool = False

    @property
    def kind(self) -> ActorKind | None:
        """None for a word that is no kind; an organisation when nothing is said."""
        return KINDS.get(fold(self.cells["type"] or "organisation"))

    @property
    def aliases(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(alias.strip()[:LONGEST_NAME] for alias in self.cells["alias"].split("|") if alias.strip()))

    @property
    def is_torn(self) -> bool:
        """Several lines read as one: only a note has line breaks."""
        return self.is_open or any("\n" in cell or "\r" in cell for column, cell in self.cells.items() if column != "note")

    @property
    def has_name(self) -> bool:
        return 0 < len(self.cells["nom"]) <= LONGEST_NAME


@dataclass(frozen=True, slots=True)
class Directory:
    """`unknown`: columns that mean nothing here, as they are written; `was_read`: its first line names the columns."""

    rows: tuple[DirectoryRow, ...] = ()
    unknown: tuple[str, ...] = ()
    was_read: bool = False


def rows_of_directory(content: bytes) -> Directory:
    """Encoding and separator are found. What is no table, or names no column « nom », gives no row."""
    try:
        records, is_open = separated_rows(content), is_left_open(content)
    except csv.Error:
        return Directory()
    header = [_column(name) for name in records[0]] if records else []
    if "nom" not in header:
        return Directory()
    unknown = tuple(name.strip() for name in records[0] if name.strip() and _column(name) not in COLUMNS)
    rows = list(_rows(header, records))
    if is_open and rows:
        rows[-1] = replace(rows[-1], is_open=True)
    return Directory(tuple(rows), unknown, was_read=True)


def read_directory(content: bytes) -> tuple[tuple[GivenActor, ...], tuple[str, ...]]:
    """The actors, and one sentence for each line that could not be taken."""
    found = rows_of_directory(content)
    if not found.was_read:
        sentence = _("%(file)s: the first line must name the columns (%(columns)s). The file was left out.")
        return (), (sentence % {"file": DIRECTORY_FILE, "columns": ";".join(COLUMNS)},)
    actors: list[GivenActor] = []
    warnings = [unknown_columns(DIRECTORY_FILE, found.unknown)] if found.unknown else []
    for row in found.rows:
        _take(row, actors, warnings)
    return tuple(actors), tuple(warnings)


def unknown_columns(file: str, names: Sequence[str]) -> str:
    said = {"file": file, "names": ", ".join(names), "columns": ";".join(COLUMNS)}
    return _("%(file)s: these columns mean nothing here and were left out: %(names)s. Those that do: %(columns)s.") % said


def torn() -> str:
    return _("A quotation mark is not closed: this line and the next ones were read as one. Close it, or take it off.")


def college_of(written: str) -> str:
    """« Élus », « les associations » are the colleges that the program knows; another word is kept as it is."""
    bare = fold(written).strip().removeprefix("les ").rstrip("s")
    return next((college for college in COLLEGES if fold(college) == bare), written[:60])


def _column(name: str) -> str:
    written = fold(name).strip()
    return ALSO_CALLED.get(written, written)


def _rows(header: list[str], records: list[list[str]]) -> Iterator[DirectoryRow]:
    for line, record in enumerate(records[1:], start=2):
        if any(cell.strip() for cell in record):
            found = dict(zip(header, (as_typed(cell.strip()) for cell in record), strict=False))
            yield DirectoryRow(line, {column: found.get(column, "") for column in COLUMNS})


def _take(row: DirectoryRow, actors: list[GivenActor], warnings: list[str]) -> None:
    said = {"file": DIRECTORY_FILE, "line": row.line}
    if row.is_torn:
        warnings.append(_("%(file)s, line %(line)d: %(said)s The line was left out.") % {**said, "said": torn()})
        return
    if not row.has_name:
        warnings.append(_("%(file)s, line %(line)d: the column « nom » is empty or too long. The line was left out.") % said)
        return
    if row.kind is None:
        sentence = _("%(file)s, line %(line)d: « %(kind)s » is not a type. Write organisation, role or personne. Read as organisation.")
        warnings.append(sentence % {**said, "kind": row.cells["type"]})
    if sentence := too_common(row.cells["nom"]):
        warnings.append(_("%(file)s, line %(line)d: %(said)s The line was left out.") % {**said, "said": sentence})
        return
    refused = {text: sentence for text in (row.cells["sigle"], *row.aliases) if (sentence := too_common(text))}
    without = _("%(file)s, line %(line)d: %(said)s The line was kept without it.")
    warnings += [without % {**said, "said": sentence} for sentence in refused.values()]
    actors.append(_given(row, refused))


def _given(row: DirectoryRow, refused: Container[str]) -> GivenActor:
    cells, kind = row.cells, row.kind or ActorKind.ORGANISATION
    aliases = tuple(alias for alias in row.aliases if alias not in refused)
    acronym = "" if cells["sigle"] in refused else cells["sigle"][:60]
    return GivenActor(cells["nom"], kind, college_of(cells["college"]), aliases, cells["territoire"][:300], acronym, cells["note"][:1000])
