"""The projects that are shown, in one sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.projects.portfolio import PortfolioRow, Summary


def told(count: int, found: Summary) -> str:
    """What is none is not said."""
    parts = (
        (ngettext("%(n)d draft that nobody took up", "%(n)d drafts that nobody took up", found.drafts), found.drafts),
        (ngettext("%(n)d carried", "%(n)d carried", found.carried), found.carried),
        (ngettext("%(n)d with nobody", "%(n)d with nobody", found.alone), found.alone),
        (ngettext("%(n)d stopped", "%(n)d stopped", found.stopped), found.stopped),
        (ngettext("%(n)d with its costs", "%(n)d with their costs", found.costed), found.costed),
    )
    projects = ngettext("%(n)d project", "%(n)d projects", count) % {"n": count}
    said = [words % {"n": many} for words, many in parts if many]
    return _("%(projects)s: %(parts)s.") % {"projects": projects, "parts": ", ".join(said)} if said else f"{projects}."


def others(row: PortfolioRow) -> str:
    """What is missing beside the first thing."""
    count = len(row.attained.missing) - 1
    return ngettext("and %(n)s other", "and %(n)s others", count) % {"n": count} if count > 0 else ""
