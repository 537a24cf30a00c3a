"""What documents say of an actor is handed from one to another; part of actions, inside their transactions."""

from collections.abc import Collection, Sequence

from semailles.engines.extracting import reconcile
from semailles.engines.extracting.findings import ActorKind, ActorMention, KnownActor, Span
from semailles.engines.words import fold
from semailles.intake.models import Claim, LedgerLine, Mention
from semailles.workshop.models import Actor


def give_back(actor: Actor, holder: Actor | None, among: Sequence[Actor]) -> None:
    """Of what `holder` has (None: of what is nobody's), that which answers to this actor first, `among` those that it could answer to."""
    written = {fold(text) for text in (actor.name, *actor.also_written, *_mentions_given(actor, holder, among))}
    _give_surfaces(actor, holder, written)


def _mentions_given(actor: Actor, holder: Actor | None, among: Sequence[Actor]) -> set[str]:
    """Mentions that answer to its name; their words."""
    mentions = list(Mention.objects.of(actor.initiative).filter(actor=holder).order_by("pk"))
    surfaces = [ActorMention(Span(0, one.start, one.end), one.quote, ActorKind(one.kind)) for one in mentions]
    known = [KnownActor(one.name, ActorKind(one.kind), one.college, one.also_written) for one in among]
    ranks = [rank for found in reconcile(surfaces, known=known) if found.name == actor.name for rank in found.mentions]
    Mention.objects.filter(pk__in=[mentions[rank].pk for rank in ranks]).update(actor=actor)
    return {mentions[rank].quote for rank in ranks}


def _give_surfaces(actor: Actor, holder: Actor | None, written: Collection[str]) -> None:
    for model in (Claim, LedgerLine):
        rows = model.objects.of(actor.initiative).filter(actor=holder)
        theirs = [row.pk for row in rows if fold(row.surface) in written]
        model.objects.filter(pk__in=theirs).update(actor=actor)
