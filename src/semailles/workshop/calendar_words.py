"""What a plan says, in words: the same on screen, in print and in the calendar file. Translated when called."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from semailles.engines.scheduling import (
    Fit,
    MeetingKind,
    MeetingState,
    Notice,
    NoticeKind,
    PhaseState,
    Plan,
    PlannedMeeting,
    PlannedPhase,
    Push,
    Shortening,
    Slip,
)


def day_words(day: date, *, with_year: bool = True) -> str:
    """« 1er juin 2015 », « 30 avril »."""
    said = date_format(day, "j F Y" if with_year else "j F")
    return f"1er{said[1:]}" if day.day == 1 and (get_language() or "").startswith("fr") else said


def span_words(first: date, last: date) -> str:
    """« du 2 février au 1er mai 2015 », « du 1er au 30 avril 2015 »: in a sentence."""
    return day_words(first) if first == last else _("%(first)s to %(last)s") % _ends(first, last)


def range_words(first: date, last: date) -> str:
    """« 2 février – 1er mai 2015 »: in a table."""
    return day_words(first) if first == last else "{first} – {last}".format(**_ends(first, last))


def _ends(first: date, last: date) -> dict[str, str]:
    """Of the first day, what the last does not say already."""
    begins = day_words(first, with_year=first.year != last.year)
    if (first.year, first.month) == (last.year, last.month):
        begins = begins.partition(" ")[0]
    return {"first": begins, "last": day_words(last)}


def days_words(days: int) -> str:
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def months_words(months: Decimal) -> str:
    """« 1,9 mois »."""
    shown = number_format(months, 0 if months == int(months) else 1)
    return ngettext("%(n)s month", "%(n)s months", 1 if months == 1 else 2) % {"n": shown}


def verdict(plan: Plan) -> str:
    """Whether the plan holds before the deadline, in one sentence; "" when there is nothing to compare."""
    if plan.starts_on is None or plan.ends_on is None:
        return ""
    said = {"start": day_words(plan.starts_on), "end": day_words(plan.ends_on)}
    if plan.deadline is None:
        return _("The process runs from %(start)s to %(end)s.") % said
    said |= {"deadline": deadline_words(plan), "days": days_words(plan.overrun_days or (plan.deadline.on - plan.ends_on).days)}
    if plan.is_start_suggested:
        return _("To be ready for %(deadline)s, the process starts on %(start)s at the latest.") % said
    return (_to_start if plan.starts_on > plan.on else _started)(plan, plan.deadline.on) % said


def _started(plan: Plan, deadline: date) -> str:
    if plan.overrun_days:
        return _("Started on %(start)s, the process ends on %(end)s, %(days)s after %(deadline)s.")
    if plan.ends_on == deadline:
        return _("Started on %(start)s, the process ends on the very day of %(deadline)s.")
    return _("Started on %(start)s, the process ends on %(end)s, %(days)s before %(deadline)s.")


def _to_start(plan: Plan, deadline: date) -> str:
    if plan.overrun_days:
        return _("Starting on %(start)s, the process ends on %(end)s, %(days)s after %(deadline)s.")
    if plan.ends_on == deadline:
        return _("Starting on %(start)s, the process ends on the very day of %(deadline)s.")
    return _("Starting on %(start)s, the process ends on %(end)s, %(days)s before %(deadline)s.")


def deadline_words(plan: Plan) -> str:
    """« l’échéance extérieure du 30 avril 2015 (rapport de la mission) »."""
    if plan.deadline is None:
        return ""
    said = {"day": day_words(plan.deadline.on), "reason": plan.deadline.reason}
    return (_("the outside deadline of %(day)s (%(reason)s)") if plan.deadline.reason else _("the outside deadline of %(day)s")) % said


def what_would_fit(plan: Plan) -> tuple[str, ...]:
    """Ways out of an overrun, one sentence each; nothing when the plan holds."""
    if plan.fit is None or plan.deadline is None or plan.starts_on is None:
        return ()
    return tuple(_ways_out(plan, plan.fit, plan.deadline.on, plan.starts_on))


def _ways_out(plan: Plan, fit: Fit, deadline: date, start: date) -> Iterator[str]:
    day = {"day": day_words(fit.latest_start)}
    if fit.latest_start >= plan.on:
        yield _("By starting on %(day)s at the latest, everything would hold.") % day
    elif fit.latest_start < start:
        yield _("To hold as it is written, it had to start on %(day)s at the latest.") % day
    longest = max(fit.shortenings, key=lambda one: one.months, default=None)
    if longest:
        yield _shortened(longest, plan)
    elif deadline >= plan.on:
        yield _("No phase can make up for it by itself.")
    if 0 < fit.months < fit.needed:
        said = {"start": day_words(start), "months": months_words(fit.months), "needed": months_words(fit.needed)}
        yield _("From %(start)s to the deadline there is room for %(months)s of work; the plan asks for %(needed)s.") % said
    if deadline >= plan.on:
        yield _("Or a first version is handed over on the day of the deadline.")


def _shortened(one: Shortening, plan: Plan) -> str:
    planned = next(phase.phase.months for phase in plan.phases if phase.phase.key == one.key)
    said = {"phase": one.name, "day": day_words(one.ends_on), "months": months_words(one.months), "planned": months_words(planned)}
    if one.ends_on < plan.on:
        return _("Or « %(phase)s » had to end on %(day)s: %(months)s instead of %(planned)s.") % said
    return _("Or « %(phase)s » ends on %(day)s: %(months)s instead of %(planned)s.") % said


def what_slips(plan: Plan) -> tuple[str, ...]:
    """Each phase that lost days, what it pushes and what it makes late."""
    return tuple(" ".join(_slipping(slip)) for slip in plan.slips)


def _slipping(slip: Slip) -> Iterator[str]:
    said = {"phase": slip.name, "end": day_words(slip.ends_on), "days": days_words(slip.days)}
    if slip.is_open:
        said["planned"] = day_words(slip.ends_on - timedelta(days=slip.days))
        yield _("« %(phase)s » was to end on %(planned)s and has not: it is %(days)s late.") % said
    else:
        yield _("« %(phase)s » ended on %(end)s, %(days)s later than planned.") % said
    for push in slip.pushes:
        yield _pushed(push)
    if slip.makes_late:
        yield _("This makes late: %(what)s.") % {"what": ", ".join(f"« {name} »" for name in slip.makes_late)}


def _pushed(push: Push) -> str:
    said = {"phase": push.name, "days": days_words(push.days), "end": day_words(push.ends_on)}
    return _("« %(phase)s » starts %(days)s later and ends on %(end)s.") % said


def what_to_know(plan: Plan) -> tuple[str, ...]:
    """What is odd in what people wrote: said, never refused."""
    return tuple(_noticed(notice, plan) for notice in plan.notices)


def _noticed(notice: Notice, plan: Plan) -> str:
    sentences = {
        NoticeKind.NO_START: _("Give the day the process starts: its phases will find their dates."),
        NoticeKind.NOT_KEPT: _("This calendar ended on %(day)s and nobody wrote when its phases really ended."),
        NoticeKind.START_AFTER_DEADLINE: _("The process starts on %(day)s, after the outside deadline."),
        NoticeKind.OVERLAP: _("« %(subject)s » starts on %(day)s, before the end of « %(other)s »: they share %(days)s."),
        NoticeKind.ENDED_BEFORE_START: _("« %(subject)s » ended on %(day)s, before the day set for its start."),
        NoticeKind.MEETING_MISSED: _("%(subject)s: planned for %(day)s, and nobody wrote whether it was held."),
        NoticeKind.MEETING_AFTER_DEADLINE: _("%(subject)s: planned for %(day)s, %(days)s after the outside deadline."),
    }
    of_meeting = notice.kind in {NoticeKind.MEETING_MISSED, NoticeKind.MEETING_AFTER_DEADLINE}
    said = {
        "subject": titled(notice.other, notice.subject) if of_meeting else notice.subject,
        "other": notice.other,
        "days": days_words(notice.days),
        "day": day_words(notice.day or plan.on),
    }
    return sentences[notice.kind] % said


def titled(body: str, label: str) -> str:
    """« Comité de pilotage : lancement »; alone, a label begins with a capital."""
    return _("%(body)s: %(label)s") % {"body": body, "label": label} if body else label[:1].upper() + label[1:]


def meeting_title(held: PlannedMeeting) -> str:
    return titled(held.meeting.body, held.meeting.label)


def meeting_state_words(held: PlannedMeeting) -> str:
    """« tenue », « date proposée »… A deadline of others is one, whatever its day."""
    if held.meeting.kind is MeetingKind.DEADLINE:
        return _("outside deadline")
    is_meeting = held.meeting.kind is MeetingKind.MEETING
    words = {
        MeetingState.UNDATED: _("to be dated"),
        MeetingState.SUGGESTED: _("suggested date"),
        MeetingState.UNRECORDED: _("day not written"),
        MeetingState.PLANNED: _("planned"),
        MeetingState.MISSED: _("was it held?") if is_meeting else _("was it reached?"),
        MeetingState.HAPPENED: _("held") if is_meeting else _("reached"),
    }
    return words[held.state]


def phase_state_words(one: PlannedPhase) -> str:
    """« en cours », « en retard de 19 jours »…"""
    if one.state is PhaseState.LATE:
        return _("%(days)s late") % {"days": days_words(one.delay_days)}
    if one.state is PhaseState.OVER and one.phase.ended_on is None:
        return _("end not written")
    words = {PhaseState.TO_COME: _("to come"), PhaseState.RUNNING: _("under way"), PhaseState.OVER: _("over")}
    return words[one.state]
