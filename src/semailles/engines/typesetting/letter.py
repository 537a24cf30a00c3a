"""A letter to be signed, on one page: PDF, and the same to be edited."""

from dataclasses import asdict, dataclass

from docx import Document

from semailles.engines.typesetting.printing import compiled
from semailles.engines.typesetting.tree import Printed
from semailles.engines.typesetting.word import FIXED, stable


@dataclass(frozen=True, slots=True)
class Letter:
    """`blanks`: what the signatory fills by hand, each with a line."""

    lang: str
    title: str
    sender: str
    about: str
    paragraphs: tuple[str, ...]
    blanks: tuple[str, ...]
    notice: str


def letter_pdf(letter: Letter) -> Printed:
    return compiled("letter.typ", asdict(letter))[0]


def letter_docx(letter: Letter) -> bytes:
    """The same letter gives the same bytes."""
    document = Document()
    document.core_properties.title, document.core_properties.author = letter.title[:255], letter.sender[:255]
    document.add_heading(letter.title, 1)
    for text in (letter.sender, letter.about, *letter.paragraphs):
        document.add_paragraph(text)
    for label in letter.blanks:
        document.add_paragraph(f"{label} ______________________________")
    document.add_paragraph(letter.notice)
    about = document.core_properties
    about.created = about.modified = FIXED
    return stable(document)
