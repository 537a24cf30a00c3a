"""What the page of the day says of each sheet and of each person to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.projects.calendar_words import state_words
from semailles.projects.day import Day, MySheet
from semailles.projects.due import When
from semailles.projects.models import Project
from semailles.projects.reminder_words import Message, message, why
from semailles.projects.reminders import Reminder
from semailles.web.pages.maturity.steps import Missing, missing, standing

MOST = 3  # things said of what a sheet lacks; the others stand on its own page


@dataclass(frozen=True, slots=True)
class ToldSheet:
    """`first`: what it lacks for its next step, the first things; `more`: how many others. `when`: the state of its next milestone."""

    project: Project
    step: str
    first: tuple[Missing, ...]
    more: int
    sheet: MySheet
    when: str


@dataclass(frozen=True, slots=True)
class ToldReminder:
    reminder: Reminder
    why: str
    message: Message


def told_sheets(day: Day) -> list[ToldSheet]:
    return [_sheet(one) for one in day.sheets]


def _sheet(one: MySheet) -> ToldSheet:
    project, lacking = one.attained.project, missing(one.attained)
    when = state_words(one.next) if one.next else ""
    return ToldSheet(project, standing(project.maturity), lacking[:MOST], len(lacking[MOST:]), one, when)


def told_reminders(day: Day, sheets: Sequence[ToldSheet], *, signed: str, on: date) -> list[ToldReminder]:
    lacking = {one.project.pk: [thing.what for thing in one.first] for one in sheets}
    return [_reminder(one, lacking[one.project.pk], day.addresses, signed, on) for one in day.to_ask]


def _reminder(one: Reminder, lacking: Sequence[str], addresses: dict[int, str], signed: str, on: date) -> ToldReminder:
    address = addresses.get(one.actor.pk, "") if one.actor else ""
    return ToldReminder(one, why(one, on=on), message(one, on=on, signed=signed, address=address, lacking=lacking))


def asked_words(day: Day, *, on: date) -> list[tuple[Reminder, str]]:
    return [(one, why(one, on=on)) for one in day.asked]


def lede(day: Day) -> str:
    late = sum(1 for one in day.tasks if one.when is When.LATE)
    said = [
        ngettext("%(n)d task to do,", "%(n)d tasks to do,", len(day.tasks)) % {"n": len(day.tasks)},
        ngettext("%(n)d sheet,", "%(n)d sheets,", len(day.sheets)) % {"n": len(day.sheets)},
        ngettext("%(n)d reminder to send.", "%(n)d reminders to send.", len(day.to_ask)) % {"n": len(day.to_ask)},
    ]
    if late:
        said.append(ngettext("%(n)d task is late.", "%(n)d tasks are late.", late) % {"n": late})
    return " ".join(said) if day.tasks or day.sheets else _("Nothing waits here.")
