"""Mentions under way to one actor, and how close two of their spellings are."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import Levenshtein

from semailles.engines.extracting.findings import ActorKind, KnownActor
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.gazetteer import national_gazetteer
from semailles.engines.extracting.keys import Key, key_of, spellings
from semailles.engines.extracting.lexicon import entries


@dataclass(slots=True)
class Group:
    """Mentions under way to one actor. `names`: how often each spelling occurs."""

    kind: ActorKind
    names: Counter[str] = field(default_factory=Counter)
    keys: set[Key] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)
    known: KnownActor | None = None
    into: "Group | None" = None

    def absorb(self, other: "Group") -> None:
        self.names += other.names
        self.keys |= other.keys
        self.mentions += other.mentions
        self.known = self.known or other.known
        other.into = self

    @property
    def last(self) -> "Group":
        """The group that holds these mentions now."""
        return self if self.into is None else self.into.last

    @property
    def spelt(self) -> frozenset[str]:
        """Every spelling, flattened."""
        return frozenset(flattened(name) for name in all_names(self))


def all_names(group: Group) -> list[str]:
    given = [group.known.name, *group.known.aliases] if group.known else []
    return sorted(group.names) + [one for name in given for one in spellings(name)]


def every_key(group: Group) -> set[Key]:
    """Short forms written out and as they are."""
    return group.keys | {key_of(name, group.kind) for name in all_names(group)}


def one_letter(form: str, other: str, key: Key, other_key: Key) -> bool:
    """Numbers never differ, nor do two acronyms of real bodies (« ARS », « ARB »), nor two communes (« Montbrun », « Montbron »); an unknown
    acronym is a slip of a known one (« EPD », « EPF »)."""
    if abs(len(form) - len(other)) > 1 or len(key) != len(other_key):
        return False
    apart = {word for word in (*key, *other_key) if (word in key) != (word in other_key)}
    if apart <= entries("acronyms") or [sign for sign in form if sign.isdigit()] != [sign for sign in other if sign.isdigit()]:
        return False
    return Levenshtein.distance(form, other, score_cutoff=1) <= 1 and not (len(apart) > 1 and apart <= commune_words())


@cache
def commune_words() -> frozenset[str]:
    """Words of the names of communes, as keys write them."""
    return frozenset(word for commune in national_gazetteer() for word in key_of(commune.name, ActorKind.ORGANISATION))
