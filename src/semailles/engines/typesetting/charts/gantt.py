"""A calendar as a drawing: phases as bars, meetings as circles on a line for each body, the outside deadline and today as upright lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, product

from semailles.engines.typesetting.charts.axis import Names, axis_over, month_labels
from semailles.engines.typesetting.charts.lettering import shortened_to, width_of, wrapped
from semailles.engines.typesetting.charts.looks import WEB, Look, Role
from semailles.engines.typesetting.charts.settling import Room, Settled, Wanted, settled
from semailles.engines.typesetting.charts.shapes import Box, Drawing, Shape, circle, clear_words, line, rect, svg, text_box, words


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase. `meant_last`: the day it was to end; what lies after it is drawn as late."""

    label: str
    first: date
    last: date
    meant_last: date


@dataclass(frozen=True, slots=True)
class Dot:
    """A meeting, full when it was held, dashed when its date is only suggested."""

    label: str
    on: date
    is_held: bool = False
    is_suggested: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    label: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    label: str
    on: date


@dataclass(frozen=True, slots=True)
class Gantt:
    """What to draw, with every word of it. `today` is drawn when it falls within the months shown; until it, bars are past."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    names: Names
    today: Flag
    deadline: Flag | None = None

    @property
    def days(self) -> list[date]:
        ends = [day for bar in self.bars for day in (bar.first, bar.last)]
        dots = [dot.on for lane in self.lanes for dot in lane.dots]
        return [*ends, *dots, *([self.deadline.on] if self.deadline else [])]


def gantt_svg(chart: Gantt, look: Look = WEB, name: str = "calendar") -> str:
    """SVG of a calendar that has at least one date. Words beside the marks never meet; those that find no room are left to the table beside it."""
    return svg(gantt(chart, look), look, name)


# Shares of the text's size.
_MONTH_ROW, _FLAG, _BAR, _BAR_GAP, _SECOND_LINE = 1.9, 1.4, 1.25, 0.85, 0.55
_RADIUS, _LANE_HEAD, _LABEL_DROP, _TIER, _LANE_FOOT = 0.52, 1.25, 1.75, 1.3, 0.75
_GAP, _LEFT_SHARE, _MOST_TIERS, _LONGEST_LABEL = 0.55, 0.27, 4, 17.0


def gantt(chart: Gantt, look: Look) -> Drawing:
    page = _Page(chart, look)
    shapes = (*page.months(), *page.bars(), *page.flag_lines(), *page.lanes(), *page.flag_labels())
    return Drawing(chart.title, chart.description, page.height, shapes)


class _Page:
    """Where everything stands, computed once."""

    def __init__(self, chart: Gantt, look: Look) -> None:
        self.chart, self.look, self.size = chart, look, look.text
        labels = [*(bar.label for bar in chart.bars), *(lane.label for lane in chart.lanes)]
        widest = max((width_of(label, self.size) for label in labels), default=0.0)
        self.left = min(_LEFT_SHARE * look.width, widest + self.size) if labels else 0.0
        self.axis = axis_over(chart.days, self.left, look.width)
        self.rows = [wrapped(label, self.left - self.size, self.size) for label in labels]
        self.raised = self._raise_flags()
        tiers = 1 + max((place.tier for _, _, place in self.raised), default=-1)
        self.top = _MONTH_ROW * look.month + tiers * _FLAG * self.size
        self.pitch = (_BAR + _BAR_GAP + (_SECOND_LINE if any(len(row) > 1 for row in self.rows) else 0.0)) * self.size
        self.lane_top = self.top + 0.5 * self.size + len(chart.bars) * self.pitch
        self.placed = [self._placed(lane) for lane in chart.lanes]
        heights = [self._lane_height(found) for found in self.placed]
        self.lane_tops = list(accumulate(heights, initial=self.lane_top))
        self.height = self.lane_tops[-1] + 0.2 * self.size

    def months(self) -> Iterator[Shape]:
        gap = 0.4 * self.look.month
        labels = month_labels(self.axis, self.chart.names, self.look.month, gap)
        is_fine = self.axis.right - self.axis.left > 2 * len(labels) * self.size
        for month, label in labels:
            x = self.axis.start_of(month)
            if label or is_fine or month.month == 1:
                yield line(Role.GRID, (x, 0.3 * self.size), (x, self.height))
            if label:
                yield words(Role.MONTH, x + gap, 1.25 * self.look.month, label)

    def bars(self) -> Iterator[Shape]:
        for rank, bar in enumerate(self.chart.bars):
            middle = self.top + 0.5 * self.size + (rank + 0.5) * self.pitch
            yield from self._row(self.rows[rank], middle)
            yield from self._bar(bar, middle - 0.5 * _BAR * self.size)

    def lanes(self) -> Iterator[Shape]:
        for rank, (lane, found) in enumerate(zip(self.chart.lanes, self.placed, strict=True)):
            y = self.lane_tops[rank] + _LANE_HEAD * self.size
            yield from self._row(self.rows[len(self.chart.bars) + rank], y)
            yield line(Role.GROUND, (self.left, y), (self.look.width, y))
            for dot in lane.dots:
                yield circle(_dot_role(dot), self._dot_x(dot), y, _RADIUS * self.size)
            for place in found:
                if place:
                    below = y + (_LABEL_DROP + place.tier * _TIER) * self.size
                    yield from self._clear(Role.DOT_LABEL, place, below)

    def flag_lines(self) -> Iterator[Shape]:
        for flag, x, place in self.raised:
            role = Role.TODAY if flag is self.chart.today else Role.OUTSIDE
            yield line(role, (x, self._flag_base(place) - 0.8 * self.size), (x, self.height))

    def flag_labels(self) -> Iterator[Shape]:
        for flag, _, place in self.raised:
            role = Role.TODAY_LABEL if flag is self.chart.today else Role.OUTSIDE_LABEL
            yield from self._clear(role, place, self._flag_base(place))

    def _flag_base(self, place: Settled) -> float:
        return _MONTH_ROW * self.look.month + (place.tier + 0.75) * _FLAG * self.size

    def _clear(self, role: Role, place: Settled, base: float) -> tuple[Shape, Shape]:
        box, above = text_box(place.x, base, place.text, self.size, place.anchor), (_TIER - 1) / 2 * self.size
        tall = Box(box.left, box.top - above, box.right, box.bottom + above)
        return clear_words(Role.CLEAR, tall, words(role, place.x, base, place.text, place.anchor))

    def _row(self, lines: tuple[str, ...], middle: float) -> Iterator[Shape]:
        start = middle + (0.32 - 0.575 * (len(lines) - 1)) * self.size
        for rank, text in enumerate(lines):
            yield words(Role.ROW, self.left - 0.85 * self.size, start + rank * 1.15 * self.size, text, "end")

    def _bar(self, bar: Bar, top: float) -> Iterator[Shape]:
        """Its past, what is to come, and what is late, one after the other."""
        meant = min(bar.meant_last, bar.last)
        height = _BAR * self.size
        start, end, late = self.axis.start_of(bar.first), self.axis.end_of(meant), self.axis.end_of(bar.last)
        now = min(max(self.axis.middle_of(self.chart.today.on), start), end)
        if now > start:
            yield rect(Role.PAST, start, top, now - start, height)
        if end > now:
            yield rect(Role.FUTURE, now, top, end - now, height)
        if late > max(start, end):
            yield rect(Role.LATE, max(start, end), top, late - max(start, end), height)

    def _dot_x(self, dot: Dot) -> float:
        """A circle stays whole at both ends of the line."""
        reach = (_RADIUS + 0.1) * self.size
        return min(max(self.axis.middle_of(dot.on), self.left + reach), self.look.width - reach)

    def _placed(self, lane: Lane) -> tuple[Settled | None, ...]:
        room = Room(self.left, self.look.width, self.size, _MOST_TIERS, _GAP * self.size)
        dots = [(dot, shortened_to(dot.label, _LONGEST_LABEL * self.size, self.size)) for dot in lane.dots]
        wanted = [Wanted(label, self._dot_x(dot), _RADIUS * self.size) for dot, label in dots if label]
        return settled(wanted, room, lines=[x for _, x, _ in self.raised])

    def _lane_height(self, found: tuple[Settled | None, ...]) -> float:
        tiers = 1 + max((place.tier for place in found if place), default=-1)
        return (_LANE_HEAD + _LANE_FOOT + (_LABEL_DROP - _TIER + 0.3 if tiers else 0.3) + tiers * _TIER) * self.size

    def _raise_flags(self) -> list[tuple[Flag, float, Settled]]:
        """Today and the deadline, each beside its line, on one row when they keep clear of each other's line, else on two."""
        flags = list(self._flag_lines())
        lines = [x for _, x in flags]
        labels = [shortened_to(flag.label, 0.45 * (self.look.width - self.left), self.size) for flag, _ in flags]
        choices = [[(tier, anchor) for tier in range(len(flags)) for anchor in ("start", "end")] for _ in flags]
        tried = sorted(product(*choices), key=lambda choice: sum(tier for tier, _ in choice))
        each_on_its_row = tuple((rank, "start" if 2 * x < self.left + self.look.width else "end") for rank, x in enumerate(lines))
        for choice in (*tried, each_on_its_row):
            places = [self._beside(label, x, place) for label, x, place in zip(labels, lines, choice, strict=True)]
            if choice is each_on_its_row or self._stand_clear(places, lines):
                break
        return [(flag, x, place) for (flag, x), place in zip(flags, places, strict=True)]

    def _beside(self, label: str, x: float, place: tuple[int, str]) -> Settled:
        tier, anchor = place
        return Settled(label, x + (0.4 if anchor == "start" else -0.4) * self.size, tier, anchor)

    def _flag_lines(self) -> Iterator[tuple[Flag, float]]:
        if self.chart.deadline:
            yield self.chart.deadline, self.axis.end_of(self.chart.deadline.on)
        if self.axis.holds(self.chart.today.on):
            yield self.chart.today, self.axis.middle_of(self.chart.today.on)

    def _stand_clear(self, places: list[Settled], lines: list[float]) -> bool:
        """Within the drawing, off each other, and off the lines of those that stand as high or higher."""
        boxes = [text_box(place.x, place.tier * _FLAG * self.size, place.text, self.size * 1.06, place.anchor) for place in places]
        if any(box.left < self.left or box.right > self.look.width for box in boxes):
            return False
        for rank, box in enumerate(boxes):
            for other, place in enumerate(places):
                if other != rank and (box.meets(boxes[other]) or (place.tier <= places[rank].tier and box.left < lines[other] < box.right)):
                    return False
        return True


def _dot_role(dot: Dot) -> Role:
    if dot.is_held:
        return Role.HELD
    return Role.SUGGESTED if dot.is_suggested else Role.PLANNED
