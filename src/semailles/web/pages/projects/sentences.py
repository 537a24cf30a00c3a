"""What the list of sheets says in words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.projects.enums import Maturity, Section
from semailles.projects.sheets import SheetRow
from semailles.publication.words import listed

CARRIED = list(Maturity)[list(Maturity).index(Maturity.CARRIED) :]


def lede(rows: Sequence[SheetRow]) -> str:
    """How many sheets, how many carried, how much of them is written."""
    carried = sum(1 for row in rows if row.project.maturity in CARRIED)
    filled, wanted = sum(len(row.filled) for row in rows), len(rows) * len(Section)
    drafts = ngettext(
        "%(n)d draft sheet, drawn from the strongest convergence.", "%(n)d draft sheets, drawn from the strongest convergences.", len(rows)
    )
    by_whom = (
        ngettext("%(n)d has somebody to carry it;", "%(n)d have somebody to carry them;", carried)
        if carried
        else _("None has anybody to carry it yet;")
    )
    written = _("the words of the teams fill %(filled)d headings out of %(wanted)d.") % {"filled": filled, "wanted": wanted}
    return " ".join([drafts % {"n": len(rows)}, by_whom % {"n": carried}, written])


def next_missing(row: SheetRow) -> str:
    """The first thing to find, and the headings that nobody's words fill."""
    found = [] if row.project.maturity in CARRIED else [_("somebody to carry it")]
    return listed([*found, *(str(section.label) for section in row.empty)]) or _("nothing that the program knows of")
