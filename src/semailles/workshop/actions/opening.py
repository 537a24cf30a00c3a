"""Opening an initiative and welcoming who takes part in it."""

from collections.abc import Iterable

from django.db import transaction

from semailles.core.identifiers import actor_id, named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.words import fold
from semailles.workshop.directory import GivenActor
from semailles.workshop.enums import ActorKind, Role
from semailles.workshop.models import Actor, Initiative, Membership, Spelling, Team
from semailles.workshop.queries.actors import by_spelling
from semailles.workshop.rules import may_coordinate, may_open_initiative


@transaction.atomic
def open_initiative(name: str, *, lang: str = "fr", by: Person) -> Initiative:
    """The initiative of this name, its opener as coordinator; opened once."""
    require(may_open_initiative(by), by=by)
    initiative, is_new = Initiative.objects.get_or_create(public_id=named("initiative", name), defaults={"name": name, "lang": lang})
    if is_new:
        Membership.objects.create(initiative=initiative, person=by, role=Role.COORDINATOR)
        record("opened", initiative, by=by, initiative=initiative)
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


@transaction.atomic
def name_actor(initiative: Initiative, name: str, *, kind: ActorKind = ActorKind.ORGANISATION, by: Person) -> Actor:
    """The actor written like this, under whatever spelling it is known; a new one when nobody is."""
    require(may_coordinate(by, initiative), by=by)
    name = name.strip()[:300]
    known = by_spelling(initiative, [name]).get(fold(name)) or Actor.objects.of(initiative).filter(public_id=actor_id(name)).first()
    if known is not None:
        return known.stands_as
    actor = Actor.objects.create(initiative=initiative, public_id=actor_id(name), name=name, kind=kind, is_given=True)
    record("named", actor, by=by, initiative=initiative)
    return actor
