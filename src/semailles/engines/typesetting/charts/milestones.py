"""Milestones as a drawing: a row each, project by project; how long they last, where they slip to, and what waits for what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from semailles.engines.typesetting.charts.axis import Names, axis_over, month_labels
from semailles.engines.typesetting.charts.gantt import Flag
from semailles.engines.typesetting.charts.lettering import shortened_to, width_of, wrapped
from semailles.engines.typesetting.charts.looks import WEB, Look, Role
from semailles.engines.typesetting.charts.shapes import Drawing, Shape, circle, clear_words, line, rect, svg, text_box, words


@dataclass(frozen=True, slots=True)
class Reach:
    """A milestone that stands on `on`. `meant`: the day it was planned for; `first`: when its work begins, if it lasts; `said`: what is written beside it."""

    key: str
    label: str
    on: date
    said: str = ""
    meant: date | None = None
    first: date | None = None
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of one project. No label when it is alone."""

    label: str
    rows: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class Milestones:
    """What to draw, with every word of it. `links`: keys of rows, what is waited for then what waits. `span`: days that the drawing holds whatever its rows, so that several stand under one another."""

    title: str
    description: str
    bands: tuple[Band, ...]
    links: tuple[tuple[str, str], ...]
    names: Names
    today: Flag
    deadline: Flag | None = None
    span: tuple[date, ...] = ()

    @property
    def days(self) -> list[date]:
        rows = [row for band in self.bands for row in band.rows]
        ends = [day for row in rows for day in (row.first, row.meant, row.on) if day]
        return [*ends, *self.span, *([self.deadline.on] if self.deadline else [])]


def milestones_svg(chart: Milestones, look: Look = WEB, name: str = "milestones") -> str:
    """SVG of at least one milestone."""
    return svg(milestones(chart, look), look, name)


# Shares of the text's size.
_MONTH_ROW, _FLAG, _ROW, _SECOND_LINE, _BAND = 1.9, 1.4, 2.0, 0.75, 2.3
_RADIUS, _BAR, _HEAD, _LEFT_SHARE = 0.48, 0.9, 0.32, 0.27
_BESIDE, _ABOVE = 0.32, -0.5  # the baseline of words, from the middle of their row


def milestones(chart: Milestones, look: Look) -> Drawing:
    page = _Page(chart, look)
    shapes = (*page.months(), *page.flag_lines(), *page.links(), *page.bands(), *page.flag_labels())
    return Drawing(chart.title, chart.description, page.height, shapes)


