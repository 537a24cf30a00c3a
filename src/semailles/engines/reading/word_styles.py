"""What a Word paragraph is by its style, its outline level and its numbering, in any language of Word."""

import re
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import nsmap
from lxml.etree import _Element

_EXTRA = {"mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_HEADING = re.compile(r"(?:heading|titre|title|überschrift|título|titolo|kop)[ _-]?([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titre(?: principal)?)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|tm|table of figures|table des illustrations)[ _-]?[1-9]?$", re.IGNORECASE)
_LIST = re.compile(
    r"(?:list bullet|list number|liste à puces|liste à numéros|listepuces|listenumros|listbullet|listnumber)[ _-]?([1-9])?$", re.IGNORECASE
)
_OFF = frozenset({"0", "false", "off", "none"})


def qualified(name: str) -> str:
    """« w:p » → the name lxml knows."""
    prefix, tag = name.split(":")
    return f"{{{nsmap.get(prefix) or _EXTRA[prefix]}}}{tag}"


def is_on(element: _Element | None, *, default: bool = False) -> bool:
    """A toggle of Word: present means on, unless its value says no."""
    if element is None:
        return default
    return (element.get(qualified("w:val")) or "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the layout says. `heading` and `item`: a level from 1, or 0."""

    is_title: bool = False
    heading: int = 0
    item: int = 0
    is_numbered: bool = False
    is_contents: bool = False


class WordStyles:
    """The styles of one document, each looked at once."""

    def __init__(self, document: Document) -> None:
        self._styles = {style.get(qualified("w:styleId")): style for style in document.styles.element.iter(qualified("w:style"))}
        self._known: dict[str | None, Drawn] = {}
        self._bold: dict[str | None, bool] = {}
        self._default = _default_style(document)
        self._numbering = _Numbering(document)

    def drawn(self, paragraph: _Element) -> Drawn:
        """The paragraph's own outline level and numbering come before its style's."""
        style = self._style_id(paragraph)
        if style not in self._known:
            self._known[style] = self._drawn_by_style(style)
        known = self._known[style]
        outline = _own_outline(paragraph)
        if known.is_contents:
            return known
        if known.is_title or known.heading or outline:
            return Drawn(known.is_title and not outline, outline or known.heading)
        numbering = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:numPr')}")
        if numbering is None:
            return known
        return self._numbering.drawn(numbering, known.item or 1)

    def is_bold(self, paragraph: _Element) -> bool:
        """Bold by its style."""
        style = self._style_id(paragraph)
        if style not in self._bold:
            marks = (link.find(f"{qualified('w:rPr')}/{qualified('w:b')}") for link in self._chain(style))
            self._bold[style] = is_on(next((mark for mark in marks if mark is not None), None))
        return self._bold[style]

    def _style_id(self, paragraph: _Element) -> str | None:
        style = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
        return style.get(qualified("w:val")) if style is not None else self._default

    def _chain(self, style: str | None) -> list[_Element]:
        """A style and those it is based on; a loop ends it."""
        chain: list[_Element] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            based_on = chain[-1].find(qualified("w:basedOn"))
            style = based_on.get(qualified("w:val")) if based_on is not None else None
        return chain

    def _drawn_by_style(self, style: str | None) -> Drawn:
        for link in self._chain(style):
            named = _drawn_by_name(_names(link)) or _drawn_by_outline(link)
            if named:
                return named
            numbering = link.find(f"{qualified('w:pPr')}/{qualified('w:numPr')}")
            if numbering is not None:
                return self._numbering.drawn(numbering, 1)
        return Drawn()


class _Numbering:
    """Which numberings count (1. 2. 3.) and which only mark (•)."""

    def __init__(self, document: Document) -> None:
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering") and not rel.is_external), None
        )
        root = part.element if part is not None and hasattr(part, "element") else None
        self._formats = _formats(root) if root is not None else {}

    def drawn(self, numbering: _Element, level: int) -> Drawn:
        identifier, depth = (numbering.find(qualified(name)) for name in ("w:numId", "w:ilvl"))
        number = identifier.get(qualified("w:val")) if identifier is not None else None
        if number == "0":
            return Drawn()
        rank = depth.get(qualified("w:val")) if depth is not None else None
        at = int(rank) + 1 if rank and rank.isdigit() else level
        return Drawn(item=at, is_numbered=self._formats.get((number, str(at - 1)), "bullet") not in ("bullet", "none"))


def _formats(root: _Element) -> dict[tuple[str | None, str | None], str]:
    abstract: dict[str | None, dict[str | None, str]] = {}
    for definition in root.iter(qualified("w:abstractNum")):
        levels = abstract.setdefault(definition.get(qualified("w:abstractNumId")), {})
        for level in definition.iter(qualified("w:lvl")):
            form = level.find(qualified("w:numFmt"))
            levels[level.get(qualified("w:ilvl"))] = (form.get(qualified("w:val")) if form is not None else None) or "decimal"
    formats: dict[tuple[str | None, str | None], str] = {}
    for instance in root.iter(qualified("w:num")):
        link = instance.find(qualified("w:abstractNumId"))
        levels = abstract.get(link.get(qualified("w:val")), {}) if link is not None else {}
        formats.update({(instance.get(qualified("w:numId")), level): form for level, form in levels.items()})
    return formats


def _default_style(document: Document) -> str | None:
    for style in document.styles.element.iter(qualified("w:style")):
        if style.get(qualified("w:default")) == "1" and style.get(qualified("w:type")) == "paragraph":
            return str(style.get(qualified("w:styleId")))
    return None


def _names(style: _Element) -> list[str]:
    name = style.find(qualified("w:name"))
    return [(name.get(qualified("w:val")) or "") if name is not None else "", style.get(qualified("w:styleId")) or ""]


def _drawn_by_name(names: list[str]) -> Drawn | None:
    for name in names:
        if _TITLE.match(name):
            return Drawn(is_title=True)
        if _CONTENTS.match(name):
            return Drawn(is_contents=True)
        heading, entry = _HEADING.match(name), _LIST.match(name)
        if heading:
            return Drawn(heading=int(heading.group(1)))
        if entry:
            return Drawn(
                item=int(entry.group(1) or 1), is_numbered=name.lower().startswith(("list number", "listnumber", "liste à num", "listenum"))
            )
    return None


def _drawn_by_outline(style: _Element) -> Drawn | None:
    level = _own_outline(style)
    return Drawn(heading=level) if level else None


def _own_outline(element: _Element) -> int:
    """w:outlineLvl counts from 0; 9 means body text."""
    outline = element.find(f"{qualified('w:pPr')}/{qualified('w:outlineLvl')}")
    value = outline.get(qualified("w:val")) if outline is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < 9 else 0  # noqa: PLR2004 - 9 is body text
