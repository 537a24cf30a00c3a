"""How much room a printed page still has, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.typesetting.sheet_paper import Fit


def card_room(fit: Fit) -> str:
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
