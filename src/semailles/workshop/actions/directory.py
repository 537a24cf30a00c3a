"""The directory of actors: people write one, mend it, say that it is none."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.words import fold
from semailles.workshop import editing
from semailles.workshop.entries import ActorEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.errors import AlreadyThere, NotOneActor, NotStanding, ReasonMissing, StillEngaged
from semailles.workshop.models import Actor, Initiative, Spelling
from semailles.workshop.naming import require_names
from semailles.workshop.queries.actors import by_spelling, engagements_of, free_id
from semailles.workshop.rules import may_shape


@transaction.atomic
def add_actor(initiative: Initiative, entry: ActorEntry, *, by: Person) -> Actor:
    """An actor that no document names yet. The same form sent twice adds one."""
    require(may_shape(by, initiative), by=by)
    return add_actors(initiative, [entry], by=by)[0]


@transaction.atomic
def add_actors(initiative: Initiative, entries: Sequence[ActorEntry], *, by: Person) -> list[Actor]:
    """Many at once, of which no two bear one name."""
    require(may_shape(by, initiative), by=by)
    borne = by_spelling(initiative, {text for entry in entries for text in (entry.name, entry.acronym) if text})
    return [_known_as_it_is(initiative, entry) or _new(initiative, entry, borne, by) for entry in entries]


@transaction.atomic
def describe_actor(actor: Actor, entry: ActorEntry, *, revision: int, by: Person) -> Actor:
    """What is written here stands in every later run. The name before stays a spelling: documents go on using it. An acronym taken
    away is none any longer."""
    require(may_shape(by, actor.initiative), by=by)
    editing.require_standing(actor)
    fresh = {entry.name, entry.acronym} - {actor.name, actor.acronym, ""}
    require_names(fresh)
    _require_unborne(entry, by_spelling(actor.initiative, fresh), than=actor)
    if (entry.kind == ActorKind.PERSON) != (actor.kind == ActorKind.PERSON) and actor.absorbed.exists():
        raise NotOneActor(
            _("« %(name)s » stands for other actors too: separate them before saying what kind it is.") % {"name": actor.name}
        )
    before, typed = {"name": actor.name, "acronym": actor.acronym}, editing.values_of(entry)
    written = {field for field, value in typed.items() if getattr(actor, field) != value}
    described = editing.change(actor, typed, revision=revision, by=by, verb="described")
    described.by_hand = sorted({*described.by_hand, *written})
    described.is_to_be_sought |= bool(fresh)
    described.save(update_fields=["by_hand", "is_to_be_sought"])
    for text in (before["name"], before["acronym"], entry.acronym):
        _spell(described, text)
    if not entry.acronym:
        _unspell(described, before["acronym"])
    return described


@transaction.atomic
def set_actor_aside(actor: Actor, reason: str, *, on: date, by: Person) -> Actor:
    """It is no actor. No later run brings it back."""
    require(may_shape(by, actor.initiative), by=by)
    if actor.merged_into:
        raise NotStanding(_("« %(name)s » is already merged into another actor: undo that first.") % {"name": actor.name})
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why this is no actor."))
    if engaged := engagements_of(actor):
        sentence = _("What people wrote leans on « %(name)s » (%(where)s): change that first, or say which other actor it is.")
        raise StillEngaged(sentence % {"name": actor.name, "where": ", ".join(engaged)})
    return editing.change(actor, {"set_aside_on": on, "set_aside_reason": reason.strip()[:500]}, by=by, verb="set aside")


@transaction.atomic
def put_actor_back(actor: Actor, *, by: Person) -> Actor:
    require(may_shape(by, actor.initiative), by=by)
    return editing.change(actor, {"set_aside_on": None, "set_aside_reason": ""}, by=by, verb="put back")


def _known_as_it_is(initiative: Initiative, entry: ActorEntry) -> Actor | None:
    same: Actor | None = Actor.objects.of(initiative).standing().filter(**editing.values_of(entry), is_given=True).first()
    return same


def _new(initiative: Initiative, entry: ActorEntry, borne: Mapping[str, Actor], by: Person) -> Actor:
    require_names({entry.name, entry.acronym})
    _require_unborne(entry, borne, than=None)
    typed = editing.values_of(entry)
    actor = Actor(initiative=initiative, public_id=free_id(initiative, entry.name), is_given=True, is_to_be_sought=True, **typed)
    actor.by_hand = sorted(field for field, value in typed.items() if value)
    editing.check(actor)
    actor.save()
    _spell(actor, entry.acronym)
    record("named", actor, by=by, initiative=initiative)
    return actor


def _require_unborne(entry: ActorEntry, borne: Mapping[str, Actor], *, than: Actor | None) -> None:
    """Neither its name nor its acronym is another's."""
    for text in (entry.name, entry.acronym):
        bearer = borne.get(fold(text))
        if bearer is None or bearer == than:
            continue
        editing.require_standing(bearer)
        sentence = _("« %(text)s » is already a name of « %(actor)s »: say that both are the same, or give that spelling to another actor.")
        raise AlreadyThere(sentence % {"text": text, "actor": bearer})


def _spell(actor: Actor, text: str) -> None:
    if text.strip() and text != actor.name:
        Spelling.objects.get_or_create(initiative=actor.initiative, actor=actor, text=text[:300])


def _unspell(actor: Actor, text: str) -> None:
    """Its capitals, accents and dots aside; its name stays."""
    written = fold(text).replace(".", "")
    theirs = [one.pk for one in actor.spellings.all() if fold(one.text).replace(".", "") == written]
    actor.spellings.filter(pk__in=theirs).delete()