class _Page:
    """Where everything stands, computed once."""

    def __init__(self, chart: Milestones, look: Look) -> None:
        self.chart, self.look, self.size = chart, look, look.text
        labels = [row.label for band in chart.bands for row in band.rows]
        widest = max((width_of(label, self.size) for label in labels), default=0.0)
        self.left = min(_LEFT_SHARE * look.width, widest + 1.1 * self.size)
        self.axis = axis_over(chart.days, self.left, look.width)
        self.flags = [flag for flag in (chart.deadline, chart.today) if flag and self.axis.holds(flag.on)]
        self.top = _MONTH_ROW * look.month + len(self.flags) * _FLAG * self.size
        self.at: dict[str, float] = {}
        self.heads: list[float] = []
        self.lines: dict[str, tuple[str, ...]] = {}
        self.height = self._stacked(self.top + 0.3 * self.size) + 0.3 * self.size

    def months(self) -> Iterator[Shape]:
        gap = 0.4 * self.look.month
        for month, label in month_labels(self.axis, self.chart.names, self.look.month, gap):
            x = self.axis.start_of(month)
            if label or month.month == 1:
                yield line(Role.GRID, (x, 0.3 * self.size), (x, self.height))
            if label:
                yield words(Role.MONTH, x + gap, 1.25 * self.look.month, label)

    def flag_lines(self) -> Iterator[Shape]:
        for rank, flag in enumerate(self.flags):
            role = Role.TODAY if flag is self.chart.today else Role.OUTSIDE
            yield line(role, (self._flag_x(flag), self._flag_base(rank) - 0.8 * self.size), (self._flag_x(flag), self.height))

    def flag_labels(self) -> Iterator[Shape]:
        for rank, flag in enumerate(self.flags):
            role = Role.TODAY_LABEL if flag is self.chart.today else Role.OUTSIDE_LABEL
            text = shortened_to(flag.label, 0.45 * (self.look.width - self.left), self.size)
            anchor = "start" if 2 * self._flag_x(flag) < self.left + self.look.width else "end"
            yield from self._clear(
                role, self._flag_x(flag) + (0.4 if anchor == "start" else -0.4) * self.size, self._flag_base(rank), text, anchor
            )

    def bands(self) -> Iterator[Shape]:
        for band, head in zip(self.chart.bands, self.heads, strict=True):
            if band.label:
                yield line(Role.GROUND, (0.0, head), (self.look.width, head))
                yield from self._clear(
                    Role.STRONG_ROW, 0.0, head + 1.3 * self.size, shortened_to(band.label, self.look.width, self.size), "start"
                )
            for row in band.rows:
                yield from self._row(row)

    def links(self) -> Iterator[Shape]:
        """Down from what is waited for, then along to what waits, with the head of an arrow."""
        head = _HEAD * self.size
        for before, after in self._linked():
            x, y = self._x(before), self.at[after.key]
            side = self._side(before, after)
            end = self._start(after) - side * _RADIUS * self.size
            yield line(Role.LINK, (x, self.at[before.key]), (x, y))
            yield line(Role.LINK, (x, y), (end, y))
            yield from (line(Role.LINK, (end - side * head, y + turn * head), (end, y)) for turn in (-0.7, 0.7))

    def _linked(self) -> Iterator[tuple[Reach, Reach]]:
        rows = {row.key: row for band in self.chart.bands for row in band.rows}
        yield from ((rows[before], rows[after]) for before, after in self.chart.links if before in rows and after in rows)

    def _side(self, before: Reach, after: Reach) -> float:
        """Where the arrow goes: to the right, or back to the left."""
        return 1.0 if self._start(after) >= self._x(before) else -1.0

    def _stacked(self, y: float) -> float:
        """Give each row its middle; how far down they go."""
        for band in self.chart.bands:
            self.heads.append(y)
            y += _BAND * self.size if band.label else 0.0
            for row in band.rows:
                self.lines[row.key] = wrapped(row.label, self.left - self.size, self.size)
                height = (_ROW + (_SECOND_LINE if len(self.lines[row.key]) > 1 else 0.0)) * self.size
                self.at[row.key] = y + height / 2
                y += height
        return y

    def _row(self, row: Reach) -> Iterator[Shape]:
        y, x = self.at[row.key], self._x(row)
        yield from self._label(row, y)
        yield from self._bar(row, y)
        yield circle(Role.HELD if row.is_held else Role.PLANNED if row.meant else Role.SUGGESTED, x, y, _RADIUS * self.size)
        yield from self._said(row)

    def _said(self, row: Reach) -> Iterator[Shape]:
        """On the right, or on the left at the end of the line; above an arrow that comes from that side."""
        if not row.said:
            return
        is_right = self._x(row) + width_of(row.said, self.size) + self.size < self.look.width
        from_there = -1.0 if is_right else 1.0
        is_met = any(after is row and self._side(before, after) == from_there for before, after in self._linked())
        base = self.at[row.key] + (_ABOVE if is_met else _BESIDE) * self.size
        x = self._x(row) + 0.8 * self.size if is_right else self._start(row) - 0.8 * self.size
        yield from self._clear(Role.DOT_LABEL, x, base, row.said, "start" if is_right else "end")

    def _label(self, row: Reach, y: float) -> Iterator[Shape]:
        lines = self.lines[row.key]
        start = y + (0.32 - 0.575 * (len(lines) - 1)) * self.size
        for rank, text in enumerate(lines):
            yield words(Role.ROW, self.left - 0.85 * self.size, start + rank * 1.15 * self.size, text, "end")

    def _bar(self, row: Reach, y: float) -> Iterator[Shape]:
        """Its work as it was meant, then what it lost."""
        top, height = y - _BAR / 2 * self.size, _BAR * self.size
        meant = row.meant or row.on
        if row.first:
            start, end = self.axis.start_of(row.first), self._held(self.axis.middle_of(min(meant, row.on)))
            yield rect(Role.PAST if row.is_held else Role.FUTURE, start, top, end - start, height)
        if meant < row.on:
            start = self._held(self.axis.middle_of(meant))
            yield rect(Role.LATE, start, top + height / 4, self._x(row) - start, height / 2)

    def _start(self, row: Reach) -> float:
        """Where its mark begins."""
        days = [day for day in (row.first, row.meant) if day and day < row.on]
        return self._held(self.axis.middle_of(min(days))) if days else self._x(row)

    def _x(self, row: Reach) -> float:
        return self._held(self.axis.middle_of(row.on))

    def _held(self, x: float) -> float:
        """A circle stays whole at both ends of the line."""
        reach = (_RADIUS + 0.1) * self.size
        return min(max(x, self.left + reach), self.look.width - reach)

    def _flag_x(self, flag: Flag) -> float:
        return self.axis.middle_of(flag.on) if flag is self.chart.today else self.axis.end_of(flag.on)

    def _flag_base(self, rank: int) -> float:
        return _MONTH_ROW * self.look.month + (rank + 0.75) * _FLAG * self.size

    def _clear(self, role: Role, x: float, base: float, text: str, anchor: str) -> tuple[Shape, Shape]:
        return clear_words(Role.CLEAR, text_box(x, base, text, self.size, anchor), words(role, x, base, text, anchor))
