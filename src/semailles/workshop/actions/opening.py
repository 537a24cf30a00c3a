"""Opening an initiative and welcoming who takes part in it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.identifiers import actor_id, named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.veiling import Veil, veil_of
from semailles.engines.words import fold
from semailles.workshop import editing
from semailles.workshop.addresses import free_slug
from semailles.workshop.directory import DIRECTORY_FILE, GivenActor
from semailles.workshop.enums import ActorKind, Role
from semailles.workshop.models import Actor, Initiative, Membership, Spelling, Team
from semailles.workshop.naming import require_names
from semailles.workshop.queries.actors import by_spelling, pinned_spellings
from semailles.workshop.rules import may_coordinate, may_open_initiative, may_take_part
from semailles.workshop.words import label_of, shown

FILLED = ("kind", "college", "territory", "acronym", "note")  # by a line of acteurs.csv, besides the name


@transaction.atomic
def open_initiative(name: str, *, lang: str = "fr", by: Person) -> Initiative:
    """The initiative of this name, its opener as coordinator; opened once."""
    require(may_open_initiative(by), by=by)
    initiative, is_new = Initiative.objects.get_or_create(
        public_id=named("initiative", name), defaults={"name": name, "slug": free_slug(name), "lang": lang}
    )
    if is_new:
        Membership.objects.create(initiative=initiative, person=by, role=Role.COORDINATOR)
        record("opened", initiative, by=by, initiative=initiative)
    return initiative


def open_team(initiative: Initiative, folder: str, *, by: Person) -> Team:
    """The team whose folder this is; « » holds the files at the root."""
    require(may_coordinate(by, initiative), by=by)
    team, _created = Team.objects.get_or_create(initiative=initiative, folder=folder, defaults={"public_id": named("team", folder)})
    return team


@transaction.atomic
def welcome_actors(initiative: Initiative, actors: Iterable[GivenActor], *, by: Person) -> tuple[str, ...]:
    """Actors of acteurs.csv: their spellings are looked for everywhere. What people wrote on screen counts; a sentence says where both differ."""
    require(may_coordinate(by, initiative), by=by)
    differences: list[str] = []
    pins = pinned_spellings(initiative)
    for given in _spared(actors, veil_of(initiative.public_id)):
        actor = _known(initiative, given.name) or Actor(initiative=initiative, public_id=actor_id(given.name), name=given.name)
        differences += _differences(actor, given)
        _take(actor, given)
        for alias in (*given.aliases, *([given.acronym] if given.acronym and _keeps(actor, given.acronym) else [])):
            if pins.get(fold(alias), actor) == actor and fold(alias) not in actor.taken_off:
                Spelling.objects.get_or_create(initiative=initiative, actor=actor, text=alias[:300])
    return tuple(differences)


@transaction.atomic
def name_actor(initiative: Initiative, name: str, *, kind: ActorKind = ActorKind.ORGANISATION, by: Person) -> Actor:
    """The actor written like this, under whatever spelling it is known; a new one when nobody is."""
    require(may_take_part(by, initiative), by=by)
    name = name.strip()[:300]
    known = by_spelling(initiative, [name]).get(fold(name)) or Actor.objects.of(initiative).filter(public_id=actor_id(name)).first()
    if known is not None:
        editing.require_standing(known.stands_as)
        return known.stands_as
    require_names([name])
    actor = Actor.objects.create(initiative=initiative, public_id=actor_id(name), name=name, kind=kind, is_given=True)
    record("named", actor, by=by, initiative=initiative)
    return actor


def _spared(actors: Iterable[GivenActor], veil: Veil) -> Iterator[GivenActor]:
    """The file still names who was erased here: their line is passed over."""
    for given in actors:
        if veil(given.name) == given.name:
            aliases = tuple(alias for alias in given.aliases if veil(alias) == alias)
            yield replace(given, aliases=aliases, note=veil(given.note))


def _known(initiative: Initiative, name: str) -> Actor | None:
    """The actor that a line of the file was first read as, whatever people call it since; or one of this very name."""
    same = Actor.objects.of(initiative)
    found: Actor | None = same.filter(public_id=actor_id(name)).first() or same.unmerged().filter(name=name).first()
    return found


def _differences(actor: Actor, given: GivenActor) -> Iterator[str]:
    sentence = _("%(file)s, « %(name)s », %(label)s: the file says « %(said)s », the screen says « %(kept)s »: the screen counts.")
    for field in FILLED:
        said, kept = str(getattr(given, field)), getattr(actor, field)
        if field in actor.by_hand and said not in ("", kept):
            labelled = {"label": label_of(field), "said": shown(Actor, field, said), "kept": shown(Actor, field, kept)}
            yield sentence % {"file": DIRECTORY_FILE, "name": given.name, **labelled}


def _keeps(actor: Actor, acronym: str) -> bool:
    """Unless people wrote another one, or took it away."""
    return "acronym" not in actor.by_hand or actor.acronym == acronym


def _take(actor: Actor, given: GivenActor) -> None:
    for field in ("name", *FILLED):
        if field not in actor.by_hand:
            setattr(actor, field, getattr(given, field))
    actor.is_given = True
    actor.save()
