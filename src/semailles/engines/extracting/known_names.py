"""Spellings that people know, where a passage holds them."""

from collections.abc import Iterable, Iterator, Sequence

from semailles.engines.extracting.findings import ActorKind, KnownActor
from semailles.engines.extracting.flat import Token
from semailles.engines.extracting.keys import variants
from semailles.engines.extracting.phrasebook import Match, Phrasebook
from semailles.engines.words import is_acronym

Found = tuple[int, int, ActorKind]
Sought = tuple[ActorKind, str]


class KnownNames:
    """Names are found whatever their capitals and accents; acronyms only with theirs, dotted or not: « CA » is not « ça »."""

    def __init__(self, known: Iterable[KnownActor]) -> None:
        names = ((actor.kind, name) for actor in known for name in (actor.name, *actor.aliases))
        self._book: Phrasebook[Sought] = Phrasebook(entry for kind, name in names for entry in _entries(kind, name))

    def find(self, text: str, words: Sequence[Token]) -> list[Found]:
        """Longest first, from left to right, without overlap."""
        found: list[Found] = []
        at = 0
        while at < len(words):
            match = next((one for one in self._book.at(words, at) if _is_written(one, text, words)), None)
            if match:
                found.append((words[match.first].start, words[match.last - 1].end, match.value[0]))
            at = match.last if match else at + 1
        return found


def _entries(kind: ActorKind, name: str) -> Iterator[tuple[str, Sought]]:
    """Each way of writing it, with what must stand there exactly; « » for a name, which is compared without capitals and accents."""
    if not is_acronym(name):
        yield from ((written, (kind, "")) for written in variants(name))
        return
    for written in variants(name.replace(".", "")):
        yield written, (kind, written)
        if written.isalpha():
            yield ".".join(written), (kind, written)


def _is_written(match: Match[Sought], text: str, words: Sequence[Token]) -> bool:
    _kind, exactly = match.value
    there = text[words[match.first].start : words[match.last - 1].end]
    return not exactly or there.replace("’", "'").replace(".", "") == exactly
