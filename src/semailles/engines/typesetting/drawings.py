"""The drawings of a book, each with its text alternative: what the templates place."""

from collections.abc import Iterator
from dataclasses import replace

from semailles.engines.typesetting.charts.balance import Bars, balance_svg
from semailles.engines.typesetting.charts.cells import Cells, cells_svg
from semailles.engines.typesetting.charts.gantt import Gantt, gantt_svg
from semailles.engines.typesetting.charts.looks import PRINT, Look
from semailles.engines.typesetting.charts.milestones import Milestones, milestones_svg
from semailles.engines.typesetting.photograph import photograph_svg
from semailles.engines.typesetting.process_page import ProcessPart
from semailles.engines.typesetting.project_pages import Drawings
from semailles.engines.typesetting.tree import Roadmap, Sheet
from semailles.engines.typesetting.typography import typeset

MARGIN = Look(144.5, 6.6, is_web=False)  # points: the 51 mm beside a column of text


def drawn(book: Roadmap) -> dict[str, dict[str, str]]:
    """SVG and words by key: the process's, then those of each sheet."""
    found = dict(_of_process(typeset(book.process, book.lang)))
    for sheet in book.sheets:
        found |= sheet_drawings(sheet, book.lang)
    return found


def sheet_drawings(sheet: Sheet, lang: str) -> dict[str, dict[str, str]]:
    """« 3-place », « 3-calendar », « 3-money »."""
    if sheet.pages is None or sheet.pages.drawings is None:
        return {}
    return {f"{sheet.number}-{key}": one for key, one in _of_project(typeset(sheet.pages.drawings, lang))}


def without_drawings(book: Roadmap) -> Roadmap:
    """For outputs that take drawings as drawings."""
    sheets = tuple(map(without_sheet_drawings, book.sheets))
    return replace(book, sheets=sheets, process=_without(book.process) if book.process else None)


def without_sheet_drawings(sheet: Sheet) -> Sheet:
    return replace(sheet, pages=replace(sheet.pages, drawings=None)) if sheet.pages else sheet


def _of_process(part: ProcessPart | None) -> Iterator[tuple[str, dict[str, str]]]:
    if part and part.calendar and part.calendar.chart:
        yield "calendar", _told(part.calendar.chart, gantt_svg(part.calendar.chart, PRINT))
    if part and part.budget and part.budget.chart:
        yield "balance", _told(part.budget.chart, balance_svg(part.budget.chart, PRINT))


def _of_project(drawings: Drawings) -> Iterator[tuple[str, dict[str, str]]]:
    if drawings.place:
        yield "place", _told(drawings.place, cells_svg(drawings.place, MARGIN))
    if drawings.calendar:
        yield "calendar", _told(drawings.calendar, milestones_svg(drawings.calendar, PRINT))
    if drawings.photograph and (svg := photograph_svg(drawings.photograph.content)):
        one = drawings.photograph
        yield "photograph", {"svg": svg, "alt": one.alt, "credit": one.credit, "caption": one.caption}
    if drawings.money:
        yield "money", _told(drawings.money, balance_svg(drawings.money, PRINT))


def _told(chart: Bars | Cells | Gantt | Milestones, svg: str) -> dict[str, str]:
    return {"svg": svg, "alt": f"{chart.title}. {chart.description}"}


def _without(part: ProcessPart) -> ProcessPart:
    budget = replace(part.budget, chart=None) if part.budget else None
    return replace(part, budget=budget, calendar=replace(part.calendar, chart=None) if part.calendar else None)
