"""What documents say of an actor is handed from one to another; part of actions, inside their transactions."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from semailles.engines.extracting import reconcile
from semailles.engines.extracting.findings import ActorKind, ActorMention, KnownActor, Span
from semailles.engines.words import fold
from semailles.intake.models import Claim, LedgerLine, Mention
from semailles.workshop.models import Actor
from semailles.workshop.queries.actors import pinned_spellings


def hand_over(receiver: Actor, *, written: str) -> None:
    """All that is written like this, folded, whoever had it: two actors may be written alike."""
    initiative = receiver.initiative
    _give(Mention.objects.of(initiative), receiver, {written}, "quote")
    for model in (Claim, LedgerLine):
        _give(model.objects.of(initiative).exclude(actor=None), receiver, {written}, "surface")


def give_back(actor: Actor, holder: Actor | None, among: Sequence[Actor]) -> None:
    """Of what `holder` has (None: of what is nobody's), that which answers to this actor first, `among` those that it could answer to."""
    pins = pinned_spellings(actor.initiative)
    answering = {fold(text) for text in (actor.name, *actor.also_written, *_mentions_given(actor, holder, among, pins))}
    _give_surfaces(actor, holder, {text for text in answering if pins.get(text, actor) == actor})


def _mentions_given(actor: Actor, holder: Actor | None, among: Sequence[Actor], pins: Mapping[str, Actor]) -> set[str]:
    """Mentions that answer to its name, or that people said are its own; their words."""
    mentions = list(Mention.objects.of(actor.initiative).filter(actor=holder).order_by("pk"))
    surfaces = [ActorMention(Span(0, one.start, one.end), one.quote, ActorKind(one.kind)) for one in mentions]
    known = [KnownActor(one.name, ActorKind(one.kind), one.college, one.also_written) for one in among]
    ranks = {rank for found in reconcile(surfaces, known=known) if found.name == actor.name for rank in found.mentions}
    theirs = [one for rank, one in enumerate(mentions) if pins.get(fold(one.quote), actor if rank in ranks else None) == actor]
    Mention.objects.filter(pk__in=[one.pk for one in theirs]).update(actor=actor)
    return {one.quote for one in theirs}


def _give_surfaces(actor: Actor, holder: Actor | None, written: Collection[str]) -> None:
    for model in (Claim, LedgerLine):
        _give(model.objects.of(actor.initiative).filter(actor=holder), actor, written, "surface")


def _give(rows: QuerySet[Any, Any], receiver: Actor, written: Collection[str], field: str) -> None:
    theirs = [pk for pk, text in rows.values_list("pk", field) if fold(text) in written]
    rows.filter(pk__in=theirs).update(actor=receiver)
