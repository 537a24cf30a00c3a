"""The keys of demarche.toml: what each takes, and what to write when it was something else. docs/settings.md describes them all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from semailles.workshop.enums import (
    AxisKind,
    BodyKind,
    BodyState,
    CommitmentRole,
    CostKind,
    FundingStatus,
    Level,
    MilestoneKind,
    Nature,
    ProofKind,
    Scale,
    TaxBase,
)
from semailles.workshop.errors import Mistyped
from semailles.workshop.typed import FIRST_YEAR, LAST_YEAR, MOST_EUROS, MOST_MONTHS, typed_amount

LONGEST, LONGEST_NAME = 500, 300
SHORT_NATURES = {"en nature": Nature.IN_KIND, "bénévolat": Nature.VOLUNTEERING}


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a value can be taken, and what is expected otherwise, as it is written in the file."""

    holds: Callable[[Any], bool]
    expected: str


def _is_text(value: object, longest: int = LONGEST) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= longest and value.isprintable()


def _is_name(value: object) -> bool:
    return _is_text(value, LONGEST_NAME)


def _is_amount(value: object) -> bool:
    if isinstance(value, str):
        try:
            return typed_amount(value) is not None
        except Mistyped:
            return False
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < MOST_EUROS


def _is_months(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= MOST_MONTHS


def _is_year(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR


def _is_day(value: object) -> bool:
    return type(value) is date and FIRST_YEAR <= value.year <= LAST_YEAR


def _is_names(value: object) -> bool:
    return isinstance(value, list) and len(value) <= LONGEST and all(_is_name(word) for word in value)


def _is_deadline(value: object) -> bool:
    return isinstance(value, dict) and _is_day(value.get("date")) and set(value) <= {"date", "motif"} and _is_name(value.get("motif", "-"))


def _one_of(*allowed: str) -> Check:
    return Check(lambda value: isinstance(value, str) and value in allowed, ", ".join(allowed))


TEXT, NAME, NAMES = Check(_is_text, '"…"'), Check(_is_name, '"…"'), Check(_is_names, '["…", "…"]')
AMOUNT, MONTHS = Check(_is_amount, "12000"), Check(_is_months, "3")
DAY, YEAR = Check(_is_day, "2015-02-02"), Check(_is_year, "2015")
BASE = _one_of(*TaxBase.values)

TOP: Mapping[str, Check] = {
    "nom": NAME,
    "territoire": NAME,
    "langue": Check(lambda value: isinstance(value, str) and value in {"fr", "en"}, '"fr", "en"'),
    "fuseau": Check(lambda value: isinstance(value, str) and value in available_timezones(), '"Europe/Paris"'),
    "debut": DAY,
    "echeance": Check(_is_deadline, '{ date = 2015-04-30, motif = "…" }'),
    "avertissement": TEXT,
}
TABLES: Mapping[str, Mapping[str, Check]] = {
    "equipe": {"dossier": NAME, "regard": NAME},
    "theme": {"nom": NAME, "mots": NAMES},
    "axe": {"texte": TEXT, "type": _one_of(*AxisKind.values), "echelle": _one_of(*Scale.values)},
    "phase": {"nom": NAME, "mois": MONTHS, "debut": DAY, "fin": DAY},
    "instance": {"nom": NAME, "type": _one_of(*BodyKind.values), "reunions": NAMES, "objet": TEXT, "etat": _one_of(*BodyState.values)},
    "jalon": {
        "nom": NAME,
        "type": _one_of(*MilestoneKind.values),
        "date": DAY,
        "fait": DAY,
        "phase": NAME,
        "instance": NAME,
        "responsable": NAME,
        "releve": DAY,
        "note": TEXT,
    },
    "depense": {
        "poste": NAME,
        "montant": AMOUNT,
        "base": BASE,
        "annee": YEAR,
        "genre": _one_of(*CostKind.values),
        "reel": AMOUNT,
        "detail": TEXT,
    },
    "mission": {
        "qui": NAME,
        "livrable": TEXT,
        "projets": TEXT,
        "montant": AMOUNT,
        "base": BASE,
        "poste": NAME,
        "rendu": DAY,
        "livre": DAY,
        "paye": DAY,
    },
    "ressource": {
        "financeur": NAME,
        "montant": AMOUNT,
        "base": BASE,
        "annee": YEAR,
        "nature": _one_of(*Nature.values, *SHORT_NATURES),
        "statut": _one_of(*FundingStatus.values),
        "motif": TEXT,
        "decide": DAY,
        "expire": DAY,
        "fleche": NAME,
        "source": TEXT,
        "detail": TEXT,
    },
    "engagement": {
        "acteur": NAME,
        "role": _one_of(*CommitmentRole.values),
        "niveau": _one_of(*Level.values),
        "date": DAY,
        "preuve": _one_of(*ProofKind.values),
        "reference": TEXT,
        "passage": TEXT,
        "par": NAME,
        "portee": NAME,
        "expire": DAY,
        "note": TEXT,
    },
}
COMPULSORY = {
    "equipe": ("dossier",),
    "theme": ("nom",),
    "axe": ("texte",),
    "phase": ("nom",),
    "instance": ("nom",),
    "jalon": ("nom",),
    "depense": ("poste",),
    "mission": ("qui",),
    "ressource": ("financeur",),
    "engagement": ("acteur", "date"),
}
