"""The budget of the process: three readings, every line with how sure it is, what a withdrawal would open."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.intake.actions import take_budget_lines
from semailles.intake.queries import FoundBudget, found_budget
from semailles.publication.budget import found_balance
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.budget.drawing import drawn
from semailles.workshop import budget_words as words
from semailles.workshop.queries import process_budget_view
from semailles.workshop.rules import may_coordinate, may_read


@asks(may_read)
@require_safe
def show_budget(request: Request) -> HttpResponse:
    budget = process_budget_view(request.initiative, on=today(request.initiative))
    found = found_budget(request.initiative) if budget.is_empty else FoundBudget()
    balance = found_balance(found) if found.lines else budget.balance  # before anybody takes them, as the dashboard says it
    said = {"gap": words.gap_words(balance), "hopes": words.hope_words(balance), "base": reverse("frame"), "found": found}
    return render(request, "budget/page.html", {"budget": budget, **said, **drawn(budget.balance)})


@asks(may_coordinate)
@require_POST
def take_found(request: Request) -> HttpResponse:
    try:
        taken = take_budget_lines(request.initiative, by=request.person)
    except Refusal as refused:
        messages.error(request, refused.sentence)
    else:
        said = ngettext("%(n)d line is in the budget.", "%(n)d lines are in the budget.", len(taken)) % {"n": len(taken)}
        messages.success(request, said)
    return redirect("budget")
