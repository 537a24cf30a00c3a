"""demarche.toml → the frame of an initiative. What is wrong is said in one sentence each; the rest is kept."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from semailles.workshop.enums import BodyKind, FundingStatus, Nature

FRAME_FILE = "demarche.toml"
LONGEST, LONGEST_NAME = 500, 300
MOST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Framing:
    """What people wrote in demarche.toml, and the sentences about what could not be taken. Tables hold plain checked values under the file's own keys."""

    top: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        return self.tables.get(table, ())


SHORT_NATURES = {"en nature": Nature.IN_KIND, "bénévolat": Nature.VOLUNTEERING}
WRITTEN_AMOUNT = re.compile(r"\d{1,3}(?:[  \u202f]?\d{3}){0,3}(?:[.,]\d{1,2})?[  \u202f]*(?:€|euros?|eur)?", re.IGNORECASE)
Check = Callable[[Any], bool]


def _is_text(value: object, longest: int = LONGEST) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= longest and value.isprintable()


def _is_name(value: object) -> bool:
    return _is_text(value, LONGEST_NAME)


def _is_amount(value: object) -> bool:
    if isinstance(value, str):
        return bool(WRITTEN_AMOUNT.fullmatch(value))
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**10


def _is_months(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= MOST_MONTHS


def _is_date(value: object) -> bool:
    return type(value) is date


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and len(value) <= LONGEST and all(_is_name(word) for word in value)


def _is_deadline(value: object) -> bool:
    return isinstance(value, dict) and _is_date(value.get("date")) and set(value) <= {"date", "motif"} and _is_name(value.get("motif", "-"))


def _one_of(*allowed: str) -> Check:
    return lambda value: isinstance(value, str) and value in allowed


TOP: dict[str, Check] = {
    "nom": _is_name,
    "territoire": _is_name,
    "langue": _one_of("fr", "en"),
    "fuseau": lambda value: isinstance(value, str) and value in available_timezones(),
    "debut": _is_date,
    "echeance": _is_deadline,
    "avertissement": _is_text,
}
TABLES: dict[str, dict[str, Check]] = {
    "equipe": {"dossier": _is_name, "regard": _is_name},
    "theme": {"nom": _is_name, "mots": _is_texts},
    "phase": {"nom": _is_name, "mois": _is_months},
    "instance": {"nom": _is_name, "type": _one_of(*BodyKind.values), "reunions": _is_texts},
    "depense": {"poste": _is_name, "montant": _is_amount, "detail": _is_text},
    "ressource": {
        "financeur": _is_name,
        "montant": _is_amount,
        "nature": _one_of(*Nature.values, *SHORT_NATURES),
        "statut": _one_of(*FundingStatus.values),
        "detail": _is_text,
    },
}
COMPULSORY = {"equipe": "dossier", "theme": "nom", "phase": "nom", "instance": "nom", "depense": "poste", "ressource": "financeur"}
EXPECTED = {
    _is_amount: "12000",
    _is_months: "3",
    _is_date: "2015-02-02",
    _is_texts: '["…", "…"]',
    _is_deadline: '{ date = 2015-04-30, motif = "…" }',
    _is_text: '"…"',
    _is_name: '"…"',
    TOP["langue"]: '"fr", "en"',
    TOP["fuseau"]: '"Europe/Paris"',
    TABLES["instance"]["type"]: ", ".join(BodyKind.values),
    TABLES["ressource"]["nature"]: ", ".join(Nature.values),
    TABLES["ressource"]["statut"]: ", ".join(FundingStatus.values),
}


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
    warnings: list[str] = []
    top = _checked({key: value for key, value in written.items() if key not in TABLES}, TOP, "", warnings)
    _keep_order(top, warnings)
    tables = {name: _table(name, written[name], warnings) for name in TABLES if name in written}
    return Framing(top, tables, tuple(warnings))


def _keep_order(top: dict[str, Any], warnings: list[str]) -> None:
    if "debut" in top and "echeance" in top and top["echeance"]["date"] < top["debut"]:
        warnings.append(_("%(file)s: « echeance » is before « debut ». It was left out.") % {"file": FRAME_FILE})
        del top["echeance"]


def euros(amount: float | str | None) -> Decimal | None:
    """Euros, as a number or as people write them: « 6 000 € », « 1 250,50 »."""
    if amount is None:
        return None
    digits = re.sub(r"[^\d,.]", "", str(amount)).replace(",", ".")
    return Decimal(digits).quantize(Decimal("0.01"))


def _table(name: str, rows: object, warnings: list[str]) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        warnings.append(
            _("%(file)s: « %(key)s » is written [[%(key)s]], one for each. It was left out.") % {"file": FRAME_FILE, "key": name}
        )
        return ()
    kept = []
    for rank, row in enumerate(rows, start=1):
        checked = _checked(row, TABLES[name], f"[[{name}]] {rank}, ", warnings)
        if COMPULSORY[name] in checked:
            kept.append(checked)
        else:
            sentence = _("%(file)s, %(where)s« %(key)s » is missing: this entry was left out.")
            warnings.append(sentence % {"file": FRAME_FILE, "where": f"[[{name}]] {rank}, ", "key": COMPULSORY[name]})
    return tuple(kept)


def _checked(row: Mapping[str, Any], checks: Mapping[str, Check], where: str, warnings: list[str]) -> dict[str, Any]:
    kept = {}
    for key, value in row.items():
        if key not in checks:
            warnings.append(_unknown(key, where, [*checks, *(TABLES if not where else ())]))
        elif not checks[key](value):
            sentence = _("%(file)s, %(where)s« %(key)s »: this value is not understood. Expected: %(expected)s. It was left out.")
            warnings.append(sentence % {"file": FRAME_FILE, "where": where, "key": key, "expected": EXPECTED[checks[key]]})
        else:
            kept[key] = value
    return kept


def _unknown(key: str, where: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        sentence = _("%(file)s, %(where)s« %(key)s » is not a known key: did you mean « %(near)s »? It was left out.")
        return sentence % {"file": FRAME_FILE, "where": where, "key": key, "near": near[0]}
    sentence = _("%(file)s, %(where)s« %(key)s » is not a known key. Known keys: %(known)s. It was left out.")
    return sentence % {"file": FRAME_FILE, "where": where, "key": key, "known": ", ".join(known)}
