"""What grouping is given and what it gives."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """An idea to place. `id` orders nothing and means nothing to the engine but equality."""

    id: str
    team: str
    text: str


@dataclass(frozen=True, slots=True)
class GivenTheme:
    """A theme that people named in advance, with words of theirs."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people corrected: pairs of ids that stand together or apart, whatever the texts say."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Equivalence:
    """What people confirmed to be one: `forms` are other ways of saying `said` (« AMAP », « association pour le maintien d’une agriculture paysanne »)."""

    said: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair asked apart, and the shortest chain of pairs asked together that ties its two ends; all written as they were given."""

    apart: tuple[str, str]
    together: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A family that stands already: its key, the ids of its members, the title of its theme, "" when it has none yet, None when it stands without any."""

    key: str
    members: tuple[str, ...]
    theme: str | None = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence: two ideas near each other, similarity in [0, 1], with the words they share in their written form, strongest first.

    After them come the notions that both evoke with other words, written « ≈ covoiturage ».
    """

    a: str
    b: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    title: str
    terms: tuple[str, ...]
    members: tuple[str, ...]
    is_given: bool = False


class Strength(StrEnum):
    STRONG = "forte"
    MEDIUM = "moyenne"
    WEAK = "faible"


@dataclass(frozen=True, slots=True)
class Family:
    """Ideas that say the same thing; of one idea or more, of one team or more.

    `members` sorted; `medoid` the idea that says it best; `title` a readable label; `theme` index of its theme, or -1 (to be placed).
    `links`: best links between members, strongest first (between teams first). `cohesion`: mean of members' best inner link, [0, 1];
    `joined`: mean of teams' best link with another team, [0, 1].
    `confidences`: for each member, in [0, 1], how surely it stands here; `doubtful`: members to be placed by people, who stand here meanwhile.
    `chance`: p of the permutation test, how often teams dealt at random would be linked as much; `beyond_chance` is what is left, 1 - p.
    `balance`: how evenly its teams speak, [0, 1]; `strength` only for families of two teams or more.
    `key`: that of the standing family it is, "" for a family that is born. In a crowd, families beyond the first hundreds have neither terms nor links.
    """

    title: str
    medoid: str
    members: tuple[str, ...]
    teams: tuple[str, ...]
    theme: int
    terms: tuple[str, ...]
    links: tuple[Link, ...]
    cohesion: float
    joined: float
    chance: float
    balance: float
    strength: Strength | None
    confidences: tuple[float, ...] = ()
    doubtful: tuple[str, ...] = ()
    key: str = ""

    @property
    def beyond_chance(self) -> float:
        return round(1 - self.chance, 4)


@dataclass(frozen=True, slots=True)
class Grouping:
    """Every text stands in exactly one family, alone if need be: nothing is noise. Families: strongest convergence first. Themes: largest first."""

    themes: tuple[Theme, ...]
    families: tuple[Family, ...]
