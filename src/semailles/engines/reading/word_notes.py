"""Footnotes, endnotes and comments of a Word document, given where they are called."""

from docx.document import Document
from lxml.etree import _Element

from semailles.engines.reading.packages import parsed
from semailles.engines.reading.word_styles import qualified
from semailles.engines.reading.word_text import is_in_box, text_of

_CALLS = {
    qualified("w:footnoteReference"): ("footnotes", qualified("w:footnote")),
    qualified("w:endnoteReference"): ("endnotes", qualified("w:endnote")),
    qualified("w:commentReference"): ("comments", qualified("w:comment")),
}


class WordNotes:
    """The notes by kind and identifier."""

    def __init__(self, document: Document) -> None:
        self._texts: dict[tuple[str, str | None], str] = {}
        for relation in document.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1]
            tags = [tag for name, tag in _CALLS.values() if name == kind]
            if tags and not relation.is_external:
                self._learn(kind, parsed(relation.target_part.blob), tags[0])

    def called_in(self, paragraph: _Element) -> list[str]:
        """The texts of the notes called in a paragraph, in order."""
        calls = (call for call in paragraph.iter(*_CALLS) if not is_in_box(call, paragraph))
        keys = [(_CALLS[call.tag][0], call.get(qualified("w:id"))) for call in calls]
        return [self._texts[key] for key in keys if key in self._texts]

    def _learn(self, kind: str, root: _Element, tag: str) -> None:
        for note in root.iter(tag):
            paragraphs = (text_of(paragraph) for paragraph in note.iter(qualified("w:p")))
            self._texts[kind, note.get(qualified("w:id"))] = " ".join(paragraphs)
