"""Candidate ideas of one document."""

from collections.abc import Mapping, Sequence

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.findings import CandidateIdea, Cue, IdeaKind, Span
from semailles.engines.extracting.flat import tokens
from semailles.engines.extracting.headers import Column, column
from semailles.engines.extracting.judging import Judged
from semailles.engines.extracting.kinds import kind_of
from semailles.engines.extracting.scoring import cues
from semailles.engines.extracting.sentences import misquoted
from semailles.engines.extracting.titles import title_of
from semailles.engines.extracting.units import Unit

TELEGRAPHIC = 6


def find_ideas(blocks: Sequence[Block], judged: Sequence[Judged], table: Mapping[str, float]) -> list[CandidateIdea]:
    """In reading order. The same sentence said at two places is said twice."""
    return [
        _idea(
            blocks,
            verdict.unit,
            cues(verdict.signs | verdict.wording, table),
            verdict.score,
            kind_of(verdict.unit, verdict.signs | verdict.wording),
        )
        for verdict in judged
        if verdict.is_idea
    ]


def _idea(blocks: Sequence[Block], unit: Unit, weighed: Sequence[Cue], score: float, kind: IdeaKind) -> CandidateIdea:
    end = _end(unit)
    quote = blocks[unit.block].text[unit.start : end]
    context = _context(blocks[unit.block], unit)
    text = f"{context} : {quote}" if context and len(tokens(quote)) < TELEGRAPHIC else quote
    reasons = tuple(cue for cue in weighed if cue.weight > 0)[:6] + tuple(cue for cue in weighed if cue.weight < 0)[:2]
    ordered = tuple(sorted(reasons, key=lambda cue: (-abs(cue.weight), cue.code)))
    return CandidateIdea(Span(unit.block, unit.start, end), quote, title_of(quote), text, kind, score, ordered)


def _end(unit: Unit) -> int:
    """Without the final stop, and without a closing mark whose opening stands before the passage."""
    core = unit.core.rstrip()
    if core.endswith(("»", "”")) and not ("«" in core or "“" in core or misquoted(core)):
        core = core[:-1].rstrip()
    if core.endswith((".", ";", ",")) and not core.endswith("..."):
        core = core[:-1].rstrip()
    return unit.start + max(1, len(core))


def _context(block: Block, unit: Unit) -> str:
    """The topic of a row, or the heading above: what makes a telegraphic quote readable alone."""
    for cell in block.cells:
        if column(cell.header) == Column.TOPIC and cell.end <= unit.start:
            return block.text[cell.start : cell.end]
    return unit.heading if block.kind not in {BlockKind.HEADING, BlockKind.TITLE} else ""
