"""The map as a gesture sees it: who stands in which family. Pure: what is touched is noted here, and written elsewhere."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

from semailles.convergence.lineage import born

Kept = dict[str, Any]  # a family as JSON keeps it


@dataclass(frozen=True, slots=True)
class Seat:
    """How an idea stands in its family."""

    confidence: float = 1.0
    is_doubtful: bool = False
    is_pinned: bool = False


@dataclass(slots=True)
class Portrait:
    """All that is kept of a family. `theme`, `validated_by`: keys; `medoid` and the seats: public ids of ideas."""

    title: str
    seats: dict[str, Seat] = field(default_factory=dict)
    theme: int | None = None
    medoid: str = ""
    terms: list[str] = field(default_factory=list)
    links: list[list[Any]] = field(default_factory=list)
    cohesion: float = 0.0
    beyond_chance: float = 0.0
    balance: float = 0.0
    chance: float = 1.0
    strength: str = ""
    rank: int = 0
    is_current: bool = True
    is_named: bool = False
    is_quoted: bool = False
    has_chosen_theme: bool = False
    validated_at: str = ""
    validated_by: int | None = None

    def kept(self) -> Kept:
        return asdict(self)

    @classmethod
    def of(cls, kept: Kept) -> "Portrait":
        return cls(**(kept | {"seats": {idea: Seat(**seat) for idea, seat in kept["seats"].items()}}))


@dataclass(frozen=True, slots=True)
class Card:
    """An idea as the map names it. `told_by`: the idea that it is a duplicate of, else itself."""

    id: str
    key: int
    mark: str
    title: str
    told_by: str
    is_voiced: bool = True  # neither set aside nor split

    def __str__(self) -> str:
        return f"{self.mark} · {self.title}" if self.mark else self.title


class Board:
    """Families by id, and where each idea stands. `before`: what was touched, as it stood; a family born since has nothing there."""

    def __init__(self, families: Mapping[str, Portrait], cards: Mapping[str, Card], used: Iterable[UUID]) -> None:
        self.families = dict(families)
        self.cards = cards
        self.used = set(used)
        self.before: dict[str, Kept] = {}
        self.touched: dict[str, None] = {}
        self.place = {idea: key for key, family in self.families.items() if family.is_current for idea in family.seats}

    def touch(self, key: str) -> Portrait:
        """The family, to be changed: what it was is noted once."""
        family = self.families[key]
        if key not in self.touched:
            self.before[key] = family.kept()
            self.touched[key] = None
        return family

    def put(self, ideas: Iterable[str], key: str) -> None:
        """These ideas, and their duplicates, stand in this family from now on; a family left empty leaves the list.

        Whoever validated that family said nothing of them: they are « à placer » there until somebody validates it again.
        """
        to = self.touch(key)
        for idea in self.with_duplicates(ideas):
            origin = self.place.get(idea)
            if origin == key:
                continue
            if origin is not None:
                self._take(idea, origin)
            to.seats[idea] = Seat(is_doubtful=bool(to.validated_at))
            self.place[idea] = key
        to.is_current = True

    def _take(self, idea: str, origin: str) -> None:
        left = self.touch(origin)
        del left.seats[idea]
        if left.medoid == idea:
            left.is_quoted = False
        left.is_current = bool(left.seats)

    def bear(self, ideas: Sequence[str], title: str = "") -> str:
        """A family of its own for these ideas, under the theme that most of them had."""
        origins = [self.place[idea] for idea in ideas if idea in self.place]
        parent = self.families[Counter(origins).most_common(1)[0][0]] if origins else None
        key = str(born(list(self.with_duplicates(ideas)), self.used))
        self.families[key] = Portrait(title or self.cards[ideas[0]].title[:300], is_named=bool(title))
        if parent:
            self.families[key] = replace(self.families[key], theme=parent.theme, rank=parent.rank)
        self.touched[key] = None
        self.put(ideas, key)
        return key

    def with_duplicates(self, ideas: Iterable[str]) -> list[str]:
        """Each idea, then those that say the same by it."""
        wanted = list(dict.fromkeys(ideas))
        told = set(wanted)
        return wanted + [idea for idea, card in self.cards.items() if card.told_by in told and idea not in told and idea in self.place]

    def voiced_in(self, key: str) -> list[str]:
        return [idea for idea in self.families[key].seats if self.cards[idea].is_voiced]

    def after(self) -> dict[str, Kept]:
        return {key: self.families[key].kept() for key in self.touched}

    def changed(self) -> list[str]:
        """Families touched whose ideas are not those that they were, and that stand."""
        was = {key: set(kept["seats"]) for key, kept in self.before.items()}
        return [key for key in self.touched if self.families[key].is_current and was.get(key) != set(self.families[key].seats)]
