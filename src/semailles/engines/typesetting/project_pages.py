"""A project that people carry, on exactly four pages, on two, or on a card: a branch of the document tree."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from semailles.engines.typesetting.charts.balance import Bars
from semailles.engines.typesetting.charts.cells import Cells
from semailles.engines.typesetting.charts.milestones import Milestones
from semailles.engines.typesetting.process_page import MoneyTable, Remark
from semailles.engines.typesetting.prose import Block


class Form(StrEnum):
    """How much paper a sheet takes."""

    FOUR = "four"
    TWO = "two"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Written:
    """A heading: what people wrote under it; without a word of theirs, quotations with their source, and the question that is still to be answered."""

    title: str
    blocks: tuple[Block, ...]
    quotes: tuple[tuple[str, str], ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps of maturity and the one where the project stands, from 0."""

    steps: tuple[str, ...]
    here: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows of words under named columns; `question` when there is none."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """An actor and how far it is committed: `rung` from 0 (withdrawn) to 6, in words `level`, `since` when and what shows it. `is_gone`: it left, or its word has expired."""

    name: str
    role: str
    rung: int
    level: str
    since: str
    proof: str
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Holders:
    """`rungs`: the six names of the ladder. `more`: « et {n} autres », for those that a full page leaves out. `none`: when nobody is committed."""

    title: str
    head: tuple[str, ...]
    rungs: tuple[str, ...]
    rows: tuple[Held, ...]
    more: str
    none: str
    question: str


@dataclass(frozen=True, slots=True)
class Due:
    """A milestone. `who`: the organisation that answers for it."""

    what: str
    when: str
    state: str
    who: str = ""
    is_reached: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """`first`: what comes next, set large beside how to start; `first_title` above it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Due, ...]
    verdicts: tuple[Remark, ...]
    question: str
    first_title: str = ""
    first: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """`costs` and `fundings` hold no row when nobody wrote any; their `empty` is then the question. `notes`: what is apart, what is not counted."""

    title: str
    costs: MoneyTable
    fundings: MoneyTable
    verdict: Remark | None
    notes: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.costs.rows or self.fundings.rows)


@dataclass(frozen=True, slots=True)
class Photograph:
    """The bytes of a JPEG or a PNG, what it shows (`alt`), who made it, what is written under it."""

    content: bytes
    alt: str
    credit: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Drawings:
    place: Cells | None = None
    calendar: Milestones | None = None
    money: Bars | None = None
    photograph: Photograph | None = None


@dataclass(frozen=True, slots=True)
class ProjectPages:
    """`traits`: label and value of what is said in one line; the first four stand at the head. `texts`: the seven headings and the notes beside them, by key.
    `card`, `card_traits`: what the short forms say instead of the description, and what the card says in one line. `foot`: licence, day, how it may be reached. `is_cut`: of a text that no page holds, only the beginning is here."""

    ladder: Ladder
    traits: tuple[tuple[str, str], ...]
    texts: Mapping[str, Written]
    places: tuple[str, ...]
    obstacles: Lines
    examples: Lines
    links: Lines
    holders: Holders
    calendar: Calendar
    money: Money
    effects: Lines
    provenance: Lines
    card: Written
    card_traits: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    drawings: Drawings | None = None
    is_cut: bool = False
