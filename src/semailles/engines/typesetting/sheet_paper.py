"""One sheet alone: on four pages, on two, on a card; and how much room its texts still have."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from semailles.engines.typesetting.payload import sheet_values
from semailles.engines.typesetting.printing import compiled, queried
from semailles.engines.typesetting.project_pages import Form
from semailles.engines.typesetting.signs import printable
from semailles.engines.typesetting.tree import IdeaEntry, Printed, Sheet, Team
from semailles.engines.typesetting.typography import set_text

_MEASURED = 64  # sheets whose measure is kept: who types sees the same text measured again and again


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """`ideas`: those that feed the sheet. `process`: whose it is."""

    lang: str
    process: str
    teams: tuple[Team, ...]
    ideas: tuple[IdeaEntry, ...]
    sheet: Sheet
    form: Form = Form.FOUR


@dataclass(frozen=True, slots=True)
class Fit:
    """How a page holds: millimetres too many, or those left when its type is set as small as it may be; and the height of a line, for counting them."""

    page: int
    excess: float
    left: float
    pitch: float

    @property
    def lines(self) -> int:
        """Whole lines that are left, or are too many (below zero)."""
        return -int(-(-self.excess // self.pitch)) if self.excess else int(self.left // self.pitch)


def sheet_pdf(paper: SheetPaper) -> Printed:
    return compiled("one-sheet.typ", _values(paper))[0]


def sheet_fits(paper: SheetPaper) -> tuple[Fit, ...]:
    """Page by page, without printing."""
    return _measured(json.dumps({**_values(paper), "measuring": True}, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=_MEASURED)
def _measured(values: str) -> tuple[Fit, ...]:
    found = queried("one-sheet.typ", json.loads(values), "<fitted>")
    return tuple(Fit(one["page"], one["excess"], one["most"], one["pitch"]) for one in found if "page" in one)


def _values(paper: SheetPaper) -> dict[str, Any]:
    values = sheet_values(paper.sheet, paper.ideas, paper.teams, paper.lang)
    return {**values, "form": paper.form.value, "process": printable(set_text(paper.process, paper.lang))}
