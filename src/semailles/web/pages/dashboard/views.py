from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from semailles.engines.scheduling import MeetingKind, Plan
from semailles.engines.typesetting.charts.balance import balance_svg
from semailles.engines.typesetting.charts.gantt import gantt_svg
from semailles.publication.board.standing import board
from semailles.publication.views import BudgetView
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.dashboard.blocks import blocks
from semailles.web.pages.dashboard.gestures import gestures
from semailles.web.pages.dashboard.opening import day_line, lede, next_appointment
from semailles.web.pages.dashboard.stages import ground, stages
from semailles.workshop.budget_words import balance_chart, gap_words, hope_words, in_kind_words, three_readings
from semailles.workshop.calendar_chart import plan_chart
from semailles.workshop.calendar_dates import date_rows
from semailles.workshop.calendar_words import months_words, verdict, what_slips, what_to_know, what_would_fit
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def home(request: Request) -> HttpResponse:
    stands = board(request.initiative, on=today(request.initiative))
    told = {
        "day": day_line(stands.plan),
        "lede": lede(stands.funnel),
        "next": next_appointment(stands.plan),
        "stages": stages(stands.funnel),
        "ground": ground(stands.funnel),
        "gestures": gestures(stands),
        "blocks": blocks(stands),
        "funnel": stands.funnel,
        **_months(stands.plan),
        **_money(stands.budget),
    }
    return render(request, "dashboard/page.html", told)


def _months(plan: Plan) -> dict[str, object]:
    """The calendar as a drawing, and the same dates in words."""
    chart = plan_chart(plan)
    return {
        "calendar": SafeString(gantt_svg(chart)) if chart else "",
        "dates": date_rows(plan),
        "months": _duration(plan),
        "verdict": verdict(plan),
        "overruns": plan.overrun_days,
        "to_know": (*what_would_fit(plan), *what_slips(plan), *what_to_know(plan)),
    }


def _money(budget: BudgetView) -> dict[str, object]:
    """The balance as a drawing, and its three readings in words."""
    balance = budget.balance
    if balance is None:
        return {"balance": None}
    chart = balance_chart(balance)
    return {
        "balance": balance,
        "is_found": budget.is_found,
        "bars": SafeString(balance_svg(chart)) if chart else "",
        "readings": three_readings(balance),
        "gap": gap_words(balance),
        "hopes": hope_words(balance),
        "in_kind": [in_kind_words(line) for line in balance.in_kind],
    }


def _duration(plan: Plan) -> str:
    """« 4 mois, 7 réunions »."""
    meetings = sum(1 for held in plan.meetings if held.meeting.kind is MeetingKind.MEETING)
    if not plan.months:
        return _("The months of the process")
    counted = ngettext("%(n)d meeting", "%(n)d meetings", meetings) % {"n": meetings}
    return _("%(months)s, %(meetings)s") % {"months": months_words(plan.months), "meetings": counted}
