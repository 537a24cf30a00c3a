"""Blocks → candidate ideas, actors, places, commitments, remarks. Deterministic, offline, French first.

    extract(blocks, known=(), gazetteer=()) -> Extraction                       one document
    reconcile(mentions, known=()) -> tuple[Actor, ...]                          the mentions of all documents
    national_gazetteer() -> tuple[Commune, ...]                                 every commune of France

Ideas: each sentence, bullet, cell and title is weighed by signs of grammar, words and place (`cues.py`, `shapes.py`) whose weights
are read in `weights.toml`; the sum goes through a logistic function.
"""

from collections.abc import Sequence

from semailles.engines.blocks import Block
from semailles.engines.extracting.actors import find_actors
from semailles.engines.extracting.commitments import find_commitments
from semailles.engines.extracting.findings import Actor, ActorMention, Commune, Extraction, KnownActor
from semailles.engines.extracting.gazetteer import national_gazetteer
from semailles.engines.extracting.ideas import find_ideas
from semailles.engines.extracting.judging import judge
from semailles.engines.extracting.language import language_of
from semailles.engines.extracting.places import find_places
from semailles.engines.extracting.reconciling import reconciled
from semailles.engines.extracting.remarks import find_remarks
from semailles.engines.extracting.units import units

__all__ = ["extract", "national_gazetteer", "reconcile"]


def extract(blocks: Sequence[Block], *, known: Sequence[KnownActor] = (), gazetteer: Sequence[Commune] = ()) -> Extraction:
    """One document. `known`: actors whose spellings are always found; `gazetteer`: the communes to look for (none by default)."""
    judged = judge(blocks, units(blocks))
    ideas = find_ideas(blocks, judged)
    actors = find_actors(blocks, known)
    places = find_places(blocks, gazetteer)
    commitments = find_commitments(blocks, actors)
    remarks = find_remarks(blocks, judged, places)
    return Extraction(tuple(ideas), tuple(actors), tuple(places), tuple(commitments), tuple(remarks), language_of(blocks))


def reconcile(mentions: Sequence[ActorMention], *, known: Sequence[KnownActor] = ()) -> tuple[Actor, ...]:
    """The namings of all documents gathered into actors; `mentions` of an actor index the sequence given."""
    return reconciled(mentions, known)
