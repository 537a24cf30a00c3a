"""The calendar of projects as drawings: values and words for the chart, which knows neither."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from django.utils.dates import MONTHS, MONTHS_AP
from django.utils.translation import gettext as _

from semailles.engines.typesetting.charts.axis import Names
from semailles.engines.typesetting.charts.gantt import Flag
from semailles.engines.typesetting.charts.milestones import Band, Milestones, Reach
from semailles.projects.calendar import Calendar, Row
from semailles.projects.calendar_words import state_words, verdict
from semailles.projects.models import Project
from semailles.workshop.calendar_words import day_words

MOST_ROWS = 30  # of one drawing: what a printed page holds


def project_chart(calendar: Calendar, project: Project) -> Milestones | None:
    """The drawing of one project, or None when nothing in it has a day."""
    rows = _dated(calendar.rows)
    if not rows:
        return None
    deadline = (
        Flag(_("outside deadline, %(day)s") % {"day": _short(project.deadline_on)}, project.deadline_on) if project.deadline_on else None
    )
    return _chart(calendar, [Band("", _reached(rows))], project.title, deadline)


def portfolio_charts(calendar: Calendar) -> list[Milestones]:
    """All projects, in as many drawings as they fill pages; all over the same months."""
    bands = [Band(str(project), _reached(_dated(rows))) for project, rows in calendar.by_project() if _dated(rows)]
    days = [row.expected.on for row in _dated(calendar.rows) if row.expected.on]
    span = (min(days), max(days), *(row.milestone.starts_on for row in calendar.rows if row.milestone.starts_on)) if days else ()
    return [_chart(calendar, page, _("Calendar of the projects"), None, span) for page in _pages(bands)]


def _chart(calendar: Calendar, bands: Sequence[Band], title: str, deadline: Flag | None, span: tuple[date, ...] = ()) -> Milestones:
    shown = {row.key for band in bands for row in band.rows}
    links = [(str(wait.before_id), str(wait.after_id)) for row in calendar.rows for wait in row.waits]
    return Milestones(
        title=title,
        description=_described(calendar, shown),
        bands=tuple(bands),
        links=tuple(link for link in links if shown.issuperset(link)),
        names=Names(tuple(str(MONTHS[n]) for n in range(1, 13)), tuple(str(MONTHS_AP[n]) for n in range(1, 13))),
        today=Flag(_("today"), calendar.on),
        deadline=deadline,
        span=span,
    )


def _pages(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """Projects one after the other while they hold; a project longer than a page goes on over several."""
    page: list[Band] = []
    for band in chain.from_iterable(map(_pieces, bands)):
        if page and sum(len(one.rows) + 1 for one in [*page, band]) > MOST_ROWS + 1:
            yield page
            page = []
        page.append(band)
    if page:
        yield page


def _pieces(band: Band) -> Iterator[Band]:
    for start in range(0, len(band.rows), MOST_ROWS):
        yield Band(band.label, band.rows[start : start + MOST_ROWS])


def _reached(rows: Sequence[Row]) -> tuple[Reach, ...]:
    return tuple(
        Reach(
            row.expected.step.key,
            row.milestone.label,
            row.expected.on,
            _short(row.expected.on),
            row.milestone.planned_on if not row.is_reached or row.expected.own_days else row.expected.on,
            _begun(row),
            row.is_reached,
        )
        for row in rows
        if row.expected.on
    )


def _begun(row: Row) -> date | None:
    first, on = row.milestone.starts_on, row.expected.on
    return first if first and on and first <= on else None


def _dated(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.expected.on]


def _short(day: date) -> str:
    return day_words(day, with_year=False)


def _described(calendar: Calendar, shown: set[str]) -> str:
    """What the drawing shows, for those who do not see it."""
    rows = [row for row in calendar.rows if row.expected.step.key in shown and row.expected.on]
    each = [
        _("%(milestone)s: %(day)s, %(state)s.")
        % {"milestone": row.milestone.label, "day": day_words(row.expected.on), "state": state_words(row)}
        for row in rows
        if row.expected.on
    ]
    return " ".join([verdict(calendar), *each, _("The same dates are in the table.")])
