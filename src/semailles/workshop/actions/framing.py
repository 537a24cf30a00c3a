"""What people do with the frame of an initiative."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from semailles.core.identifiers import actor_id, named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop.directory import GivenActor
from semailles.workshop.enums import FundingStatus, MilestoneKind, Nature, Role
from semailles.workshop.framing import SHORT_NATURES, Framing, euros
from semailles.workshop.models import (
    Actor,
    Body,
    Initiative,
    Membership,
    Milestone,
    Phase,
    ProcessCost,
    ProcessFunding,
    Spelling,
    Team,
    Theme,
)
from semailles.workshop.rules import may_coordinate, may_open_initiative

TOP_FIELDS = {
    "nom": "name",
    "territoire": "territory",
    "langue": "lang",
    "fuseau": "time_zone",
    "debut": "starts_on",
    "avertissement": "notice",
}


@transaction.atomic
def open_initiative(name: str, *, by: Person) -> Initiative:
    """The initiative of this name, its opener as coordinator; opened once."""
    require(may_open_initiative(by), by=by)
    initiative, is_new = Initiative.objects.get_or_create(public_id=named("initiative", name), defaults={"name": name})
    if is_new:
        Membership.objects.create(initiative=initiative, person=by, role=Role.COORDINATOR)
        record("opened", initiative, by=by, initiative=initiative)
    return initiative


@transaction.atomic
def frame_initiative(initiative: Initiative, framing: Framing, *, by: Person) -> Initiative:
    """Take what demarche.toml says now: it is the whole frame, so lines it no longer holds go."""
    require(may_coordinate(by, initiative), by=by)
    _set_top(initiative, framing.top)
    for rank, row in enumerate(framing.rows("theme")):
        words = [word.strip() for word in row.get("mots", []) if word.strip()]
        given = {"words": words, "rank": rank, "is_given": True, "public_id": named("theme", row["nom"])}
        Theme.objects.update_or_create(initiative=initiative, title=row["nom"][:300], defaults=given)
    for row in framing.rows("equipe"):
        team = open_team(initiative, row["dossier"], by=by)
        team.regard = row.get("regard", "")[:300]
        team.save(update_fields=["regard"])
    _replace_lines(initiative, framing)
    record("framed", initiative, by=by, initiative=initiative)
    return initiative


def open_team(initiative: Initiative, folder: str, *, by: Person) -> Team:
    """The team whose folder this is; « » holds the files at the root."""
    require(may_coordinate(by, initiative), by=by)
    team, _ = Team.objects.get_or_create(initiative=initiative, folder=folder, defaults={"public_id": named("team", folder)})
    return team


@transaction.atomic
def welcome_actors(initiative: Initiative, actors: Iterable[GivenActor], *, by: Person) -> None:
    """Actors that people gave: their name wins, their spellings are looked for everywhere."""
    require(may_coordinate(by, initiative), by=by)
    for given in actors:
        fields = {"name": given.name, "kind": given.kind, "college": given.college, "territory": given.territory, "is_given": True}
        actor, _ = Actor.objects.update_or_create(initiative=initiative, public_id=actor_id(given.name), defaults=fields)
        for alias in given.aliases:
            Spelling.objects.get_or_create(initiative=initiative, actor=actor, text=alias[:300])


def _set_top(initiative: Initiative, top: Mapping[str, Any]) -> None:
    for key, field in TOP_FIELDS.items():
        if key in top:
            setattr(initiative, field, top[key])
    if "echeance" in top:
        initiative.deadline_on = top["echeance"]["date"]
        initiative.deadline_reason = top["echeance"].get("motif", "")
    initiative.full_clean()
    initiative.save()


def _replace_lines(initiative: Initiative, framing: Framing) -> None:
    for model in (Milestone, Phase, Body, ProcessCost, ProcessFunding):
        model.objects.of(initiative).delete()
    for rank, row in enumerate(framing.rows("phase")):
        Phase.objects.create(
            initiative=initiative, name=row["nom"][:200], months=Decimal(str(row.get("mois", 1))).quantize(Decimal("0.1")), rank=rank
        )
    for rank, row in enumerate(framing.rows("instance")):
        body = Body.objects.create(initiative=initiative, name=row["nom"][:200], kind=row.get("type", "groupe"), rank=rank)
        for place, label in enumerate(row.get("reunions", [])):
            Milestone.objects.create(initiative=initiative, label=label[:300], kind=MilestoneKind.MEETING, body=body, rank=place)
    for rank, row in enumerate(framing.rows("depense")):
        line = {"item": row["poste"][:300], "amount": euros(row.get("montant")), "detail": row.get("detail", "")}
        ProcessCost.objects.create(initiative=initiative, rank=rank, **line)
    for rank, row in enumerate(framing.rows("ressource")):
        nature = row.get("nature", Nature.GRANT)
        sure = {"nature": SHORT_NATURES.get(nature, nature), "status": row.get("statut", FundingStatus.TO_CONFIRM)}
        line = {"funder": row["financeur"][:300], "amount": euros(row.get("montant")), "detail": row.get("detail", ""), **sure}
        ProcessFunding.objects.create(initiative=initiative, rank=rank, **line)
