"""Setting text in a box without its font: widths of a usual sans, lines that break where they must, a size that fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

# Widths in thousandths of the size, by class of signs; bold is a little wider.
_WIDTHS = (
    ("ijl|.,:;'’!ıíìîï`", 270),
    ("frtI()[]{}/\\-‐‑ \u00a0", 330),
    ('szck“”"°', 500),
    ("mwMW@%—…", 880),
    ("ABCDEFGHJKLNOPQRSTUVXYZÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ&", 690),
)
_USUAL, _BOLD = 556, 1.06
_LEADING, _ASCENT, _BETWEEN = 1.2, 0.98, 0.25  # in sizes: of a line, from its top to its baseline, between paragraphs
_SMALLEST = 9.0  # points: a box overfull beyond this runs over its foot
_MOST_SIGNS = 4000  # of one paragraph
_BULLET_ROOM = 1.1  # in sizes


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they are to be set. `level`: depth of a list entry, from 1; 0 elsewhere. `align`: start, middle, end. `ends`: a paragraph, and not a forced line."""

    text: str
    size: float
    bold: bool = False
    level: int = 0
    align: str = "start"
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """Text set at `x`, on the baseline `y`, `width` wide."""

    text: str
    x: float
    y: float
    width: float
    size: float
    bold: bool = False
    opens_entry: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    return sum(map(_sign_width, text)) * size / 1000 * (_BOLD if bold else 1)


@lru_cache(maxsize=2048)
def _sign_width(sign: str) -> int:
    return next((width for signs, width in _WIDTHS if sign in signs), _USUAL)


def set_in(box: Box, paragraphs: Sequence[Words], *, anchor: str = "t") -> list[Line]:
    """The lines of a box: as wanted when they fit, else smaller. `anchor`: t, ctr or b."""
    scale, lines, tall = 1.0, *_set(box, paragraphs)
    largest = max((one.size for one in paragraphs), default=0.0)
    while tall > box.height and largest * scale > _SMALLEST:
        scale -= 0.05
        lines, tall = _set(box, [replace(one, size=one.size * scale) for one in paragraphs])
    spare = max(box.height - tall, 0.0)
    shift = {"ctr": spare / 2, "b": spare}.get(anchor, 0.0)
    return [replace(line, y=round(line.y + shift, 1)) for line in lines]


def _set(box: Box, paragraphs: Sequence[Words]) -> tuple[list[Line], float]:
    lines: list[Line] = []
    y = bottom = box.y
    for paragraph in paragraphs:
        indent = paragraph.size * _BULLET_ROOM * paragraph.level
        room = max(box.width - indent, paragraph.size)
        for rank, text in enumerate(wrapped(paragraph.text[:_MOST_SIGNS], room, paragraph.size, bold=paragraph.bold)):
            wide = width_of(text, paragraph.size, bold=paragraph.bold)
            x = box.x + indent + {"middle": (room - wide) / 2, "end": room - wide}.get(paragraph.align, 0.0)
            opens = rank == 0 and paragraph.level > 0
            baseline = y + paragraph.size * _ASCENT
            lines.append(Line(text, round(x, 1), round(baseline, 1), round(wide, 1), round(paragraph.size, 1), paragraph.bold, opens))
            y += paragraph.size * _LEADING
        bottom = y
        y += paragraph.size * _BETWEEN if paragraph.ends else 0.0
    return lines, bottom - box.y


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines no wider than `room`; a word that is wider by itself is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= room:
            line = longer
            continue
        lines += [line] if line else []
        *whole, line = _cut(word, room, size, bold=bold)
        lines += whole
    return [*lines, line] if line else lines


def _cut(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    if width_of(word, size, bold=bold) <= room:
        return [word]
    fits = max(1, int(room / (size * _USUAL / 1000)))
    return [word[at : at + fits] for at in range(0, len(word), fits)]
