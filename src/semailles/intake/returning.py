"""Rows that Semailles wrote for another platform, and that come back: whose ideas they are, and whether anybody changed their words since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from glob import escape
from uuid import UUID

from rapidfuzz import fuzz

from semailles.core.identifiers import normalised
from semailles.core.masking import masks
from semailles.engines.exchange import ExportedIdea, ExportedTable
from semailles.intake.anchoring import ALIKE
from semailles.intake.batches import some
from semailles.intake.models import DocumentVersion, Idea, Origin, Source

SUREST = 4  # its id there; above its text (2) and its title (1)
CUT = "…"  # closes a text that was shortened before it left


@dataclass(frozen=True, slots=True)
class Return:
    """`ours`: those of its title and text that nobody changed there, or that only hold a part of what the idea says here."""

    public_id: UUID
    ours: frozenset[str]


def returns(version: DocumentVersion, table: ExportedTable) -> Mapping[int, Return]:
    """By rank of the row. Each idea comes back once, as the row that is most surely it: a signature that was copied under other words says nothing."""
    left = _left(version, table.ideas)
    best: dict[str, tuple[int, int]] = {}
    for rank, one in enumerate(table.ideas):
        sureness = _sureness(table, one, left[one.signature]) if one.signature in left else 0
        if sureness:
            best[one.signature] = max(best.get(one.signature, (0, 0)), (sureness, -rank))
    return {-rank: _return(table.ideas[-rank], left[signature]) for signature, (_, rank) in best.items()}


def told_elsewhere(version: DocumentVersion, ideas: Sequence[Idea]) -> set[int]:
    """Those that another document says: this file only brings back what they say here."""
    rows = Source.objects.of(version.initiative).exclude(passage__version__document=version.document)
    return {key for keys in some([idea.pk for idea in ideas]) for key in rows.filter(idea__in=keys).values_list("idea", flat=True)}


def _left(version: DocumentVersion, ideas: Sequence[ExportedIdea]) -> dict[str, Idea]:
    signatures = [UUID(one.signature) for one in ideas if one.signature]
    every = Idea.objects.of(version.initiative).select_related("origin")
    return {str(idea.public_id): idea for keys in some(signatures) for idea in every.filter(public_id__in=keys)}


def _sureness(table: ExportedTable, said: ExportedIdea, idea: Idea) -> int:
    if _is_known_there(table, said, getattr(idea, "origin", None)):
        return SUREST
    return 2 * _left_as(said.text, idea.text) + (_left_as(said.title, idea.title) or _is_alike(said.text, idea.text))


def _is_alike(said: str, own: str) -> bool:
    """Under a mask, only the words that it leaves are likened."""
    bare = masks().sub(" ", said)
    likeness = fuzz.ratio if bare == said else fuzz.partial_ratio
    return bool(normalised(bare)) and likeness(normalised(bare), normalised(own)) >= ALIKE


def _is_known_there(table: ExportedTable, said: ExportedIdea, origin: Origin | None) -> bool:
    if origin is None or not said.external_id or (origin.platform, origin.external_id) != (table.platform.value, said.external_id):
        return False
    place = said.component if "/" in origin.component else said.component.rpartition("/")[2]
    return place in {"", origin.component}


def _return(said: ExportedIdea, idea: Idea) -> Return:
    written = {"title": (said.title, idea.title), "text": (said.text, idea.text)}
    return Return(idea.public_id, frozenset(name for name, (there, here) in written.items() if _is_ours(there, here)))


def _is_ours(said: str, own: str) -> bool:
    is_less = not said or masks().search(said) is not None or (said.endswith(CUT) and not own.endswith(CUT))
    return is_less or _left_as(said, own)


def _left_as(said: str, own: str) -> bool:
    """Are these our own words, under their masks, shortened or not?"""
    bare, whole = " ".join(said.split()), " ".join(own.split())
    hidden = "?*".join(map(escape, masks().split(bare.removesuffix(CUT))))
    return bare == whole or fnmatchcase(whole, hidden + "*" * bare.endswith(CUT))
