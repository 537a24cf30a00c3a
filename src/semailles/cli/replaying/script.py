"""The file of a replay: tables of gestures, each with its words; anything else is said with its place."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal

Choice = TypeVar("Choice", bound=TextChoices)
EMPTY: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """One gesture. `place`: where the file says it, for sentences."""

    place: str
    cells: Mapping[str, Any]

    def refusal(self, sentence: str) -> Refusal:
        return Refusal(_("%(label)s: %(said)s") % {"label": self.place, "said": sentence})

    def text(self, name: str, *, is_needed: bool = False) -> str:
        value = self.cells.get(name, "")
        if not isinstance(value, str) or (is_needed and not value.strip()):
            raise self.refusal(_("« %(name)s » is a text between quotation marks.") % {"name": name})
        return value.strip()

    def texts(self, name: str) -> list[str]:
        value = self.cells.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.refusal(_("« %(name)s » is a list of texts between quotation marks.") % {"name": name})
        return value

    def day(self, name: str) -> date | None:
        value = self.cells.get(name)
        if value is not None and type(value) is not date:
            raise self.refusal(_("« %(name)s » is a day such as 2027-04-12.") % {"name": name})
        return value

    def amount(self, name: str) -> Decimal | None:
        value = self.cells.get(name)
        try:
            return None if value is None else Decimal(str(value))
        except InvalidOperation:
            raise self.refusal(_("« %(name)s » is a number.") % {"name": name}) from None

    def whole(self, name: str) -> int | None:
        value = self.cells.get(name)
        if value is not None and type(value) is not int:
            raise self.refusal(_("« %(name)s » is a whole number.") % {"name": name})
        return value

    def choice(self, name: str, kind: type[Choice], *, default: Choice) -> Choice:
        value = self.cells.get(name, default.value)
        if value not in kind.values:
            sentence = _("« %(value)s » is none of: %(known)s.")
            raise self.refusal(sentence % {"value": value, "known": ", ".join(kind.values)})
        return kind(value)

    def table(self, name: str) -> "Row":
        value = self.cells.get(name, EMPTY)
        if not isinstance(value, Mapping):
            raise self.refusal(_("« %(name)s » is a table.") % {"name": name})
        return Row(f"{self.place}.{name}", value)

    def rows(self, name: str) -> Iterator["Row"]:
        found = self.cells.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
            raise self.refusal(_("« %(name)s » is a list of tables.") % {"name": name})
        for rank, cells in enumerate(found, start=1):
            yield Row(f"{self.place}, {name} {rank}", cells)


def read_script(path: Path, known: frozenset[str]) -> Row:
    """`known`: the tables that somebody performs; another one is a slip of the pen."""
    try:
        cells = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refusal(_("%(file)s is not a file.") % {"file": path}) from None
    except UnicodeDecodeError:
        raise Refusal(_("%(file)s is not in UTF-8.") % {"file": path}) from None
    except tomllib.TOMLDecodeError as error:
        raise Refusal(_("%(file)s could not be read: %(error)s.") % {"file": path, "error": error}) from None
    script = Row(path.name, cells)
    for name in cells:
        if name not in known:
            raise script.refusal(
                _("nothing is called « %(name)s » here; known: %(known)s.") % {"name": name, "known": ", ".join(sorted(known))}
            )
    return script
