"""Blocks → candidate ideas, actors, places, commitments, remarks, figures. Deterministic, offline, French first.

    extract(blocks, known=(), gazetteer=()) -> Extraction                       one document
    reconcile(mentions, known=()) -> tuple[Actor, ...]                          the mentions of all documents
    reconciliation(mentions, known=(), kept_apart=(), together=()) -> Reconciliation    the same, with reasons and proposals
    national_gazetteer() -> tuple[Commune, ...]                                 every commune of France

Ideas: each sentence, bullet, cell and title is weighed by signs of grammar, words and place (`cues.py`, `shapes.py`) whose weights
are read in `weights.toml`; where these stop, a linear model weighs words and marks (`wording.py`, `model/weights.csv`, learnt by
`training.py` from the labelled passages of `model/`); the sum goes through a logistic function.
"""

from collections.abc import Iterable, Sequence

from semailles.engines.blocks import Block
from semailles.engines.extracting.actors import find_actors, find_known
from semailles.engines.extracting.commitments import find_commitments
from semailles.engines.extracting.figures import find_figures
from semailles.engines.extracting.findings import (
    Actor,
    ActorMention,
    CommitmentCue,
    Commune,
    Extraction,
    Figure,
    KnownActor,
    Ledger,
    Reconciliation,
    Taught,
)
from semailles.engines.extracting.gazetteer import national_gazetteer
from semailles.engines.extracting.ideas import find_ideas
from semailles.engines.extracting.judging import judge
from semailles.engines.extracting.language import language_of, languages_of
from semailles.engines.extracting.learned import weights_after
from semailles.engines.extracting.ledger import find_ledger, funders
from semailles.engines.extracting.places import find_places
from semailles.engines.extracting.reconciling import reconciled
from semailles.engines.extracting.remarks import find_remarks
from semailles.engines.extracting.units import units

__all__ = ["extract", "figures_of", "find_known", "name_actors", "national_gazetteer", "reconcile", "reconciliation"]


def extract(
    blocks: Sequence[Block], *, known: Sequence[KnownActor] = (), gazetteer: Sequence[Commune] = (), taught: Sequence[Taught] = ()
) -> Extraction:
    """One document. `known`: actors whose spellings are always found; `gazetteer`: the communes to look for (none by default).

    `taught`: what people decided of other passages: what resembles what they kept weighs more, what resembles what was no idea weighs less.
    """
    table = weights_after(tuple(taught))
    places = find_places(blocks, gazetteer)
    actors, commitments, ledger = _who(blocks, known)
    judged = [verdict for verdict in judge(blocks, units(blocks), table) if not ledger.holds(verdict.unit.block, verdict.unit.start)]
    ideas = find_ideas(blocks, judged, table)
    remarks = find_remarks(blocks, judged, places)
    lang = language_of(blocks)
    langs = languages_of(blocks, lang)
    figures = find_figures(blocks, langs)
    said = (tuple(ideas), tuple(actors), tuple(places), tuple(commitments), tuple(remarks))
    return Extraction(*said, lang, ledger, tuple(figures), tuple(langs))


def _who(blocks: Sequence[Block], known: Sequence[KnownActor]) -> tuple[list[ActorMention], list[CommitmentCue], Ledger]:
    """Actors, what they commit to and the budget. Funders that only the budget names are then looked for everywhere."""
    actors = find_actors(blocks, known)
    commitments = find_commitments(blocks, actors)
    ledger = find_ledger(blocks, actors, commitments)
    fresh = funders(ledger, actors)
    return _who(blocks, [*known, *fresh]) if fresh and not set(fresh) <= set(known) else (actors, commitments, ledger)


def name_actors(blocks: Sequence[Block], *, known: Sequence[KnownActor] = ()) -> list[ActorMention]:
    """Who one document names, and nothing else."""
    return _who(blocks, known)[0]


def figures_of(blocks: Sequence[Block]) -> list[Figure]:
    """The sums, quantities and dates of one document, and nothing else."""
    return find_figures(blocks, languages_of(blocks, language_of(blocks)))


def reconcile(mentions: Sequence[ActorMention], *, known: Sequence[KnownActor] = ()) -> tuple[Actor, ...]:
    """The namings of all documents gathered into actors; `mentions` of an actor index the sequence given."""
    return reconciled(mentions, known).actors


def reconciliation(
    mentions: Sequence[ActorMention],
    *,
    known: Sequence[KnownActor] = (),
    kept_apart: Iterable[tuple[str, str]] = (),
    together: Iterable[tuple[str, str]] = (),
) -> Reconciliation:
    """The actors with the reason of each merge, and the merges that only people can decide. `kept_apart` and `together`: pairs of names on
    which people decided before; the first of a pair of `together` is kept."""
    return reconciled(mentions, known, kept_apart, together)
