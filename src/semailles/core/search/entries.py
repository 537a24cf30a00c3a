"""What is put in the index, and what comes out of it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from semailles.core.audience import Audience

Range = tuple[int, int]
THING = "thing"  # the facet that says what kind of thing an entry is
METHOD = 2  # of making words out of texts: raise it and everything is indexed again


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing to find. `key`: its public id, or what places it. `audience`: the widest circle that may read all of it."""

    kind: str
    key: str
    title: str
    audience: Audience
    body: str = ""
    lang: str = "fr"
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The same for the same thing: what did not change is not indexed again."""
        said = [METHOD, self.title, self.body, self.lang, int(self.audience), {name: list(values) for name, values in self.facets.items()}]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that answers, best first. Ranges are places in `title` and `body` as they are written."""

    kind: str
    key: str
    title: str
    body: str
    facets: Mapping[str, Sequence[str]]
    in_title: tuple[Range, ...]
    in_body: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that answers, before it is opened. `pk`: of its entry, for `opened` alone."""

    pk: int
    kind: str
    facets: Mapping[str, Sequence[str]]

    def values(self, facet: str) -> Sequence[str]:
        """Its values under a facet; what kind of thing it is is one."""
        return (self.kind,) if facet == THING else self.facets.get(facet, ())
