"""How a document was written: sticky notes, flipcharts and rough lists name their ideas without a verb nor a full stop."""

from collections.abc import Mapping, Sequence

from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.units import Unit

FEWEST_UNITS = 8  # under which a document shows no manner
MOSTLY = 0.6  # share of fragments from which a document is raw
LONGEST_FRAGMENT = 16  # words
SHORTEST_FRAGMENT = 2
# What a fragment must not carry: signs of a fact, of something that exists, of an errand, of a doubt.
TELLING = frozenset(
    "already since figure label:number label:fact number:first clock meeting thanks unwanted crowd team contact example cited closing errand "
    "about-us about-text past imperfect present denied telling average source opening quoted-aim question heading:facts lead:facts".split()
)


def raw_signs(units: Sequence[Unit], all_signs: Sequence[Mapping[str, str]]) -> list[str]:
    """For each passage the code that says it is a bare fragment of a raw document, "" for the others."""
    shown = [unit for unit in units if unit.kind not in {BlockKind.TITLE, BlockKind.HEADING}]
    fragments = sum(1 for unit in shown if _is_fragment(unit))
    if len(shown) < FEWEST_UNITS or fragments < MOSTLY * len(shown):
        return [""] * len(units)
    return [raw_sign(unit, found) for unit, found in zip(units, all_signs, strict=True)]


def raw_sign(unit: Unit, found: Mapping[str, str]) -> str:
    """The code of a bare fragment, "" for anything else."""
    if not _is_fragment(unit) or not TELLING.isdisjoint(found) or not unit.words:
        return ""
    place = next((code.partition(":")[2] for code in found if code.startswith("kind:")), "")
    return f"raw@{place}" if place and place != "title" else ""


def _is_fragment(unit: Unit) -> bool:
    """Short, and ended by nothing."""
    return SHORTEST_FRAGMENT <= len(unit.words) <= LONGEST_FRAGMENT and not unit.core.rstrip().endswith((".", ":", "?"))
