"""A title that people write on the map."""

from django.utils.translation import gettext as _

from semailles.convergence.errors import TitleRefused

LONGEST_TITLE = 300
QUOTED = 60


def title_as_typed(typed: str) -> str:
    """ "" when none was; refused rather than cut."""
    title = typed.strip()
    if "\0" in title:
        raise TitleRefused(_("Null characters are not allowed in a title: type it again."))
    if len(title) > LONGEST_TITLE:
        sentence = _("« %(title)s… » is too long for a title: at most %(most)d characters (it has %(length)d).")
        raise TitleRefused(sentence % {"title": title[:QUOTED], "most": LONGEST_TITLE, "length": len(title)})
    return title
