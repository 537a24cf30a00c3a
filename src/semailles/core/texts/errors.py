"""Saying no to a writer, without losing a word."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.texts.merge import Merged, merge
from semailles.core.texts.owners import slot_title

if TYPE_CHECKING:
    from semailles.core.models import SectionDraft, SectionVersion, TextSection

LONGEST_TEXT = 100_000  # signs: a book's worth of pages is no section


class EditConflict(Refusal):
    """Somebody else saved first. `mine` is kept as a draft; `proposal` is what to begin with in the merge screen."""

    def __init__(self, *, base: str, mine: "SectionDraft", theirs: "SectionVersion") -> None:
        section = theirs.section
        named = {"person": str(theirs.by), "section": slot_title(section.owner_kind, section.slot)}
        super().__init__(_("%(person)s changed « %(section)s » while you were writing. Your text is kept: bring the two together.") % named)
        self.base, self.mine, self.theirs = base, mine, theirs

    @property
    def proposal(self) -> Merged:
        return merge(self.base, self.mine.text, self.theirs.text)


class TextTooLong(Refusal):
    def __init__(self, section: "TextSection", length: int) -> None:
        named = {"section": slot_title(section.owner_kind, section.slot), "length": length, "most": LONGEST_TEXT}
        super().__init__(_("« %(section)s » holds %(length)d signs, %(most)d at most: cut it, or attach a document.") % named)
