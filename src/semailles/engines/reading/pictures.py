"""Pages and slides as pictures, and where words stand on them. Pure: bytes in, bytes out.

    HAS_PICTURES                                       the kinds whose pages can be drawn
    sizes(kind, content)                               width and height of each page, in points
    picture(kind, content, number)                     one page, from 1: PNG of a PDF page, our own SVG of a slide
    illustration(content)                              a picture that people show, as it is kept: see `illustrations`
    marks(kind, content, number, passage, start, end)  rectangles under `passage[start:end]`, by page: a passage may go on over the next one

Raise `UnreadableError`, and nothing else. Each family's library is imported when its first picture is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from semailles.engines.reading.document import Reason, UnreadableError

_FAMILIES = {
    "pdf": "pictured_pdf",
    "pptx": "pictured_slides",
    **dict.fromkeys(("png", "jpeg", "tiff", "heic", "webp"), "pictured_photographs"),
}
HAS_PICTURES = frozenset(_FAMILIES)
Sizes = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Picture:
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle under words, in points from the top left corner of the page as it is shown."""

    x: float
    y: float
    width: float
    height: float


def sizes(kind: str, content: bytes) -> Sizes:
    found: Sizes = _asked(kind, "sizes", content)
    return found


def picture(kind: str, content: bytes, number: int) -> Picture:
    drawn: Picture = _asked(kind, "picture", content, number)
    return drawn


def marks(kind: str, content: bytes, number: int, passage: str, span: tuple[int, int]) -> Mapping[int, tuple[Mark, ...]]:
    found: Mapping[int, tuple[Mark, ...]] = _asked(kind, "marks", content, number, passage, span)
    return found


def illustration(content: bytes) -> Picture:
    kept: Picture = _walled("illustrations", "illustration", content)
    return kept


def _asked(kind: str, name: str, content: bytes, *arguments: object) -> Any:
    if kind not in HAS_PICTURES:
        raise UnreadableError(Reason.UNKNOWN_FORMAT)
    return _walled(_FAMILIES[kind], name, content, *arguments)


def _walled(module: str, name: str, content: bytes, *arguments: object) -> Any:
    """Behind the same wall as reading: what a foreign library raises is a damaged file."""
    family = import_module(f"semailles.engines.reading.{module}")
    try:
        return getattr(family, name)(content, *arguments)
    except UnreadableError:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the same reason as in opening.read: parsers raise anything, Rust's PanicException too
        raise UnreadableError(Reason.DAMAGED, {"error": type(error).__name__}) from error
