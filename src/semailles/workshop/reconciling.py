"""What demarche.toml wants of each row, and how it meets what people wrote on screen: three readings of each field, the file's last time, the file's now, the screen's."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from semailles.workshop.frame_keys import SHORT_NATURES
from semailles.workshop.framing import Framing, euros
from semailles.workshop.models import Axis, Body, Initiative, Milestone, Mission, Phase, ProcessCost, ProcessFunding, Team, Theme

Plain = str | int | bool | list[str] | None
TOP_FIELDS = {
    "nom": "name",
    "territoire": "territory",
    "langue": "lang",
    "fuseau": "time_zone",
    "debut": "starts_on",
    "avertissement": "notice",
}
MODELS: dict[str, type[models.Model]] = {
    "equipe": Team,
    "theme": Theme,
    "axe": Axis,
    "phase": Phase,
    "instance": Body,
    "jalon": Milestone,
    "depense": ProcessCost,
    "mission": Mission,
    "ressource": ProcessFunding,
}
# The first key of each names the entry: under it the row is found again.
COLUMNS = {
    "equipe": {"dossier": "folder", "regard": "regard"},
    "theme": {"nom": "title", "mots": "words"},
    "axe": {"texte": "text", "type": "kind", "echelle": "scale"},
    "phase": {"nom": "name", "mois": "months", "debut": "starts_on", "fin": "ended_on"},
    "instance": {"nom": "name", "type": "kind", "objet": "purpose", "etat": "state"},
    "jalon": {
        "nom": "label",
        "type": "kind",
        "date": "planned_on",
        "fait": "happened_on",
        "phase": "phase",
        "instance": "body",
        "responsable": "responsible",
        "releve": "minutes_on",
        "note": "note",
    },
    "depense": {
        "poste": "item",
        "montant": "amount",
        "base": "tax_base",
        "annee": "year",
        "genre": "kind",
        "reel": "real_amount",
        "detail": "detail",
    },
    "mission": {
        "qui": "who",
        "livrable": "deliverable",
        "projets": "projects",
        "montant": "fee",
        "base": "tax_base",
        "poste": "cost",
        "rendu": "due_on",
        "livre": "delivered_on",
        "paye": "paid_on",
    },
    "ressource": {
        "financeur": "funder",
        "montant": "amount",
        "base": "tax_base",
        "annee": "year",
        "nature": "nature",
        "statut": "status",
        "motif": "status_reason",
        "decide": "decided_on",
        "expire": "expires_on",
        "fleche": "earmark",
        "source": "source",
        "detail": "detail",
    },
}
LINKS = ("phase", "instance", "poste")  # keys that name another entry
UNSAID = {("phase", "mois"): 1, ("instance", "type"): "groupe"}  # what an entry means when it leaves the key out


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of the file. `values`: every field that it can fill; `said`: those whose key it holds; `refused`: those whose
    value was not understood; `unknown`: names of other entries that no row bears.
    """

    key: str
    table: str
    name: str
    values: Mapping[str, Any]
    said: frozenset[str]
    refused: frozenset[str]
    unknown: tuple[str, ...]

    @property
    def named(self) -> dict[str, str]:
        """How a row that was typed on screen is known to be this one."""
        field = next(iter(COLUMNS[self.table].values()))
        return {field: self.values[field]}


@dataclass(frozen=True, slots=True)
class Meeting:
    """`write`: what only the file changed; `differ`: what both changed, where the screen counts."""

    write: Mapping[str, Any]
    differ: tuple[str, ...]


def meet(base: Mapping[str, Plain], wanted: Wanted, row: models.Model) -> Meeting:
    """`base`: what the file said last time; a field that it did not say then was empty, or by default."""
    write, differ = {}, []
    for field, value in wanted.values.items():
        now = plain(getattr(row, field))
        if now == plain(value) or field in wanted.refused:
            continue
        if base.get(field, _unsaid(type(row), field)) == now:
            write[field] = value
        elif field in wanted.said:
            differ.append(field)
    return Meeting(write, tuple(differ))


