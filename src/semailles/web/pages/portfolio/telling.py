"""The projects that are shown, in one sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.projects.enums import Maturity
from semailles.projects.models import ProjectCommitment
from semailles.projects.portfolio import PortfolioRow, Summary
from semailles.workshop.enums import Level


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


@dataclass(frozen=True, slots=True)
class Line:
    """A row in words. `others`: how much is missing beside the first thing."""

    row: PortfolioRow
    step: str
    holders: tuple[tuple[ProjectCommitment, str], ...]
    others: str


def line(row: PortfolioRow) -> Line:
    """Labels are asked of the lists of words themselves: Django reads a whole list again for each."""
    count = len(row.attained.missing) - 1
    return Line(
        row=row,
        step=str(Maturity(row.project.maturity).label),
        holders=tuple((held, str(Level(held.level).label)) for held in row.holders),
        others=ngettext("and %(n)s other", "and %(n)s others", count) % {"n": count} if count > 0 else "",
    )
