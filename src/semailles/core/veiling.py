"""Finding somebody's names in a text, and blanking them without moving what stands around them."""

import hashlib
import re
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import UUID

from semailles.core.models import ErasedName
from semailles.engines.words import fold

BLANK = "•"  # every font has it
WORD = re.compile(r"[^\W_]+")
SHORTEST = 3  # letters of a name said alone
Known = Callable[[str], bool]


class Veil:
    """The names that it knows, by their number of words: whatever their capitals, accents, hyphens and spaces; one word alone begins with a capital."""

    def __init__(self, known: dict[int, Known]) -> None:
        self._known = known

    def __bool__(self) -> bool:
        return bool(self._known)

    def __call__(self, text: str) -> str:
        """As long as it was: each letter of a name is blanked."""
        for start, end in self.spans(text):
            text = text[:start] + WORD.sub(lambda found: BLANK * len(found[0]), text[start:end]) + text[end:]
        return text

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        found = list(WORD.finditer(text)) if self._known else []
        folded = [fold(word[0]) for word in found]
        for size, known in self._known.items():
            for at in range(len(found) - size + 1):
                is_named = size > 1 or text[found[at].start()].isupper()
                if is_named and known(" ".join(folded[at : at + size])):
                    yield found[at].start(), found[at + size - 1].end()

    def within(self, value: Any) -> Any:
        """The same value, of JSON or text, with the names blanked in it."""
        if isinstance(value, str):
            return self(value)
        if isinstance(value, list | tuple):
            return type(value)(self.within(one) for one in value)
        return {key: self.within(one) for key, one in value.items()} if isinstance(value, dict) else value


def written(name: str) -> str:
    """A name as veils compare it."""
    return " ".join(fold(word) for word in WORD.findall(name))


def veil_over(names: Iterable[str]) -> Veil:
    """`names`: several words, or one of three letters and more."""
    by_size: dict[int, set[str]] = defaultdict(set)
    for name in map(written, names):
        if " " in name or len(name) >= SHORTEST:
            by_size[name.count(" ") + 1].add(name)
    return Veil({size: found.__contains__ for size, found in sorted(by_size.items(), reverse=True)})


def veil_of(initiative_id: UUID) -> Veil:
    """Over the names that were erased here. One query."""
    by_size: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for size, salt, digest in ErasedName.objects.of(initiative_id).values_list("words", "salt", "digest"):
        by_size[size].add((salt, digest))
    return Veil({size: _knower(found) for size, found in sorted(by_size.items(), reverse=True)})


def _knower(found: set[tuple[str, str]]) -> Known:
    salts, digests = {salt for salt, _ in found}, {digest for _, digest in found}
    return lambda name: any(_digest(name, salt) in digests for salt in salts)


def keep_erased(initiative_id: UUID, names: Iterable[str]) -> None:
    """From now on these names are blanked in whatever is read. One salt an initiative, so that a text is compared once."""
    first = ErasedName.objects.of(initiative_id).first()
    salt = first.salt if first else secrets.token_hex(16)
    every = {name for name in map(written, names) if " " in name or len(name) >= SHORTEST}
    rows = [ErasedName(initiative_id=initiative_id, words=name.count(" ") + 1, salt=salt, digest=_digest(name, salt)) for name in every]
    ErasedName.objects.bulk_create(rows, ignore_conflicts=True)


def _digest(name: str, salt: str) -> str:
    return hashlib.sha256(f"{salt}\n{name}".encode()).hexdigest()
