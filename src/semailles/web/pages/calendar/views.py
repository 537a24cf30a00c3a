"""The time of the process: the drawing, its table, what overruns, what slips, and what would fit."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import override
from django.views.decorators.http import require_safe

from semailles.engines.typesetting.charts.gantt import gantt_svg
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.workshop import calendar_words as words
from semailles.workshop.calendar import process_calendar
from semailles.workshop.calendar_chart import plan_chart
from semailles.workshop.calendar_dates import date_rows
from semailles.workshop.calendar_file import plan_file
from semailles.workshop.queries import calendar_view
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_calendar(request: Request) -> HttpResponse:
    plan = process_calendar(request.initiative, on=today(request.initiative))
    chart = plan_chart(plan)
    drawing = mark_safe(gantt_svg(chart)) if chart else ""  # noqa: S308  # our own drawing: its words are escaped where it is made
    said = {
        "verdict": words.verdict(plan),
        "ways_out": words.what_would_fit(plan),
        "slips": words.what_slips(plan),
        "odd": words.what_to_know(plan),
    }
    rows = {"dates": date_rows(plan), "written": calendar_view(request.initiative)}
    return render(request, "calendar/page.html", {"plan": plan, "drawing": drawing, **said, **rows})


@asks(may_read)
@require_safe
def diary(request: Request) -> HttpResponse:
    """The same dates for everybody's own diary."""
    with override(request.initiative.lang):
        plan = process_calendar(request.initiative, on=today(request.initiative))
        content = plan_file(plan, request.initiative, stamp=timezone.now())
    return HttpResponse(
        content, content_type="text/calendar; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="calendrier.ics"'}
    )
