"""A spelling that people take back: what was found by it alone is forgotten."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.extracting import name_actors
from semailles.engines.extracting.findings import KnownActor
from semailles.engines.words import fold
from semailles.intake.models import Claim, LedgerLine, Mention, Passage
from semailles.intake.queries import known_actors
from semailles.workshop.actions import describe_actor, take_spelling_off
from semailles.workshop.entries import ActorEntry
from semailles.workshop.errors import StillNamed
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_coordinate

Place = tuple[int, int, int]  # passage, start, end


@transaction.atomic
def mend_actor(actor: Actor, entry: ActorEntry, *, revision: int, by: Person) -> Actor:
    """What is said of it, as people write it. An acronym that they take away no longer names it anywhere."""
    require(may_coordinate(by, actor.initiative), by=by)
    before = actor.acronym
    mended = describe_actor(actor, entry, revision=revision, by=by)
    if before and not mended.acronym:
        _forget(mended, before)
    return mended


@transaction.atomic
def drop_spelling(actor: Actor, text: str, *, by: Person) -> Actor:
    """A spelling that people wrote and that is nobody's goes, with what it alone had found."""
    require(may_coordinate(by, actor.initiative), by=by)
    actor = take_spelling_off(actor, text, by=by)
    if _forget(actor, text):
        raise StillNamed(
            _("Documents name somebody « %(text)s » even so: give this spelling to another actor, or to a new one.") % {"text": text}
        )
    return actor


def _forget(actor: Actor, text: str) -> int:
    """Mentions that a reading would not find without it go; the others, and what was claimed under it, are nobody's until spellings are
    brought together again. Gives how many others."""
    written = _bare(text)
    mentions = [
        one for one in Mention.objects.of(actor.initiative).filter(actor=actor).select_related("passage") if _bare(one.quote) == written
    ]
    kept = _read_again(actor, {one.passage.version_id for one in mentions})
    found = {one.pk for one in mentions if (one.passage_id, one.start, one.end) in kept}
    Mention.objects.filter(pk__in={one.pk for one in mentions} - found).delete()
    Mention.objects.filter(pk__in=found).update(actor=None)
    for model in (Claim, LedgerLine):
        rows = model.objects.of(actor.initiative).filter(actor=actor)
        theirs = [pk for pk, surface in rows.values_list("pk", "surface") if _bare(surface) == written]
        rows.filter(pk__in=theirs).update(actor=None)
    return len(found)


def _read_again(actor: Actor, versions: Iterable[int]) -> set[Place]:
    """Where these versions name somebody, as far as is known now."""
    known = known_actors(actor.initiative)
    passages = defaultdict(list)
    for passage in Passage.objects.of(actor.initiative).filter(version__in=versions).order_by("version", "rank"):
        passages[passage.version_id].append(passage)
    return {place for those in passages.values() for place in _named_in(those, known)}


def _named_in(passages: list[Passage], known: tuple[KnownActor, ...]) -> Iterable[Place]:
    for mention in name_actors([_block(passage) for passage in passages], known=known):
        yield passages[mention.span.block].pk, mention.span.start, mention.span.end


def _block(passage: Passage) -> Block:
    cells = tuple(Cell(*cell) for cell in passage.cells)
    return Block(passage.text, BlockKind(passage.kind), Locator(**passage.locator), passage.level, tuple(passage.path), cells)


def _bare(text: str) -> str:
    return fold(text).replace(".", "")
