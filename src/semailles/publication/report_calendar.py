"""What is odd in the calendar of the process, for the facilitator."""

from django.utils.translation import gettext as _

from semailles.engines.typesetting import tree
from semailles.publication.views import Snapshot
from semailles.workshop.calendar_words import verdict, what_slips, what_to_know


def calendar_section(full: Snapshot) -> tuple[tree.ReportSection, ...]:
    """One section, or none when nobody wrote a date."""
    if full.plan is None or not (full.plan.phases or full.plan.meetings):
        return ()
    late = [verdict(full.plan)] if full.plan.overrun_days else []
    rows = [tree.ReportRow(sentence, "") for sentence in (*late, *what_slips(full.plan), *what_to_know(full.plan))]
    lead = _("What overruns, what slips, and what nobody wrote. Nothing was refused: correct the frame, or keep it as it is.")
    return (tree.ReportSection(_("The calendar of the process"), lead, tuple(rows), _("Nothing overruns and nothing slips.")),)
