"""The ways documents write an actor."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from semailles.engines.words import fold
from semailles.intake.models import Mention
from semailles.workshop.models import Actor


@dataclass(frozen=True, slots=True)
class Written:
    """A way it is written, its own: it can be given to another actor."""

    text: str
    mentions: int


def ways_written(actor: Actor) -> list[Written]:
    """By number of mentions, capitals and accents aside; neither its name, nor its acronym, nor what came with an actor merged into it."""
    quotes = Mention.objects.of(actor.initiative).filter(actor=actor, passage__version__is_latest=True).values_list("quote", flat=True)
    counts = Counter(map(fold, quotes))
    texts = {fold(text): text for text in [*sorted(set(quotes), reverse=True), *_own(actor)]}
    found = [Written(text, counts[written]) for written, text in texts.items() if written not in _not_its_own(actor)]
    return sorted(found, key=lambda one: (-one.mentions, one.text))


def _own(actor: Actor) -> Iterator[str]:
    return (spelling.text for spelling in actor.spellings.all())


def _not_its_own(actor: Actor) -> set[str]:
    joined = [text for one in actor.absorbed.all() for text in (one.name, *_own(one))]
    return {fold(text) for text in (actor.name, actor.acronym, *joined)}
