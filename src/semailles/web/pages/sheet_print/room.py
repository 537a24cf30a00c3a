"""How much room a printed page still has, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.typesetting.project_pages import Form
from semailles.engines.typesetting.sheet_paper import Fit
from semailles.projects.enums import Note, Section
from semailles.projects.models import Project
from semailles.publication.one_sheet import MOST_LINES, fits, is_far_too_long

SIGNS_A_LINE, ROUNDED = 75, 50
# The page that holds each text; those of a margin share it with what the program writes there.
PAGES: dict[Section | Note, int] = {
    **dict.fromkeys((Section.DESCRIPTION, Section.AUDIENCE, Section.PLACE, Note.LIMITS), 1),
    **dict.fromkeys((Section.STAKES, Section.OBSERVATION, Section.EXAMPLES), 2),
    **dict.fromkeys((Note.PEOPLE, Note.FLOWS, Note.POTENTIAL, Note.SAVINGS), 2),
    Section.LAUNCH: 3,
}
IN_MARGIN = frozenset({Section.PLACE, Note.PEOPLE, Note.FLOWS, Note.POTENTIAL, Note.SAVINGS})


@dataclass(frozen=True, slots=True)
class Room:
    sentences: tuple[str, ...]
    is_too_long: bool


def room_of(project: Project, slot: Section | Note, text: str, *, on: date) -> Room:
    """With `text` under `slot`, and the rest of the sheet as it is kept."""
    if is_far_too_long(text):
        return Room(
            (_("This text is far too long: more than %(n)d lines, that is more than four printed pages.") % {"n": MOST_LINES},), True
        )
    found = fits(project, Form.CARD if slot is Note.SUMMARY else Form.FOUR, on=on, slot=slot, text=text)
    if found is None:
        return Room((not_measured(),), False)
    if slot is Note.SUMMARY:
        return Room((card_room(found[0]),), found[0].lines < 0)
    return Room(tuple(_said(found, slot)), any(fit.lines < 0 for fit in found))


def not_measured() -> str:
    return _("The room that is left was not measured: a text of this sheet is far too long, or cannot be printed as it stands.")


def card_room(fit: Fit | None) -> str:
    if fit is None:
        return not_measured()
    if fit.lines < 0:
        return ngettext(
            "Too long for the card by %(n)d line: it takes twenty at most.",
            "Too long for the card by %(n)d lines: it takes twenty at most.",
            -fit.lines,
        ) % {"n": -fit.lines}
    if fit.lines == 0:
        return _("The card is full: twenty lines.")
    return ngettext("It holds on the card: room for %(n)d more line.", "It holds on the card: room for %(n)d more lines.", fit.lines) % {
        "n": fit.lines
    }


def _said(found: Sequence[Fit], slot: Section | Note) -> Iterator[str]:
    """Its own page first, then the others that do not hold."""
    own = next(fit for fit in found if fit.page == PAGES[slot])
    yield _own_page(own, len(found), slot)
    for fit in found:
        if fit is not own and fit.lines < 0:
            yield _too_long(fit, len(found))


def _own_page(fit: Fit, count: int, slot: Section | Note) -> str:
    place = {"page": fit.page, "count": count}
    if fit.lines < 0:
        return _too_long(fit, count)
    if slot in IN_MARGIN:
        return _("Page %(page)d of %(count)d holds.") % place
    if fit.lines == 0:
        return _("Page %(page)d of %(count)d is full.") % place
    signs = fit.lines * SIGNS_A_LINE // ROUNDED * ROUNDED
    return ngettext(
        "Page %(page)d of %(count)d holds: room for about %(n)d more line, %(signs)d signs.",
        "Page %(page)d of %(count)d holds: room for about %(n)d more lines, %(signs)d signs.",
        fit.lines,
    ) % {**place, "n": fit.lines, "signs": signs}


def _too_long(fit: Fit, count: int) -> str:
    return ngettext(
        "Page %(page)d of %(count)d is too long by %(mm)d mm, about %(n)d line.",
        "Page %(page)d of %(count)d is too long by %(mm)d mm, about %(n)d lines.",
        -fit.lines,
    ) % {"page": fit.page, "count": count, "mm": -int(-fit.excess // 1), "n": -fit.lines}
