"""Which passages carry an idea, which go on about the idea just said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.asides import aside_signs
from semailles.engines.extracting.conjugation import is_infinitive
from semailles.engines.extracting.continuing import goes_on, is_label
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.learned import shipped
from semailles.engines.extracting.registers import raw_signs
from semailles.engines.extracting.scoring import THRESHOLD, logits, probability, signs
from semailles.engines.extracting.shapes import OBJECTS
from semailles.engines.extracting.units import Unit
from semailles.engines.extracting.wording import wording_signs

CHAPTER_WORDS = 6
LOWER = 0.25  # rough notes hold little but ideas: less is asked of each
TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Judged:
    """`signs`, `wording`: code → the words that gave it, for the rules and for what the model learnt. `goes_on`: the passage tells more about the idea said before it."""

    unit: Unit
    signs: dict[str, str]
    wording: dict[str, str]
    score: float
    is_idea: bool
    goes_on: bool


def judge(blocks: Sequence[Block], units: Sequence[Unit], table: Mapping[str, float] | None = None) -> list[Judged]:
    """In reading order, one verdict for each passage. `table`: the weights, those shipped by default."""
    table = shipped() if table is None else table
    own_signs = [signs(unit) | dict(aside_signs(len(blocks), unit)) | _parent(blocks, unit) for unit in units]
    raw = raw_signs(units, own_signs)
    all_signs = [found | ({code: ""} if code else {}) for found, code in zip(own_signs, raw, strict=True)]
    wordings = [wording_signs(unit, found) for unit, found in zip(units, all_signs, strict=True)]
    every = [(*found, *wording) for found, wording in zip(all_signs, wordings, strict=True)]
    threshold = LOWER if any(raw) else THRESHOLD
    verdicts: list[Judged] = []
    for unit, found, wording, logit in zip(units, all_signs, wordings, logits(units, every, table), strict=True):
        score = probability(logit)
        further = (
            is_label(unit)
            or _answers(unit, verdicts)
            or goes_on(unit, frozenset(found), just_said=_just_said(unit, verdicts), said_above=_said_above(unit, verdicts))
        )
        verdicts.append(Judged(unit, found, wording, score, score >= threshold and not further, further))
    return _without_chapters(blocks, _without_running_titles(verdicts))


def _parent(blocks: Sequence[Block], unit: Unit) -> dict[str, str]:
    """A bullet that opens bullets of its own: « Vélo », with what is asked for below."""
    below = blocks[unit.block + 1] if unit.block + 1 < len(blocks) else None
    is_parent = (
        unit.kind is BlockKind.ITEM and below is not None and below.kind is BlockKind.ITEM and below.level > blocks[unit.block].level
    )
    return {"parent": ""} if is_parent else {}


def _answers(unit: Unit, before: Sequence[Judged]) -> bool:
    """« Pour qui ? Les abonnés du train. »"""
    if not before or before[-1].unit.block != unit.block:
        return False
    return is_label(before[-1].unit) and before[-1].unit.core.endswith("?")


def _just_said(unit: Unit, before: Sequence[Judged]) -> bool:
    """The passage before, in the same block or in the one above under the same heading."""
    if not before:
        return False
    last = before[-1]
    near = last.unit.block == unit.block or (last.unit.block == unit.block - 1 and last.unit.heading == unit.heading)
    return near and (last.is_idea or last.goes_on)


def _said_above(unit: Unit, before: Sequence[Judged]) -> bool:
    for verdict in reversed(before):
        same = unit.heading in {verdict.unit.heading, verdict.unit.core}
        if not same:
            return False
        if verdict.is_idea:
            return True
    return False


def _without_running_titles(verdicts: list[Judged]) -> list[Judged]:
    """A title repeated word for word on every page counts once."""
    seen: set[str] = set()
    kept = []
    for verdict in verdicts:
        key = flattened(verdict.unit.core)
        again = verdict.unit.kind in TITLES and key in seen
        seen.add(key)
        kept.append(_denied(verdict) if again else verdict)
    return kept


def _without_chapters(blocks: Sequence[Block], verdicts: list[Judged]) -> list[Judged]:
    """« Se nourrir, se chauffer » names a chapter when ideas stand below it."""
    above = {heading for verdict in verdicts if verdict.is_idea for heading in blocks[verdict.unit.block].path}
    return [_denied(verdict) if _is_chapter(verdict.unit) and blocks[verdict.unit.block].text in above else verdict for verdict in verdicts]


def _is_chapter(unit: Unit) -> bool:
    """An infinitive without an object: « Réparer les sols » says what to do, « Se chauffer, produire un peu » does not."""
    words = [word for word in unit.words if not (word.flat == "un" and "un peu" in unit.flat)]
    if unit.kind not in TITLES or not 0 < len(words) <= CHAPTER_WORDS:
        return False
    return any(is_infinitive(word) for word in words[:2]) and not any(word.flat in OBJECTS for word in words)


def _denied(verdict: Judged) -> Judged:
    return Judged(verdict.unit, verdict.signs, verdict.wording, verdict.score, is_idea=False, goes_on=False)
