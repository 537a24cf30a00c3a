"""What the calendar of projects says, in words: the same on screen, in print and in the calendar file. Translated when called."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.scheduling import Expected, Slipped
from semailles.projects.calendar import Calendar, Row
from semailles.projects.models import Dependency, Project, ProjectMilestone
from semailles.workshop.calendar_words import day_words, days_words


def state_words(row: Row) -> str:
    """« atteint », « en retard de 3 jours », « repoussé de 12 jours »…"""
    told = row.expected
    if row.is_reached:
        return _("reached") if not told.own_days else _("reached %(days)s late") % {"days": days_words(told.own_days)}
    if told.own_days:
        return _("%(days)s late") % {"days": days_words(told.own_days)}
    if told.moved_days:
        return _("put off by %(days)s") % {"days": days_words(told.moved_days)}
    if told.clash_on:
        return _("planned too early")
    if row.milestone.planned_on:
        return _("planned")
    return _("its day follows what it waits for") if told.on else _("to be dated")


def verdict(calendar: Calendar) -> str:
    """Where the milestones stand, in one sentence; "" when there is none."""
    if not calendar.rows:
        return ""
    reached = sum(row.is_reached for row in calendar.rows)
    total = ngettext("%(total)s milestone", "%(total)s milestones", len(calendar.rows)) % {"total": len(calendar.rows)}
    told = f"{total}, " + ngettext("%(reached)s reached.", "%(reached)s reached.", reached) % {"reached": reached}
    coming = [row for row in calendar.rows if not row.is_reached and row.expected.on]
    if not coming:
        return told
    following = min(coming, key=lambda row: row.expected.on or calendar.on)
    return told + " " + _("The next one: « %(what)s », %(day)s.") % _dated(following)


def what_slips(calendar: Calendar) -> tuple[str, ...]:
    """Each milestone that is late by itself, and what it moves."""
    return tuple(" ".join(_slipping(slip, calendar)) for slip in calendar.network.slips)


def _slipping(slip: Slipped, calendar: Calendar) -> Iterator[str]:
    late = slip.late
    said = {"what": named(late, calendar), "days": days_words(late.own_days), "planned": "", "on": ""}
    if late.step.planned_on and late.on:
        said |= {"planned": day_words(late.step.planned_on), "on": day_words(late.on)}
    if slip.is_open:
        yield _("%(what)s was planned for %(planned)s and nobody wrote that it was reached: it is %(days)s late.") % said
    else:
        yield _("%(what)s was reached on %(on)s, %(days)s later than planned.") % said
    for moved in slip.moves:
        if moved.on:
            to = {"what": named(moved, calendar), "days": days_words(moved.moved_days), "on": day_words(moved.on)}
            yield _("It puts off %(what)s by %(days)s, to %(on)s at the earliest.") % to


def what_to_know(calendar: Calendar) -> tuple[str, ...]:
    """What is odd in what people wrote: said, never refused."""
    return (*_clashes(calendar), *_too_soon(calendar), *_overruns(calendar), *map(_lost, calendar.lost))


def _clashes(calendar: Calendar) -> Iterator[str]:
    for row in calendar.rows:
        if row.expected.clash_on and row.milestone.planned_on:
            said = {
                "what": named(row.expected, calendar),
                "planned": day_words(row.milestone.planned_on),
                "on": day_words(row.expected.clash_on),
            }
            yield _("%(what)s is planned for %(planned)s, but what it waits for leaves it no day before %(on)s.") % said


def _too_soon(calendar: Calendar) -> Iterator[str]:
    for after, before in calendar.network.too_soon:
        said = {"after": called(calendar.known[after.key].milestone), "before": called(calendar.known[before.key].milestone)}
        yield _("%(after)s is reached, although it waits for %(before)s, which is not.") % said


def _overruns(calendar: Calendar) -> Iterator[str]:
    for row in calendar.rows:
        project = row.milestone.project
        if row.overruns and project.deadline_on and row.expected.on and not row.is_reached:
            days = (row.expected.on - project.deadline_on).days
            said = {"what": named(row.expected, calendar), "days": days_words(days), "deadline": deadline_words(project)}
            yield _("%(what)s is expected %(days)s after %(deadline)s.") % said


def _lost(dependency: Dependency) -> str:
    said = {"after": called(dependency.after), "before": called(dependency.before)}
    if dependency.before.set_aside_on:
        said["reason"] = dependency.before.set_aside_reason
        return _("%(after)s waits for %(before)s, which was set aside (%(reason)s): wait for something else, or for nothing.") % said
    return _("%(after)s waits for %(before)s, whose project is closed: wait for something else, or for nothing.") % said


def deadline_words(project: Project) -> str:
    """« l’échéance extérieure du 30 avril 2015 (rapport de la mission) »."""
    if project.deadline_on is None:
        return ""
    said = {"day": day_words(project.deadline_on), "reason": project.deadline_reason}
    return (_("the outside deadline of %(day)s (%(reason)s)") if project.deadline_reason else _("the outside deadline of %(day)s")) % said


def named(told: Expected, calendar: Calendar) -> str:
    """« Ouverture » (projet 4)."""
    return called(calendar.known[told.step.key].milestone)


def wait_words(dependency: Dependency) -> str:
    """« Permis de construire » (projet 4), 30 jours après."""
    said = {"what": called(dependency.before), "days": days_words(dependency.lag_days)}
    return _("%(what)s, %(days)s later") % said if dependency.lag_days else said["what"]


def called(milestone: ProjectMilestone) -> str:
    return _("« %(milestone)s » (project %(number)s)") % {"milestone": milestone, "number": milestone.project.number}


def _dated(row: Row) -> dict[str, str]:
    return {"what": row.milestone.label, "day": day_words(row.expected.on) if row.expected.on else ""}
