"""The commune that somebody means: by its INSEE code or its name of today, or by the name it had before it joined another."""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from semailles.engines.extracting.gazetteer import national_gazetteer
from semailles.engines.words import fold
from semailles.projects.errors import UnknownCommune

YEAR = 2026  # of the Code officiel géographique that ships with the program
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Found:
    """`name`: what the commune is called today."""

    name: str
    insee: str
    year: int = YEAR


def commune_of(insee: str) -> Found:
    name = _names().get(insee)
    if name is None:
        sentence = _(
            "No commune of %(year)s has the code « %(insee)s ». Write its name instead, or leave the code empty for a place that is no commune."
        )
        raise UnknownCommune(sentence % {"year": YEAR, "insee": insee})
    return Found(name, insee)


def commune_named(name: str, *, near: Container[str] = ()) -> Found | None:
    """None when no commune is called so: it is a place of another kind. Of several, the only one of the départements `near`; else their codes are asked for."""
    codes = _codes().get(_key(name), ())
    here = tuple(code for code in codes if departement(code) in near)
    codes = here if len(here) == 1 else codes
    if len(codes) > 1:
        listed = ", ".join(f"{_names()[code]} {code}" for code in codes[:MOST_NAMED]) + (", …" if len(codes) > MOST_NAMED else "")
        sentence = _("Several communes are called « %(name)s »: write the code of the one you mean (%(codes)s).")
        raise UnknownCommune(sentence % {"name": name, "codes": listed})
    return Found(_names()[codes[0]], codes[0]) if codes else None


def departement(insee: str) -> str:
    """« 91 », « 2A », « 974 »."""
    return insee[:3] if insee.startswith("97") else insee[:2]


@cache
def _names() -> Mapping[str, str]:
    """Name of today by code: current communes come first in the list."""
    found: dict[str, str] = {}
    for commune in national_gazetteer():
        found.setdefault(commune.insee, commune.name)
    return found


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for commune in national_gazetteer():
        if commune.insee not in found[_key(commune.name)]:
            found[_key(commune.name)].append(commune.insee)
    return {name: tuple(codes) for name, codes in found.items()}


def _key(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").replace("'", " ").replace("’", " ").split())
