"""What the engine takes and gives."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Said:
    """An idea as a team said it.

    `named`: the organisations and places that it names; `family`: what stands together as the same idea.
    """

    id: str
    team: str
    text: str
    lang: str = "fr"
    named: tuple[str, ...] = ()
    family: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a chain, and the ideas that stand at it, surest first."""

    key: str
    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two ideas of two teams at two steps of a chain; `words`: what both write, as the first writes it."""

    first: str
    second: str
    steps: tuple[str, str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Complement:
    """A chain that several teams fill together: its steps in order, the nearest pairs that join them. `name`: the place or body, when it is one."""

    chain: str
    steps: tuple[Step, ...]
    ties: tuple[Tie, ...]
    teams: tuple[str, ...]
    name: str = ""


class Kind(StrEnum):
    """Why two ideas may clash: the two sides of a known dispute, opposite wishes about one thing, two figures of one thing."""

    DISPUTE = "dispute"
    OPPOSITE = "opposite"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of an idea: what it says of the thing, where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Tension:
    """Two ideas to be read side by side. Never a fact.

    `about`: words that both write; `said`: the words of each that seem to clash; `axis`: which dispute, which opposites, which unit.
    """

    kind: Kind
    first: str
    second: str
    about: tuple[str, ...]
    said: tuple[Stretch, Stretch]
    axis: str
