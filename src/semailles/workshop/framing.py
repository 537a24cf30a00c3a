"""demarche.toml → the frame of an initiative. What is wrong is said in one sentence each; the rest is kept."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from semailles.workshop.frame_keys import COMPULSORY, TABLES, TOP, Check
from semailles.workshop.typed import CENT, typed_amount

if TYPE_CHECKING:
    from semailles.core.veiling import Veil

FRAME_FILE = "demarche.toml"


@dataclass(frozen=True, slots=True)
class Framing:
    """What people wrote in demarche.toml, and the sentences about what could not be taken. Tables hold plain checked values under the file's own keys.

    `refused`: (table, name, key) of the values that were not understood; what was there before stays. A file that is absent or that is no
    TOML `was_read` not at all: it changes nothing.
    """

    top: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    refused: frozenset[tuple[str, str, str]] = frozenset()
    was_read: bool = False

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        return self.tables.get(table, ())

    def under(self, veil: "Veil") -> "Framing":
        """Without the names that were erased; the folder of a team is its name for ever."""
        tables = {name: rows if name == "equipe" else veil.within(rows) for name, rows in self.tables.items()}
        return replace(self, top=veil.within(self.top), tables=tables)


def read_framing(content: bytes) -> Framing:
    """A file that is no TOML gives an empty frame and one sentence; the main job goes on."""
    try:
        written = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Framing(warnings=(_("%(file)s is not in UTF-8: save it again as UTF-8. It was left out.") % {"file": FRAME_FILE},))
    except (ValueError, RecursionError) as error:  # a number of 5 000 digits, tables nested without end: not only what the parser names
        line = re.search(r"line (\d+)", str(error))
        sentence = _("%(file)s could not be read (see line %(line)s): mend it. The file was left out.")
        return Framing(warnings=(sentence % {"file": FRAME_FILE, "line": line[1] if line else "?"},))
    reading = _Reading()
    top = reading.checked({key: value for key, value in written.items() if key not in TABLES}, "")
    reading.keep_order(top)
    tables = {name: reading.table(name, written[name]) for name in TABLES if name in written}
    return Framing(top, tables, tuple(reading.warnings), frozenset(reading.refused), was_read=True)


def euros(amount: float | str | None) -> Decimal | None:
    """Euros, as a number or as people write them: « 6 000 € », « 1 250,50 », « 4 k€ »."""
    return typed_amount(amount) if isinstance(amount, str) else None if amount is None else Decimal(str(amount)).quantize(CENT)


class _Reading:
    """One reading of one file: what it says wrong, sentence by sentence."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.refused: set[tuple[str, str, str]] = set()

    def warn(self, sentence: str, **values: object) -> None:
        self.warnings.append(sentence % {"file": FRAME_FILE, **values})

    def keep_order(self, top: dict[str, Any]) -> None:
        if "debut" in top and "echeance" in top and top["echeance"]["date"] < top["debut"]:
            self.warn(_("%(file)s: « echeance » is before « debut ». It was left out."))
            del top["echeance"]

    def table(self, name: str, rows: object) -> tuple[Mapping[str, Any], ...]:
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.warn(_("%(file)s: « %(key)s » is written [[%(key)s]], one for each. It was left out."), key=name)
            return ()
        return tuple(kept for rank, row in enumerate(rows, start=1) if (kept := self.entry(name, row, f"[[{name}]] {rank}, ")))

    def entry(self, table: str, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        """Empty when what it cannot do without is missing."""
        kept = self.checked(row, where, table)
        missing = [key for key in COMPULSORY[table] if key not in kept]
        for key in missing:
            self.warn(_("%(file)s, %(where)s« %(key)s » is missing: this entry was left out."), where=where, key=key)
        return {} if missing else kept

    def checked(self, row: Mapping[str, Any], where: str, table: str = "") -> dict[str, Any]:
        checks = TABLES[table] if table else TOP
        name = str(row.get(COMPULSORY[table][0], "")) if table else ""
        kept = {}
        for key, value in row.items():
            if key not in checks:
                self.unknown(key, where, [*checks, *(TABLES if not where else ())])
            elif not checks[key].holds(value):
                self.refuse(key, where, checks[key])
                self.refused.add((table, name, key))
            else:
                kept[key] = value
        return kept

    def refuse(self, key: str, where: str, check: Check) -> None:
        sentence = _("%(file)s, %(where)s« %(key)s »: this value is not understood. Expected: %(expected)s. It was left out.")
        self.warn(sentence, where=where, key=key, expected=check.expected)

    def unknown(self, key: str, where: str, known: list[str]) -> None:
        near = get_close_matches(key, known, n=1, cutoff=0.6)
        if near:
            sentence = _("%(file)s, %(where)s« %(key)s » is not a known key: did you mean « %(near)s »? It was left out.")
            self.warn(sentence, where=where, key=key, near=near[0])
            return
        sentence = _("%(file)s, %(where)s« %(key)s » is not a known key. Known keys: %(known)s. It was left out.")
        self.warn(sentence, where=where, key=key, known=", ".join(known))
