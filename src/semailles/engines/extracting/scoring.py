"""Weighs the signs of each passage into a probability that it carries an idea."""

import math
from collections.abc import Collection, Mapping, Sequence

from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.cues import CALLS, FACTS
from semailles.engines.extracting.findings import Cue
from semailles.engines.extracting.shapes import Sign, shape_signs
from semailles.engines.extracting.units import Unit
from semailles.engines.extracting.wording import tells

THRESHOLD = 0.35
FEW = 3
ASKING = frozenset({"why-not", "what-if", "could-we"})
HINTS = frozenset({"can", "target", "rather", "so-that", "shared", "each", "reuse"})
STRONG = frozenset({pattern.code for pattern in CALLS} - HINTS) | frozenset(
    [
        "infinitive@prose",
        "infinitive@item",
        "infinitive@title",
        "infinitive@cell",
        "imperative:first",
        "conditional",
        "future",
        "nominal",
        "some@prose",
        "english:modal",
        "english:verb",
    ]
)
NONE: frozenset[str] = frozenset()
SILENCED = {
    "question": ASKING,
    "denied": ASKING | {"obligation", "imperative:first", "imperative"},
    "about-us": frozenset({"wish", "want"}),
    "past": frozenset({"wish:past", "proposed", "imperative:first"}),
    "imperfect": frozenset({"pressing", "what-if"}),
    "present": frozenset({"imperative:first"}),
    "notion": frozenset({"unwanted"}),
}


def signs(unit: Unit) -> dict[str, str]:
    """Every sign of a passage: code → the words that gave it."""
    found: dict[str, str] = dict(_word_signs(unit))
    for code, written in shape_signs(unit):
        found.setdefault(code, written)
    kept = {code: written for code, written in found.items() if not SILENCED.get(code, NONE) & found.keys()}
    return kept | dict.fromkeys(_absences(kept), "")


def _absences(found: dict[str, str]) -> list[str]:
    """What is missing weighs too: a passage without any call for action, above all under a heading of facts."""
    if not found.keys().isdisjoint(STRONG):
        return []
    place = next((code.partition(":")[2] for code in found if code.startswith("kind:")), "prose")
    missing = [f"uncalled@{place}"]
    if "heading:facts" in found or "lead:facts" in found:
        missing.append("uncalled:facts")
    if "heading:actions" in found or "lead:actions" in found or "column:action" in found:
        missing.append("uncalled:actions")
    if not found.keys().isdisjoint(HINTS):
        missing.append("hinted")
    return missing


def _word_signs(unit: Unit) -> list[Sign]:
    flat, low = unit.flat, unit.low
    searched = ((pattern, pattern.expression.search(low if pattern.accented else flat)) for pattern in (*CALLS, *FACTS))
    return [(pattern.code, unit.core[match.start() : match.end()]) for pattern, match in searched if match]


def cues(found: Mapping[str, str], table: Mapping[str, float]) -> list[Cue]:
    """The signs that weigh and tell something, strongest first."""
    weighed = [Cue(code, written, table[code]) for code, written in found.items() if table.get(code) and tells(code)]
    return sorted(weighed, key=lambda cue: (-abs(cue.weight), cue.code))


def logits(units: Sequence[Unit], all_codes: Sequence[Collection[str]], table: Mapping[str, float]) -> list[float]:
    """Each passage's own weight, then a part of what its neighbours of the same list weigh: siblings are often alike."""
    own = [table["base"] + sum(table.get(code, 0.0) for code in codes) for codes in all_codes]
    groups: dict[int, list[float]] = {}
    for unit, value in zip(units, own, strict=True):
        if _is_listed(unit):
            groups.setdefault(unit.group, []).append(_clipped(value))
    return [
        value + table["siblings"] * _others(groups.get(unit.group, []) if _is_listed(unit) else [], value)
        for unit, value in zip(units, own, strict=True)
    ]


def probability(logit: float) -> float:
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 3)


def _is_listed(unit: Unit) -> bool:
    return unit.group > 0 and unit.kind is BlockKind.ITEM


def _others(values: list[float], own: float) -> float:
    """Mean of the other passages of the list; 0 when there are fewer than two others."""
    if len(values) < FEW:
        return 0.0
    return (sum(values) - _clipped(own)) / (len(values) - 1)


def _clipped(value: float) -> float:
    return max(-3.0, min(3.0, value))
