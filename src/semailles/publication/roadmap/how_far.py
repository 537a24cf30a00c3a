"""How far the projects have come, on the page for someone in a hurry: drafts that documents speak of, or projects that people carry."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.typesetting import tree
from semailles.publication.carried import Carried, CarriedView
from semailles.publication.views import Snapshot

WRITTEN = 5  # the rung from which a paper shows the commitment


def sheets_title(carried: Carried) -> str:
    return _("The projects") if carried else _("Draft sheets")


def counts(full: Snapshot, carried: Carried) -> tuple[tree.Count, tree.Count]:
    if not carried:
        said = sum(1 for project in full.projects if project.is_carried)
        drafts = tree.Count(len(full.projects), ngettext("draft sheet", "draft sheets", len(full.projects)), _("to be completed"))
        return drafts, tree.Count(said, ngettext("sheet with a commitment", "sheets with a commitment", said), _("said by a source"))
    total, held = len(full.projects), _held(carried)
    written = sum(1 for one in carried.values() if _is_written(one))
    taken = _("taken up by people: %(n)d") % {"n": len(carried)}
    return (
        tree.Count(total, ngettext("project", "projects", total), taken),
        tree.Count(held, ngettext("project with a holder", "projects with a holder", held), _("in writing: %(n)d") % {"n": written}),
    )


def missing_words(full: Snapshot, carried: Carried) -> str:
    total, said = len(full.projects), sum(1 for project in full.projects if project.is_carried)
    if carried:
        return " ".join(_lacking(total, carried))
    if not total:
        return _("No convergence has evidence and words enough for a draft sheet.")
    if not said:
        return ngettext(
            "The sources say no commitment for the only draft sheet.",
            "The sources say no commitment for any of the %(total)d draft sheets.",
            total,
        ) % {"total": total}
    return ngettext(
        "The sources say a commitment for %(n)d draft sheet out of %(total)d; none is proven by a document yet.",
        "The sources say a commitment for %(n)d draft sheets out of %(total)d; none is proven by a document yet.",
        said,
    ) % {"n": said, "total": total}


def _lacking(total: int, carried: Carried) -> Iterator[str]:
    """Of all the projects of the book: a draft that nobody took up has no holder and no cost either."""
    alone = total - _held(carried)
    if alone:
        yield ngettext("%(n)d project has no holder yet.", "%(n)d projects have no holder yet.", alone) % {"n": alone}
    uncosted = total - sum(1 for one in carried.values() if one.budget.costs)
    if uncosted:
        yield ngettext("Nobody has costed %(n)d project.", "Nobody has costed %(n)d projects.", uncosted) % {"n": uncosted}
    open_gaps = sum(1 for one in carried.values() if one.budget.balance and one.budget.balance.gap > 0)
    if open_gaps:
        yield ngettext("%(n)d budget is not covered.", "%(n)d budgets are not covered.", open_gaps) % {"n": open_gaps}


def asks(full: Snapshot, carried: Carried) -> tuple[str, str]:
    who = _("Say who could carry each of them, and who must be met first.")
    if carried:
        return _("Read the projects, and complete by hand what is left open in them."), _(
            "Say who could carry those that have no holder yet."
        )
    if not full.projects:
        return _("Read the convergences side by side and say which ones deserve a working group."), who
    return _("Read the draft sheets and say which ones deserve a working group."), who


def _held(carried: Carried) -> int:
    return sum(1 for one in carried.values() if any(holder.is_holding for holder in one.holders))


def _is_written(one: CarriedView) -> bool:
    return any(holder.is_holding and holder.rung >= WRITTEN for holder in one.holders)
