"""What an export of another platform gives: one idea a row, and the rows that could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from semailles.engines.platforms import Platform

Span = tuple[int, int]


class RowTrouble(StrEnum):
    """Why a row gives no idea, or not all that it holds. Sentences belong to the caller."""

    NO_TEXT = "no_text"
    BROKEN = "broken"  # more cells than columns: a separator stands unquoted in a text, nothing may be shifted
    UNCLOSED = "unclosed"  # a quotation mark is not closed: the rows below stand in one of its texts
    SAME_ID = "same_id"  # a row above has this id already
    BARE_WORD = "bare_word"  # a note of one or two words: a theme rather than an idea
    NO_POINT = "no_point"  # its coordinates are none; the rest of the row is read


@dataclass(frozen=True, slots=True)
class Told:
    """`row`: as the spreadsheet numbers it; `words`: what stands there."""

    row: int
    trouble: RowTrouble
    words: str = ""


@dataclass(frozen=True, slots=True)
class ExportedIdea:
    """One row. `quote`, `told`: offsets in `blocks[block].text` of its exact words, and of all that people wrote of it (title, text, place).

    `component`: where `external_id` is unique ("" when the file does not say); `point`: latitude and longitude in WGS 84 degrees;
    `counters`: what the platform counted on the day of the export, which are no votes of ours. `title` is "" when the platform has none. `signature`: the id of the idea
    that Semailles wrote there, when the row is one of its own that comes back.
    """

    block: int
    quote: Span
    title: str
    text: str
    told: tuple[Span, ...]
    lang: str = ""
    external_id: str = ""
    component: str = ""
    url: str = ""
    author: str = ""
    theme: str = ""
    place: str = ""
    point: tuple[float, float] | None = None
    state: str = ""
    written_at: str = ""
    counters: tuple[tuple[str, int], ...] = ()
    signature: str = ""


@dataclass(frozen=True, slots=True)
class ExportedTable:
    platform: Platform
    ideas: tuple[ExportedIdea, ...]
    told: tuple[Told, ...]


Reading = Iterator[ExportedIdea | Told]  # what one row gives
