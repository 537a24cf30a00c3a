"""A table of ideas typed or exported by somebody: read line by line, however long, or refused with its line."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.engines.grouping import Text
from semailles.engines.grouping.crowds.grouping import Step

COLUMNS = ("id", "equipe", "texte")
LONGEST_IDEA = 10_000_000  # signs


def ideas_of(path: Path) -> list[Text]:
    if not path.is_file():
        raise Refusal(_("%(file)s is not a file.") % {"file": path})
    longest_before = csv.field_size_limit(LONGEST_IDEA)
    try:
        return list(_read(path))
    except UnicodeDecodeError:
        raise Refusal(_("%(file)s is not in UTF-8: save it again as « CSV UTF-8 ».") % {"file": path}) from None
    finally:
        csv.field_size_limit(longest_before)


def step_words(step: Step) -> str:
    return {
        Step.READING: _("Reading the ideas"),
        Step.COMPARING: _("Comparing the ideas"),
        Step.GATHERING: _("Gathering the families"),
        Step.TELLING: _("Naming the families"),
    }[step]


def _read(path: Path) -> Iterator[Text]:
    with path.open(encoding="utf-8-sig", newline="") as table:
        separator = ";" if ";" in table.readline() else ","
        table.seek(0)
        rows = _rows(table, separator, path)
        columns = _columns(next(rows, (1, []))[1], path)
        seen: set[str] = set()
        for line, cells in rows:
            if not cells:
                continue
            name, team, text = (cells[column] if column < len(cells) else "" for column in columns)
            if not name or name in seen or not text.strip():
                sentence = _("%(file)s, line %(line)d: each idea needs an id of its own and a text.")
                raise Refusal(sentence % {"file": path, "line": line})
            seen.add(name)
            yield Text(name, team.strip() or _("no team"), text)
        if not seen:
            raise _without_columns(path)


def _rows(table: TextIO, separator: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each with the line of the file where it begins: a cell may hold several. A quotation mark never closed is refused, for it would eat what follows."""
    reader = csv.reader(table, delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        sentence = _(
            '%(file)s, line %(line)d: a quotation mark was opened and not closed there. Close it, or double those inside the text ("").'
        )
        raise Refusal(sentence % {"file": path, "line": line}) from None


def _columns(first: list[str], path: Path) -> list[int]:
    if not set(COLUMNS) <= set(first):
        raise _without_columns(path)
    return [first.index(name) for name in COLUMNS]


def _without_columns(path: Path) -> Refusal:
    return Refusal(
        _("%(file)s: the first line must be %(columns)s, with at least one idea below.") % {"file": path, "columns": ";".join(COLUMNS)}
    )
