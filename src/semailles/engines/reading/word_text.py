"""The words of Word paragraphs as people see them: insertions kept; deletions, hidden words and invitations to type left out."""

from collections.abc import Iterator

from lxml.etree import _Element

from semailles.engines.reading.raised import raised
from semailles.engines.reading.word_styles import is_on, qualified

SKIPPED = frozenset(
    qualified(name)
    for name in (
        "w:del",
        "w:moveFrom",
        "w:txbxContent",
        "mc:Fallback",
        "w:pPr",
        "w:rPr",
        "w:sdtPr",
        "w:instrText",
        "wp:align",
        "wp:posOffset",
    )
)
_BREAKS = {qualified("w:tab"): "\t", qualified("w:br"): "\n", qualified("w:cr"): "\n", qualified("w:noBreakHyphen"): "-"}
_T, _R, _SDT, _BOX, _COPY = (qualified(name) for name in ("w:t", "w:r", "w:sdt", "w:txbxContent", "mc:Fallback"))
_HIDDEN = f"{qualified('w:rPr')}/{qualified('w:vanish')}"
_RAISED = f"{qualified('w:rPr')}/{qualified('w:vertAlign')}"
_PROMPT = f"{qualified('w:sdtPr')}/{qualified('w:showingPlcHdr')}"
_JOINS = f"{qualified('w:pPr')}/{qualified('w:rPr')}/{qualified('w:del')}"


def text_of(element: _Element) -> str:
    """Tabs and forced breaks as themselves; field codes and text boxes are not of the text."""
    pieces: list[str] = []
    stack = [element]
    while stack:
        current = stack.pop()
        tag = current.tag
        if tag == _T:
            pieces.append(current.text or "")
        elif tag in _BREAKS:
            pieces.append(_BREAKS[tag])
        elif tag == _R and _is_raised(current):
            pieces.append(raised("".join(text.text or "" for text in current.iter(_T)), "".join(pieces[-2:])))
        elif not (tag in (_R, _SDT) and _is_unseen(current)):
            stack.extend(child for child in reversed(current) if child.tag not in SKIPPED)
    return "".join(pieces)


def text_boxes(element: _Element) -> Iterator[_Element]:
    """The boxes right under an element, each once: not the copy kept for older programs, not those inside another box."""
    for box in element.iter(_BOX):
        if not is_in_box(box, element):
            yield box


def is_in_box(inner: _Element, outer: _Element) -> bool:
    """Between the two stands a box, which is read by itself, or the copy of one."""
    for ancestor in inner.iterancestors():
        if ancestor is outer:
            return False
        if ancestor.tag in (_BOX, _COPY):
            return True
    return False


def goes_on_in_next(paragraph: _Element) -> bool:
    """Somebody deleted the mark between this paragraph and the next, under tracked changes."""
    return paragraph.find(_JOINS) is not None


def _is_raised(run: _Element) -> bool:
    """Typed above the line, and of words only."""
    place = run.find(_RAISED)
    return place is not None and place.get(qualified("w:val")) == "superscript" and not is_on(run.find(_HIDDEN))


def _is_unseen(element: _Element) -> bool:
    """A run of hidden words, or a field where nobody typed yet."""
    if element.tag == _R:
        return is_on(element.find(_HIDDEN))
    return is_on(element.find(_PROMPT))
