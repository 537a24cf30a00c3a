"""A table of ideas typed or exported by somebody: read line by line, however long, or refused with its line."""

import csv
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.engines.grouping import Text
from semailles.engines.grouping.crowds.grouping import Step

COLUMNS = ("id", "equipe", "texte")
LONGEST_IDEA = 10_000_000  # signs


def ideas_of(path: Path) -> list[Text]:
    if not path.is_file():
        raise Refusal(_("%(file)s is not a file.") % {"file": path})
    try:
        return list(_read(path))
    except UnicodeDecodeError:
        raise Refusal(_("%(file)s is not in UTF-8: save it again as « CSV UTF-8 ».") % {"file": path}) from None


def step_words(step: Step) -> str:
    return {
        Step.READING: _("Reading the ideas"),
        Step.COMPARING: _("Comparing the ideas"),
        Step.GATHERING: _("Gathering the families"),
        Step.TELLING: _("Naming the families"),
    }[step]


def _read(path: Path) -> Iterator[Text]:
    csv.field_size_limit(LONGEST_IDEA)
    with path.open(encoding="utf-8-sig", newline="") as table:
        separator = ";" if ";" in table.readline() else ","
        table.seek(0)
        lines = csv.reader(table, delimiter=separator)
        columns = _columns(next(lines, []), path)
        seen: set[str] = set()
        for line, cells in enumerate(_whole(lines, path), start=2):
            name, team, text = (cells[column] if column < len(cells) else "" for column in columns)
            if not cells:
                continue
            if not name or name in seen or not text.strip():
                sentence = _("%(file)s, line %(line)d: each idea needs an id of its own and a text.")
                raise Refusal(sentence % {"file": path, "line": line})
            seen.add(name)
            yield Text(name, team, text)
        if not seen:
            raise _without_columns(path)


def _columns(first: list[str], path: Path) -> list[int]:
    if not set(COLUMNS) <= set(first):
        raise _without_columns(path)
    return [first.index(name) for name in COLUMNS]


def _whole(lines: Iterator[list[str]], path: Path) -> Iterator[list[str]]:
    """A cell that no table holds (a quotation mark never closed makes one of the whole file) is refused, not read for ever."""
    try:
        yield from lines
    except csv.Error:
        sentence = _("%(file)s: a cell never ends; look for a quotation mark that was opened and not closed.")
        raise Refusal(sentence % {"file": path}) from None


def _without_columns(path: Path) -> Refusal:
    return Refusal(
        _("%(file)s: the first line must be %(columns)s, with at least one idea below.") % {"file": path, "columns": ";".join(COLUMNS)}
    )
