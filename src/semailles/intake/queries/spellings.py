"""The ways documents write an actor."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from semailles.engines.words import fold
from semailles.intake.models import Mention
from semailles.workshop.models import Actor


@dataclass(frozen=True, slots=True)
class Written:
    """A way it is written, its own: it can be given to another actor. `holder`: who has these mentions, when another one is written so too."""

    text: str
    mentions: int
    holder: str = ""


def ways_written(actor: Actor) -> list[Written]:
    """By number of mentions, capitals and accents aside; neither its name, nor its acronym, nor what came with an actor merged into it."""
    quotes = Mention.objects.of(actor.initiative).filter(actor=actor, passage__version__is_latest=True).values_list("quote", flat=True)
    counts = Counter(map(fold, quotes))
    texts = {fold(text): text for text in [*sorted(set(quotes), reverse=True), *_own(actor)]}
    hidden = _not_its_own(actor)
    own = {written: text for written, text in texts.items() if written not in hidden}
    elsewhere = _held_elsewhere(actor, {written for written in own if not counts[written]})
    found = [elsewhere.get(written) or Written(text, counts[written]) for written, text in own.items()]
    return sorted(found, key=lambda one: (-one.mentions, one.text))


def _held_elsewhere(actor: Actor, texts: Collection[str]) -> dict[str, Written]:
    """Of these texts, folded, those under which documents name another actor: two may be written alike, and one has the mentions."""
    if not texts:
        return {}
    latest = Mention.objects.of(actor.initiative).filter(passage__version__is_latest=True).exclude(actor=None).order_by("pk")
    rows = [(fold(quote), quote, name) for quote, name in latest.values_list("quote", "actor__name")]
    counts = Counter(written for written, _quote, _name in rows)
    return {written: Written(quote, counts[written], name) for written, quote, name in rows if written in texts}


def _own(actor: Actor) -> Iterator[str]:
    return (spelling.text for spelling in actor.spellings.all())


def _not_its_own(actor: Actor) -> set[str]:
    joined = [text for one in actor.absorbed.all() for text in (one.name, *_own(one))]
    return {fold(text) for text in (actor.name, actor.acronym, *joined)}
