"""What print needs of a project that people carry: plain values, read once, complete; projections narrow them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from semailles.engines.typesetting.charts.cells import Cells
from semailles.engines.typesetting.charts.milestones import Milestones
from semailles.engines.typesetting.project_pages import Photograph
from semailles.publication.views import BudgetView


@dataclass(frozen=True, slots=True)
class HolderView:
    """`actor`: public id. `level`, `since` and `proof` in words. `is_gone`: it left, or its word has expired; `is_holding`: it carries the project, by word of mouth at least;
    `is_to_hold`: it would."""

    actor: str
    name: str
    role: str
    rung: int
    level: str
    since: str
    proof: str
    is_gone: bool = False
    is_holding: bool = False
    is_to_hold: bool = False


@dataclass(frozen=True, slots=True)
class DueView:
    """`who`: an organisation; persons are not printed."""

    what: str
    when: str
    state: str
    who: str = ""
    is_reached: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class TimeView:
    """`following`: rank of the next milestone among `dues`, None when all are reached or none has a day."""

    dues: tuple[DueView, ...] = ()
    chart: Milestones | None = None
    verdict: str = ""
    slips: tuple[str, ...] = ()
    following: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    lines: tuple[str, ...] = ()
    chart: Cells | None = None


@dataclass(frozen=True, slots=True)
class CarriedView:
    """`traits`: label and value of what is said in one line, by field. `parts`: what is taken of an idea, by its id. Lines are in words, cell by cell."""

    tagline: str
    step: int
    status: str
    traits: Mapping[str, tuple[str, str]]
    place: PlaceOnMap
    obstacles: tuple[tuple[str, str, str], ...]
    examples: tuple[tuple[str, str, str], ...]
    links: tuple[tuple[str, str], ...]
    effects: tuple[tuple[str, str, str], ...]
    holders: tuple[HolderView, ...]
    time: TimeView
    budget: BudgetView
    parts: Mapping[str, str] = field(default_factory=dict)
    not_quantified: str = ""
    photograph: Photograph | None = None
    contact: str = ""
    licence: str = ""


Carried = Mapping[str, CarriedView]  # by public id of the project
NONE: Carried = {}
