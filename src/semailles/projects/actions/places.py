"""What people do with the place of a project: communes by their dated code, points, and what lies outside the territory."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.communes import commune_named, commune_of
from semailles.projects.enums import Precision
from semailles.projects.models import Project, ProjectPlace
from semailles.projects.places import departements_of
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class ProjectPlaceEntry:
    """What people type; `shape`: a GeoJSON geometry; `insee_year` follows from the list in which the commune is found."""

    label: str = ""
    insee: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    precision: str = Precision.ROUGH
    shape: dict[str, Any] | None = None
    note: str = ""
    insee_year: int | None = None


@transaction.atomic
def add_place(project: Project, entry: ProjectPlaceEntry, *, key: UUID | None = None, by: Person) -> ProjectPlace:
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    return editing.add(ProjectPlace(initiative=project.initiative, project=project), _placed(project.initiative, entry), key=key, by=by)


@transaction.atomic
def describe_place(place: ProjectPlace, entry: ProjectPlaceEntry, *, revision: int, by: Person) -> ProjectPlace:
    require(may_write_project(by, place.project), by=by)
    opened(place.project, by=by)
    return editing.describe(place, _placed(place.initiative, entry), revision=revision, by=by)


@transaction.atomic
def keep_outside(place: ProjectPlace, *, by: Person) -> ProjectPlace:
    """It lies outside the territory, and stays: the question is answered."""
    require(may_write_project(by, place.project), by=by)
    opened(place.project, by=by)
    return editing.change(place, {"is_outside": True}, by=by, verb="kept outside")


@transaction.atomic
def set_place_aside(place: ProjectPlace, reason: str, *, on: date, by: Person) -> ProjectPlace:
    require(may_write_project(by, place.project), by=by)
    opened(place.project, by=by)
    return editing.set_aside(place, reason, on=on, by=by)


@transaction.atomic
def put_place_back(place: ProjectPlace, *, by: Person) -> ProjectPlace:
    require(may_write_project(by, place.project), by=by)
    opened(place.project, by=by)
    return editing.put_back(place, by=by)


@transaction.atomic
def set_scale(project: Project, scale: str, *, revision: int, by: Person) -> Project:
    """From the house to the region: where it makes sense to do it."""
    require(may_write_project(by, project), by=by)
    kept = opened(project, by=by)
    return editing.change(kept, {"scale": scale}, revision=revision, by=by, verb="described")


def _placed(initiative: Initiative, entry: ProjectPlaceEntry) -> ProjectPlaceEntry:
    """Its commune is found by its code, else by its name; « Évry » is written under the code of Évry-Courcouronnes, and keeps the name people use."""
    label, insee = entry.label.strip(), entry.insee.strip().upper()
    found = commune_of(insee) if insee else commune_named(label, near=departements_of(initiative))
    if found is None:
        return replace(entry, label=label, insee="", insee_year=None)
    return replace(entry, label=label or found.name, insee=found.insee, insee_year=found.year)
