"""A balance as bars on one scale: needs, what is confirmed (solid), what is hoped for (hatched), what is missing (dashed); in kind apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from semailles.engines.typesetting.charts.lettering import shortened_to, width_of
from semailles.engines.typesetting.charts.looks import WEB, Look, Role
from semailles.engines.typesetting.charts.shapes import Drawing, Shape, line, rect, svg, words


@dataclass(frozen=True, slots=True)
class Reading:
    """A row: its name, its amount in words, and the pieces of its bar, each as (role, from, to) in euros."""

    label: str
    amount: str
    pieces: tuple[tuple[Role, Decimal, Decimal], ...]
    is_strong: bool = False
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """What to draw, with every word of it. `needs`: the upright line that every reading is compared with."""

    title: str
    description: str
    readings: tuple[Reading, ...]
    needs: Decimal


def pieces(confirmed: Decimal, hoped: Decimal) -> tuple[tuple[Role, Decimal, Decimal], ...]:
    """What is hoped for holds what is confirmed."""
    return ((Role.HAVE, Decimal(0), confirmed), (Role.HOPE, confirmed, hoped))


def balance_svg(chart: Bars, look: Look = WEB, name: str = "balance") -> str:
    return svg(balance(chart, look), look, name)


# Shares of the text's size.
_PITCH, _BAR, _APART, _INSET = 2.1, 1.2, 0.9, 0.8


def balance(chart: Bars, look: Look) -> Drawing:
    page = _Page(chart, look)
    return Drawing(chart.title, chart.description, page.height, tuple(page.shapes()))


class _Page:
    def __init__(self, chart: Bars, look: Look) -> None:
        self.chart, self.look, self.size = chart, look, look.text
        bold = 1.06
        self.left = min(0.3 * look.width, max(width_of(one.label, self.size * bold) for one in chart.readings) + _INSET * self.size)
        self.right = look.width - max(width_of(one.amount, self.size * bold) for one in chart.readings) - _INSET * self.size
        ends = [end for one in chart.readings for _, _, end in one.pieces]
        self.most = max([chart.needs, *ends, Decimal(1)])
        self.tops = self._tops()
        self.height = self.tops[-1] + _PITCH * self.size

    def shapes(self) -> Iterator[Shape]:
        for top, one in zip(self.tops, self.chart.readings, strict=True):
            middle = top + _PITCH / 2 * self.size
            for role, start, end in one.pieces:
                if end > start:
                    yield rect(role, self._x(start), middle - _BAR / 2 * self.size, self._x(end) - self._x(start), _BAR * self.size)
            base = middle + 0.32 * self.size
            label = shortened_to(one.label, self.left - _INSET * self.size, self.size)
            yield words(Role.STRONG_ROW if one.is_strong else Role.ROW, 0.0, base, label)
            yield words(Role.STRONG_AMOUNT if one.is_strong else Role.AMOUNT, self.look.width, base, one.amount, "end")
        yield from self._needs_line()

    def _needs_line(self) -> Iterator[Shape]:
        """Through the readings that are compared with the needs; what is apart is not."""
        compared = [top for top, one in zip(self.tops, self.chart.readings, strict=True) if not one.is_apart]
        if self.chart.needs > 0 and compared:
            x = self._x(self.chart.needs)
            yield line(Role.TODAY, (x, compared[0] + 0.2 * self.size), (x, compared[-1] + (_PITCH - 0.2) * self.size))

    def _tops(self) -> list[float]:
        tops, y = [], 0.0
        for one in self.chart.readings:
            y += _APART * self.size if one.is_apart else 0.0
            tops.append(y)
            y += _PITCH * self.size
        return tops

    def _x(self, amount: Decimal) -> float:
        return self.left + float(amount / self.most) * (self.right - self.left)
