"""Two renderings of one geometry: classes that a style sheet colours, for the web; plain attributes, for print."""

from dataclasses import dataclass
from enum import StrEnum

INK, SOFT, RULE, FIRM, PAPER = "#23211c", "#57534a", "#d8d0bd", "#857c69", "#ffffff"
GREEN, PALE, TINT, EARTH = "#2c5a38", "#abbdaf", "#dfe7e0", "#97401a"
_SANS, _SERIF = "Lato", "Libertinus Serif"


class Role(StrEnum):
    """What a mark is; on the web, its classes."""

    GRID = "grid"
    MONTH = "month"
    ROW = "row"
    STRONG_ROW = "row strong"
    PAST = "past"
    FUTURE = "future"
    LATE = "late"
    GROUND = "ground"
    HELD = "dot done"
    PLANNED = "dot"
    SUGGESTED = "dot suggested"
    DOT_LABEL = "mid"
    LINK = "link"
    OUTSIDE = "outside"
    OUTSIDE_LABEL = "earth"
    TODAY = "today"
    TODAY_LABEL = "now-t"
    NEED = "need"
    HAVE = "have"
    HOPE = "hope"
    GAP = "gap"
    APART = "apart"
    CLEAR = "clear"
    TINT = "tint"
    AREA = "area"
    TRACE = "trace"
    COMMUNE = "commune"
    PLACE_LABEL = "place-t"
    COMMUNE_LABEL = "commune-t"
    GROUP_LABEL = "group-t"
    AMOUNT = "amount"
    STRONG_AMOUNT = "amount strong"


@dataclass(frozen=True, slots=True)
class Look:
    """`width` of the drawing and `text` size, in its own units; everything else is a multiple of the text's size."""

    width: float
    text: float
    is_web: bool

    @property
    def month(self) -> float:
        return self.text * 1.18

    @property
    def small(self) -> float:
        return self.text * 0.82


WEB = Look(1100.0, 16.0, is_web=True)
NARROW = Look(400.0, 16.0, is_web=True)  # on a phone
PRINT = Look(493.2, 7.8, is_web=False)  # points: the 174 mm of a page


def painted(role: Role, look: Look, name: str) -> dict[str, str]:
    """Attributes of a mark. A hatched one names its pattern in both renderings: a style sheet cannot know it."""
    hatched = {"fill": f"url(#{name}-{role})"} if role in HATCHED else {}
    if look.is_web:
        return {"class": role, **hatched}
    return {**_paint(role, look), **hatched}


HATCHED = {Role.LATE: EARTH, Role.HOPE: GREEN}
_LINES = {
    Role.GRID: (RULE, 0.05, ""),
    Role.GROUND: (INK, 0.06, ""),
    Role.LINK: (FIRM, 0.09, ""),
    Role.OUTSIDE: (EARTH, 0.12, "0.4 0.3"),
    Role.TODAY: (INK, 0.12, ""),
    Role.LATE: (EARTH, 0.08, ""),
    Role.HOPE: (GREEN, 0.08, ""),
    Role.GAP: (EARTH, 0.1, "0.4 0.3"),
    Role.APART: (INK, 0.08, ""),
    Role.HELD: (GREEN, 0.18, ""),
    Role.PLANNED: (GREEN, 0.18, ""),
    Role.SUGGESTED: (GREEN, 0.13, "0.28 0.2"),
    Role.AREA: (GREEN, 0.14, ""),
    Role.TRACE: (GREEN, 0.2, ""),
}
_FILLS = {
    Role.PAST: GREEN,
    Role.FUTURE: PALE,
    Role.HELD: GREEN,
    Role.PLANNED: PAPER,
    Role.SUGGESTED: PAPER,
    Role.NEED: SOFT,
    Role.CLEAR: PAPER,
    Role.HAVE: GREEN,
    Role.GAP: "none",
    Role.APART: "none",
    Role.TINT: TINT,
    Role.AREA: PALE,
    Role.TRACE: "none",
    Role.COMMUNE: FIRM,
}
_ON_MAPS = frozenset({Role.PLACE_LABEL, Role.COMMUNE_LABEL, Role.GROUP_LABEL})
_BOLD = frozenset({Role.TODAY_LABEL, Role.STRONG_ROW, Role.STRONG_AMOUNT})
_TEXTS = {Role.ROW: INK, Role.STRONG_ROW: INK, Role.AMOUNT: INK, Role.STRONG_AMOUNT: INK, Role.OUTSIDE_LABEL: EARTH, Role.TODAY_LABEL: INK}


def _paint(role: Role, look: Look) -> dict[str, str]:
    if role is Role.MONTH:
        return {"font-family": _SERIF, "font-style": "italic", "font-size": written(look.month), "fill": SOFT}
    if role in _ON_MAPS:
        return _on_a_map(role, look)
    if role in _TEXTS or role is Role.DOT_LABEL:
        return _lettered(role, look)
    found = {"fill": _FILLS[role]} if role in _FILLS else {}
    if role in _LINES:
        colour, thickness, dashes = _LINES[role]
        found |= {"stroke": colour, "stroke-width": written(thickness * look.text)}
        if dashes:
            found["stroke-dasharray"] = " ".join(written(float(dash) * look.text) for dash in dashes.split())
    return found


def _on_a_map(role: Role, look: Look) -> dict[str, str]:
    """With a line of paper around each letter: names stand on borders."""
    around = {"stroke": PAPER, "stroke-width": written(0.25 * look.text), "paint-order": "stroke", "stroke-linejoin": "round"}
    if role is Role.GROUP_LABEL:
        return {"font-family": _SERIF, "font-style": "italic", "font-size": written(look.text), "fill": SOFT, **around}
    size, colour = (look.small, SOFT) if role is Role.COMMUNE_LABEL else (look.text, INK)
    return {"font-family": _SANS, "font-size": written(size), "fill": colour, **around}


def _lettered(role: Role, look: Look) -> dict[str, str]:
    found = {"font-family": _SANS, "font-size": written(look.text), "fill": _TEXTS.get(role, INK)}
    return {**found, "font-weight": "700"} if role in _BOLD else found


def written(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
