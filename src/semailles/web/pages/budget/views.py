"""The budget of the process: three readings, every line with how sure it is, what a withdrawal would open."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from semailles.engines.typesetting.charts.balance import balance_svg
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.budget_chart import balance_chart, balance_words
from semailles.workshop.queries import process_budget_view
from semailles.workshop.rules import may_read


@asks(may_read)
@require_safe
def show_budget(request: Request) -> HttpResponse:
    budget = process_budget_view(request.initiative)
    chart = balance_chart(budget.balance)
    drawing = mark_safe(balance_svg(chart)) if chart else ""  # noqa: S308  # our own drawing: its words are escaped where it is made
    return render(request, "budget/page.html", {"budget": budget, "said": balance_words(budget.balance), "drawing": drawing})
