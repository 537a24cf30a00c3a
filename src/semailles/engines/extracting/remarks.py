"""Sentences that are no ideas and can feed a project sheet. One heading each, the most telling."""

import re
from collections.abc import Sequence
from itertools import pairwise

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.asides import ASIDES
from semailles.engines.extracting.findings import Heading, PlaceMention, Remark, Span
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.judging import Judged
from semailles.engines.extracting.sheet_signs import COLUMNS, FIGURES, LABELS, SENTENCES, WHERE, WHERE_SCORE, first_sign
from semailles.engines.extracting.units import Sense, Unit

Said = tuple[Heading, float]

SHORTEST, SHORTEST_CELL = 25, 4
OUT = re.compile(
    r"\b(?:merci|remerci|bonjour|bonsoir|cordialement|ordre du jour|prochaine? (?:reunion|seance|atelier|fois)|excuse|seance (?:est )?levee|compte rendu|atelier public)|@|^(?:de|a|cc|objet|date|p\.?s\.?) ?: |^presents?\b|^excuses?\b|\bnous n'(?:avons|etions|aurons)\b|\bdans la salle ne\b|\bsans son accord\b|^(?:a|non) (?:chiffre|mesure|precise|defini|voi|determine)\w*$"
)
MINUTES = frozenset(
    {"meeting", "thanks", "contact", "opening", "closing"} | ({pattern.code for pattern in ASIDES} - {"cited", "example", "quoted-aim"})
)
SHEET_OF_ACTION = frozenset({Heading.AUDIENCE, Heading.LAUNCH, Heading.PLACE})
SEEN_THERE = ("constat", "diagnostic", "lieux", "vu", "partons", "contexte")
SEEN_SCORE, GOES_ON_SCORE = 0.6, 0.4


def find_remarks(blocks: Sequence[Block], judged: Sequence[Judged], places: Sequence[PlaceMention]) -> list[Remark]:
    located = {(place.span.block, place.span.start) for place in places}
    with_idea = {verdict.unit.block for verdict in judged if verdict.is_idea}
    found = []
    for before, verdict in pairwise((None, *judged)):
        if verdict is None or not _may_tell(verdict):
            continue
        unit = verdict.unit
        has_place = any(block == unit.block and unit.start <= start < unit.end for block, start in located)
        said = _asked(before, verdict) or _heading(verdict, has_place=has_place, with_idea=unit.block in with_idea)
        if said:
            end = unit.start + len(unit.core.rstrip(" ;"))
            found.append(Remark(Span(unit.block, unit.start, end), blocks[unit.block].text[unit.start : end], *said))
    return found


def _may_tell(verdict: Judged) -> bool:
    unit = verdict.unit
    shortest = SHORTEST_CELL if unit.header else SHORTEST
    if verdict.is_idea or unit.kind in {BlockKind.TITLE, BlockKind.HEADING} or len(unit.core) < shortest:
        return False
    if unit.core.rstrip().endswith(":"):  # it announces what it does not say
        return False
    return not OUT.search(unit.flat) and (verdict.goes_on or MINUTES.isdisjoint(verdict.signs))


def _asked(before: Judged | None, verdict: Judged) -> Said | None:
    """« Pour qui ? » is answered by the next sentence."""
    if before is None or before.unit.block != verdict.unit.block or not before.unit.core.endswith("?"):
        return None
    return first_sign(LABELS, before.unit.flat)


def _heading(verdict: Judged, *, has_place: bool, with_idea: bool) -> Said | None:
    unit = verdict.unit
    if unit.header:
        return _of_column(unit, with_idea=with_idea)
    flat = unit.flat
    if labelled := first_sign(LABELS, flat):
        return labelled
    if has_place and WHERE.search(flat):
        return Heading.PLACE, WHERE_SCORE
    told = first_sign(SENTENCES, flat) or first_sign(FIGURES, flat)
    if told:
        return told
    if unit.heading_sense is Sense.BAD and any(word in unit.heading.lower() for word in SEEN_THERE):
        return Heading.OBSERVATION, SEEN_SCORE
    return (Heading.LAUNCH, GOES_ON_SCORE) if verdict.goes_on else None


def _of_column(unit: Unit, *, with_idea: bool) -> Said | None:
    """A cell tells what its header says; for whom, where and how to begin only beside an idea."""
    said = first_sign(COLUMNS, flattened(unit.header))
    if said and (with_idea or said[0] not in SHEET_OF_ACTION):
        return said
    return first_sign(FIGURES, unit.flat) if len(unit.core) >= SHORTEST else None
