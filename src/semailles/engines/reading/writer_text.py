"""The text of OpenDocument paragraphs: spaces and breaks are elements there, notes and boxes live inside."""

from collections.abc import Iterator

from lxml.etree import _Element

from semailles.engines.reading.writer_styles import qualified

_LINE_BREAK, _TAB, _SPACE = qualified("text:line-break"), qualified("text:tab"), qualified("text:s")
_APART = frozenset(
    qualified(name)
    for name in (
        "text:note",
        "office:annotation",
        "draw:frame",
        "draw:custom-shape",
        "draw:text-box",
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
        yield " ".join(text_of(line) for line in note.iter(qualified("text:p")))


def text_boxes(paragraph: _Element) -> Iterator[_Element]:
    for box in paragraph.iter(qualified("draw:text-box"), qualified("draw:custom-shape")):
        if not any(ancestor.tag in (qualified("draw:text-box"), qualified("draw:custom-shape")) for ancestor in box.iterancestors()):
            yield box


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
