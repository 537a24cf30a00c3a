"""The commune that somebody means: by its INSEE code or its name of today, or by the name it had before it joined another."""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from semailles.engines.extracting.gazetteer import national_gazetteer
from semailles.engines.locating import code_today, intercommunalities
from semailles.engines.words import fold
from semailles.projects.errors import UnknownCommune

YEAR = 2026  # of the Code officiel géographique that ships with the program
MOST_NAMED, MOST_SUGGESTED = 6, 12
_INSIDE = 3  # what is typed is found inside a word only


@dataclass(frozen=True, slots=True)
class Found:
    """`name`: what the commune is called today."""

    name: str
    insee: str
    year: int = YEAR


@dataclass(frozen=True, slots=True)
class Suggested:
    """A commune that what somebody types may mean. `said`: the name it had before, when it is by that name that it was found."""

    name: str
    insee: str
    said: str = ""

    @property
    def label(self) -> str:
        """As people call it."""
        return self.said or self.name

    @property
    def intercommunality(self) -> str:
        return intercommunalities().get(self.insee, "")


def commune_of(insee: str) -> Found:
    """By its code, even one that it had before: « 91182 » is in Évry-Courcouronnes."""
    today = code_today(insee)
    name = names_today().get(today)
    if name is None:
        sentence = _(
            "No commune of %(year)s has the code « %(insee)s ». Write its name instead, or leave the code empty for a place that is no commune."
        )
        raise UnknownCommune(sentence % {"year": YEAR, "insee": insee})
    return Found(name, today)


def communes_like(typed: str, *, near: Container[str] = ()) -> list[Suggested]:
    """Names that begin like what is typed, or one of their words, the départements `near` first; failing that, names that hold it. A code by its beginning."""
    asked = _key(typed)
    if not asked:
        return []
    if asked[:1].isdecimal() or asked[1:2].isdecimal():
        return _coded(typed.strip().upper())
    found = [
        (_closeness(key, asked), departement(code) not in near, key, code)
        for key, codes in _codes().items()
        if asked in key
        for code in codes
    ]
    begun = [one for one in found if one[0] < _INSIDE]
    kept = sorted(begun or found)[:MOST_SUGGESTED]
    return [
        Suggested(names_today()[code], code, "" if _key(names_today()[code]) == key else _said()[key, code]) for *_rank, key, code in kept
    ]


def _coded(code: str) -> list[Suggested]:
    former = code_today(code)
    found = sorted(one for one in names_today() if one.startswith(code) or one == former)
    return [Suggested(names_today()[one], one) for one in found[:MOST_SUGGESTED]]


def _closeness(key: str, asked: str) -> int:
    """The name itself, its beginning, the beginning of one of its words, the inside of one."""
    return 0 if key == asked else 1 if key.startswith(asked) else 2 if f" {asked}" in key else _INSIDE


def commune_named(name: str, *, near: Container[str] = ()) -> Found | None:
    """None when no commune is called so: it is a place of another kind. Of several, the only one of the départements `near`; else their codes are asked for."""
    codes = _codes().get(_key(name), ())
    here = tuple(code for code in codes if departement(code) in near)
    codes = here if len(here) == 1 else codes
    if len(codes) > 1:
        listed = ", ".join(f"{names_today()[code]} {code}" for code in codes[:MOST_NAMED]) + (", …" if len(codes) > MOST_NAMED else "")
        sentence = _("Several communes are called « %(name)s »: write the code of the one you mean (%(codes)s).")
        raise UnknownCommune(sentence % {"name": name, "codes": listed})
    return Found(names_today()[codes[0]], codes[0]) if codes else None


def departement(insee: str) -> str:
    """« 91 », « 2A », « 974 »."""
    return insee[:3] if insee.startswith("97") else insee[:2]


@cache
def names_today() -> Mapping[str, str]:
    """By code: current communes come first in the list."""
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


@cache
def _said() -> Mapping[tuple[str, str], str]:
    """How a name is written, by its key and its code."""
    return {(_key(commune.name), commune.insee): commune.name for commune in national_gazetteer()}


def _key(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").replace("'", " ").replace("’", " ").split())
