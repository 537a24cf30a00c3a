"""The text of OpenDocument paragraphs: spaces and breaks are elements there, notes and boxes live inside."""

from collections.abc import Iterator
from itertools import takewhile

from lxml.etree import _Element

from semailles.engines.reading.writer_styles import qualified

_LINE_BREAK, _TAB, _SPACE = qualified("text:line-break"), qualified("text:tab"), qualified("text:s")
_BOXES = tuple(
    qualified(f"draw:{name}") for name in ("text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption")
)
_APART = frozenset(_BOXES) | frozenset(
    qualified(name)
    for name in (
        "text:note",
        "office:annotation",
        "draw:frame",
        "draw:g",
        "text:ruby-text",
        "text:bookmark",
        "svg:title",
        "svg:desc",
        "presentation:notes",
    )
)


def text_of(element: _Element) -> str:
    """What people see in a paragraph, without its notes, comments and boxes."""
    return "".join(_pieces(element))


def notes_in(paragraph: _Element) -> Iterator[str]:
    """Footnotes, endnotes and comments anchored in a paragraph."""
    for note in paragraph.iter(qualified("text:note-body"), qualified("office:annotation")):
        if not _is_in_box(note, paragraph):
            yield " ".join(text_of(line) for line in note.iter(qualified("text:p")))


def text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """Each box once, those inside another with it."""
    for box in paragraph.iter(*_BOXES):
        if not _is_in_box(box, paragraph):
            yield box


def is_beside(inner: _Element, outer: _Element) -> bool:
    """Inside a note, a comment or a box of the outer element: no part of its own text."""
    return any(ancestor.tag in _APART for ancestor in _between(inner, outer))


def _is_in_box(inner: _Element, outer: _Element) -> bool:
    return any(ancestor.tag in _BOXES for ancestor in _between(inner, outer))


def _between(inner: _Element, outer: _Element) -> Iterator[_Element]:
    return takewhile(lambda ancestor: ancestor is not outer, inner.iterancestors())


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == _LINE_BREAK:
            yield "\n"
        elif child.tag in (_TAB, _SPACE):
            yield "\t" if child.tag == _TAB else " "
        elif child.tag not in _APART:
            yield from _pieces(child)
        yield child.tail or ""