def plain(value: object) -> Plain:
    """A value as it is compared, and kept in JSON."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, models.Model):
        return str(getattr(value, "public_id", value.pk))
    return value if isinstance(value, bool | int | list) or value is None else str(value)


def wanted_rows(initiative: Initiative, framing: Framing) -> Iterator[Wanted]:
    """In an order in which what is named stands before what names it: take them one by one, each written before the next is asked."""
    for table in COLUMNS:
        seen: Counter[str] = Counter()
        rows = _meetings(framing) if table == "jalon" else [(row[next(iter(COLUMNS[table]))], row) for row in framing.rows(table)]
        for rank, (name, row) in enumerate(rows):
            seen[name] += 1
            again = f" #{seen[name]}" if seen[name] > 1 else ""
            yield _wanted(initiative, framing, table, row, (f"{name}{again}", rank))


def _wanted(initiative: Initiative, framing: Framing, table: str, row: Mapping[str, Any], place: tuple[str, int]) -> Wanted:
    name, rank = place
    columns = COLUMNS[table]
    entry = (table, row[next(iter(columns))])
    said = frozenset(columns[key] for key in row if key in columns)
    refused = frozenset(columns[key] for *where, key in framing.refused if tuple(where) == entry and key in columns)
    values = _values(initiative, table, row, rank)
    unknown = tuple(f"{key} = {row[key]}" for key in LINKS if key in row and key in columns and values[columns[key]] is None)
    return Wanted(f"{table}: {name}", table, name, values, said, refused, unknown)


def wanted_top(framing: Framing) -> dict[str, Any]:
    """The initiative's fields that the file says."""
    said = {field: framing.top[key] for key, field in TOP_FIELDS.items() if key in framing.top}
    if "echeance" in framing.top:
        said |= {"deadline_on": framing.top["echeance"]["date"], "deadline_reason": framing.top["echeance"].get("motif", "")}
    return said


def _meetings(framing: Framing) -> list[tuple[str, Mapping[str, Any]]]:
    """Meetings that a body names, then [[jalon]]: one that names a meeting of a body again says more about it."""
    found: dict[str, dict[str, Any]] = {}
    for body in framing.rows("instance"):
        for label in body.get("reunions", []):
            found.setdefault(f"{body['nom']} : {label}", {"nom": label, "type": "réunion", "instance": body["nom"]})
    for row in framing.rows("jalon"):
        name = f"{row['instance']} : {row['nom']}" if "instance" in row else row["nom"]
        kind = {"type": "réunion"} if "instance" in row else {}
        found[name] = {**found.get(name, {}), **kind, **row}
    return list(found.items())


def _values(initiative: Initiative, table: str, row: Mapping[str, Any], rank: int) -> dict[str, Any]:
    values: dict[str, Any] = {} if table == "equipe" else {"rank": rank}
    if table == "theme":
        values["is_given"] = True
    for key, name in COLUMNS[table].items():
        field = MODELS[table]._meta.get_field(name)  # noqa: SLF001 - Django gives its description of a model no other name
        said = row.get(key, UNSAID.get((table, key)))
        values[name] = _unsaid_value(field) if said is None else _value(initiative, field, said)
    return values


def _value(initiative: Initiative, field: Any, said: Any) -> Any:
    if isinstance(field, models.ForeignKey):
        rows = field.related_model._default_manager.filter(initiative=initiative, set_aside_on=None)  # noqa: SLF001 - Django's own name for it
        return rows.filter(**{"item" if field.related_model is ProcessCost else "name": said[:300]}).first()
    if isinstance(field, models.DecimalField):
        places = Decimal(1).scaleb(-field.decimal_places)
        return (euros(said) or Decimal(0)).quantize(places) if isinstance(said, str) else Decimal(str(said)).quantize(places)
    if isinstance(said, list):
        return [word.strip() for word in said if word.strip()]
    return SHORT_NATURES.get(said, said)[: field.max_length] if isinstance(said, str) else said


def _unsaid(model: type[models.Model], field: str) -> Plain:
    return plain(_unsaid_value(model._meta.get_field(field)))  # noqa: SLF001 - Django gives its description of a model no other name


def _unsaid_value(field: Any) -> Any:
    return field.get_default()
