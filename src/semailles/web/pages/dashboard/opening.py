"""How the page opens: the day, where the work stands in one or two sentences, and the next appointment."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.scheduling import MeetingState, Plan, PlannedMeeting
from semailles.publication.board.funnel import Funnel
from semailles.workshop.calendar_words import day_words, days_words, meeting_title

A_WEEK, FAR = 7, 60
AFTER_THE_END = timedelta(days=60)  # the weeks of a process stop counting some time after its end


@dataclass(frozen=True, slots=True)
class Appointment:
    """`on` is None when its day is still to be given. `wait`: « in 9 days », or « » when it is far."""

    on: date | None
    day: str
    what: str
    wait: str = ""


def day_line(plan: Plan) -> str:
    """« mardi 11 mai 2027, semaine 15 de la démarche »."""
    day = date_format(plan.on, "l j F Y")
    start, end = plan.starts_on, plan.ends_on
    if plan.is_start_suggested or start is None or end is None or not start <= plan.on <= end + AFTER_THE_END:
        return day[:1].upper() + day[1:]
    said = {"day": day[:1].upper() + day[1:], "week": (plan.on - start).days // A_WEEK + 1}
    return _("%(day)s, week %(week)d of the process") % said


def lede(funnel: Funnel) -> str:
    if funnel.held:
        said = {"held": funnel.held, "projects": funnel.projects}
        counted = ngettext(
            "%(held)d project out of %(projects)d is carried.", "%(held)d projects out of %(projects)d are carried.", funnel.held
        )
        return f"{counted % said} {_validated(funnel)}"
    ideas = ngettext("%(n)d idea", "%(n)d ideas", funnel.ideas) % {"n": funnel.ideas}
    teams = ngettext("%(n)d team", "%(n)d teams", len(funnel.teams)) % {"n": len(funnel.teams)}
    found = [
        _("%(ideas)s from %(teams)s") % {"ideas": ideas, "teams": teams},
        ngettext("%(n)d convergence", "%(n)d convergences", funnel.convergences) % {"n": funnel.convergences}
        if funnel.convergences
        else "",
        ngettext("%(n)d draft sheet", "%(n)d draft sheets", funnel.projects) % {"n": funnel.projects} if funnel.projects else "",
    ]
    return _("%(found)s: all on paper so far. Nobody carries a project yet.") % {"found": ", ".join(one for one in found if one)}


def _validated(funnel: Funnel) -> str:
    if not funnel.validated:
        return _("None has been decided yet.")
    return ngettext("%(n)d has been decided.", "%(n)d have been decided.", funnel.validated) % {"n": funnel.validated}


def next_appointment(plan: Plan) -> Appointment | None:
    """The first thing to come that has a day; else the first meeting that waits for one."""
    coming = [
        (held.on, _what(held)) for held in plan.meetings if held.on and held.on >= plan.on and held.state is not MeetingState.HAPPENED
    ]
    if plan.deadline and plan.deadline.on >= plan.on:
        reason = plan.deadline.reason
        coming.append((plan.deadline.on, _("Outside deadline: %(reason)s") % {"reason": reason} if reason else _("Outside deadline")))
    if coming:
        on, what = min(coming)
        return Appointment(on, day_words(on, with_year=on.year != plan.on.year), what, _wait((on - plan.on).days))
    undated = [held for held in plan.meetings if held.state is MeetingState.UNDATED]
    return Appointment(None, _("To be dated"), meeting_title(undated[0])) if undated else None


def _what(held: PlannedMeeting) -> str:
    title = meeting_title(held)
    return _("%(meeting)s (suggested date)") % {"meeting": title} if held.state is MeetingState.SUGGESTED else title


def _wait(days: int) -> str:
    if days == 0:
        return _("today")
    if days > FAR:
        return ""
    return _("tomorrow") if days == 1 else _("in %(days)s") % {"days": days_words(days)}
