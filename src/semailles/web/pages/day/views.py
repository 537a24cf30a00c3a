"""« My day »: tasks, sheets with what each lacks, people to ask for news with a message ready to be sent."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from semailles.projects.day import day_of
from semailles.projects.people import is_same, people
from semailles.projects.todo import todo_of
from semailles.web.layout.access import asks
from semailles.web.layout.choices import Choice
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.day.told import asked_words, lede, told_reminders, told_sheets
from semailles.web.pages.todo.views import shown
from semailles.workshop.rules import may_read, may_see_contacts


@asks(may_read)
@require_safe
def show_day(request: Request) -> HttpResponse:
    """« ?qui=… » says whose; nobody: the whole team's. Who does not run the process finds their own."""
    on = today(request.initiative)
    if not may_see_contacts(request.person, request.initiative):
        return shown(request, [todo_of(request.person, request.initiative, on=on)])
    names = people(request.initiative, on=on)
    wanted = request.GET.get("qui", request.person.name if settings.INSTANCE else "")
    who = next((name for name in names if is_same(name, wanted)), "")
    day = day_of(request.initiative, who, on=on)
    sheets = told_sheets(day)
    told = {
        "choice": Choice("qui", _("Whose day"), _("the whole team"), tuple((name, name) for name in names), who),
        "who": who,
        "day": day,
        "lede": lede(day),
        "asked": asked_words(day, on=on),
        "sheets": sheets,
        "reminders": told_reminders(day, sheets, signed=who or request.initiative.name, on=on),
        "may_write": True,
    }
    return render(request, "day/page.html", told)
