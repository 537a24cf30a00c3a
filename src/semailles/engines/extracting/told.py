"""What is named in ideas that somebody else pointed at: rows of an export, each an idea already."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.actors import find_actors
from semailles.engines.extracting.commitments import find_commitments
from semailles.engines.extracting.figures import find_figures
from semailles.engines.extracting.findings import (
    ActorMention,
    CommitmentCue,
    Commune,
    Extraction,
    Figure,
    KnownActor,
    PlaceMention,
    Span,
)
from semailles.engines.extracting.language import language_of, languages_of
from semailles.engines.extracting.places import find_places

Found = TypeVar("Found", ActorMention, CommitmentCue, Figure, PlaceMention)


def extract_told(
    blocks: Sequence[Block], told: Sequence[Span], *, known: Sequence[KnownActor] = (), gazetteer: Sequence[Commune] = ()
) -> Extraction:
    """Actors, places, commitments and figures of these pieces of the blocks, and of nothing else; no idea, no remark."""
    pieces = [Block(blocks[span.block].text[span.start : span.end], BlockKind.PARAGRAPH, blocks[span.block].locator) for span in told]
    lang = language_of(pieces)
    langs = languages_of(pieces, lang)
    actors = find_actors(pieces, known)
    return Extraction(
        (),
        _placed(actors, told),
        _placed(find_places(pieces, gazetteer), told),
        _placed(find_commitments(pieces, actors), told),
        (),
        lang,
        figures=_placed(find_figures(pieces, langs), told),
        langs=_of_blocks(len(blocks), told, langs, lang),
    )


def _placed(found: Iterable[Found], told: Sequence[Span]) -> tuple[Found, ...]:
    """Offsets of the pieces → offsets of the blocks."""
    return tuple(replace(one, span=_within(told[one.span.block], one.span)) for one in found)


def _within(piece: Span, span: Span) -> Span:
    return Span(piece.block, piece.start + span.start, piece.start + span.end)


def _of_blocks(count: int, told: Sequence[Span], langs: Sequence[str], lang: str) -> tuple[str, ...]:
    """The language of a block is that of its longest piece."""
    spoken = sorted(zip(told, langs, strict=True), key=lambda pair: pair[0].end - pair[0].start)
    by_block = {span.block: said for span, said in spoken}
    return tuple(by_block.get(rank, lang) for rank in range(count))
