"""Look of the DOCX: faces that every office suite has, the book's colours, and the characters that XML allows."""

import re

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

INK, SOFT = RGBColor(0x23, 0x21, 0x1C), RGBColor(0x57, 0x53, 0x4A)
GREEN, WARNING = RGBColor(0x2C, 0x5A, 0x38), RGBColor(0x97, 0x40, 0x1A)
TEAMS = tuple(RGBColor.from_string(colour) for colour in "2A5A86 7B3260 775C00 14635F 5A4A9C 6B5036 A02F4A 4A5866".split())
_SERIF, _SANS = "Georgia", "Calibri"
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# name: face, size, space before, space after, colour, bold, italic
_STYLES = {
    "Normal": (_SERIF, 10, 0, 4, INK, False, False),
    "Title": (_SERIF, 32, 90, 6, INK, False, False),
    "Subtitle": (_SERIF, 16, 0, 120, GREEN, False, True),
    "Heading 1": (_SERIF, 20, 0, 8, INK, False, False),
    "Heading 2": (_SERIF, 12.5, 7, 2, GREEN, True, False),
    "Heading 3": (_SERIF, 11, 8, 2, INK, True, False),
    "Quote": (_SERIF, 10, 0, 2, INK, False, True),
    "Intense Quote": (_SERIF, 13, 0, 9, INK, False, True),
    "List Bullet": (_SERIF, 10, 0, 3, INK, False, False),
    "Caption": (_SANS, 9, 0, 6, SOFT, False, False),
    "Header": (_SANS, 8.5, 0, 0, SOFT, False, False),
    "Footer": (_SANS, 9, 0, 0, SOFT, False, False),
    "TOC 1": (_SERIF, 11, 0, 4, INK, False, False),
    "Contents Heading": (_SERIF, 22, 0, 10, INK, False, False),
    "Table Text": (_SANS, 9.5, 2, 2, INK, False, False),
    "Table Small": (_SANS, 8, 1, 1, INK, False, False),
    "Table Foot": (_SANS, 6, 0, 4, INK, False, False),
    "Idea": (_SANS, 9.5, 0, 2, INK, False, False),
    "Aside": (_SANS, 9.5, 0, 2, INK, False, False),
    "To Complete": (_SANS, 10.5, 9, 4, WARNING, True, False),
}


def drawable(text: str) -> str:
    """`text` without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def dressed(document: Document, language: str) -> None:
    """A4, the house's styles, and the language of proofing."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name in _STYLES:
        _style(document, name)
    _speak(document, language)
    _shape(document)


def _style(document: Document, name: str) -> None:
    face, size, before, after, colour, bold, italic = _STYLES[name]
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    style.font.name, style.font.size, style.font.bold, style.font.italic = face, Pt(size), bold, italic
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    fonts.set(qn("w:cs"), face)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _shape(document: Document) -> None:
    styles = document.styles
    for name in ("Title", "Intense Quote"):
        _without_borders(styles[name])
    styles["Intense Quote"].paragraph_format.left_indent = Cm(0)
    styles["Quote"].paragraph_format.left_indent = Cm(0.6)
    styles["Idea"].paragraph_format.left_indent = Cm(1.2)
    styles["Idea"].paragraph_format.first_line_indent = Cm(-1.2)
    styles["Idea"].paragraph_format.tab_stops.add_tab_stop(Cm(1.2))
    styles["TOC 1"].paragraph_format.tab_stops.add_tab_stop(Cm(16.6), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Quote", "To Complete"):
        styles[name].paragraph_format.keep_with_next = True
    _ruled(styles["Table Grid"])


def _without_borders(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for found in properties.findall(qn("w:pBdr")):
        properties.remove(found)


def _ruled(style: BaseStyle) -> None:
    """Thin straw-coloured rules, none at the sides."""
    borders = style.element.find(f".//{qn('w:tblBorders')}")
    for line in borders:
        line.set(qn("w:color"), "D8D0BD")
        if line.tag in (qn("w:left"), qn("w:right")):
            line.set(qn("w:val"), "nil")


def _speak(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    told = defaults.find(f".//{qn('w:lang')}")
    told.set(qn("w:val"), language)
    told.set(qn("w:eastAsia"), language)
