"""What is held about somebody: every text of the initiative that names them, wherever it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS

from semailles.core.models import Seal
from semailles.core.veiling import veil_over
from semailles.intake.models import Passage
from semailles.publication.persons.attested import attested
from semailles.publication.persons.tables import with_texts
from semailles.publication.persons.words import SIGNED, table_name
from semailles.workshop.models import Initiative

AROUND = 60  # signs of the text on each side of a name


@dataclass(frozen=True, slots=True)
class Found:
    """`extracts`: the words around the name, the same ones once."""

    kind: str
    extracts: tuple[str, ...]


def held_about(initiative: Initiative, names: Sequence[str]) -> list[Found]:
    """By kind of row, in the order of the tables. One query a table."""
    veil = veil_over(names)
    found: dict[str, dict[str, None]] = {}
    for kind, value in _texts(initiative):
        for text in _within(value):
            for start, end in veil.spans(text):
                found.setdefault(kind, {})[_extract(text, start, end)] = None
    return [Found(kind, tuple(extracts)) for kind, extracts in found.items()]


def named_in_files(initiative: Initiative, names: Sequence[str]) -> list[str]:
    """The files received whose text names them: they stay as they were given."""
    veil = veil_over(names)
    passages = Passage.objects.of(initiative).filter(version__is_latest=True).order_by("version__document__path", "rank")
    rows = passages.values_list("version__document__path", "text").iterator()
    return list(dict.fromkeys(path for path, text in rows if next(veil.spans(text), None)))


def _texts(initiative: Initiative) -> Iterator[tuple[str, Any]]:
    for one, fields in with_texts():
        rows = one.rows(initiative.public_id, using=DEFAULT_DB_ALIAS).values_list(*(field.name for field in fields))
        yield from ((table_name(one.model), value) for row in rows.iterator() for value in row)
    yield from ((str(SIGNED), text) for text in attested(initiative))
    yield from ((table_name(Seal), link.detail) for link in Seal.objects.of(initiative.public_id))


def _within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one)


def _extract(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    cut = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{cut}{' …' if last < len(text) else ''}"
