"""The seals as people read them, the latest first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from semailles.core.journal import sentence_of
from semailles.core.models import Seal

LEAST = 8  # signs of a digest that are enough to look for it


@dataclass(frozen=True, slots=True)
class Sealed:
    rank: int
    at: datetime
    by: str
    sentence: str
    digest: str
    previous: str


def seals_of(initiative_id: UUID, *, before: int | None = None, limit: int = 50) -> tuple[Sealed, ...]:
    """`before`: only the seals under this rank."""
    found = Seal.objects.of(initiative_id).select_related("by").order_by("-rank")
    return tuple(_read(link) for link in (found.filter(rank__lt=before) if before else found)[:limit])


def seal_with(initiative_id: UUID, digest: str) -> Sealed | None:
    """The seal whose digest begins so, once at least 8 signs of it are given; none when several do."""
    asked = "".join(digest.split()).lower()
    if len(asked) < LEAST:
        return None
    found = list(Seal.objects.of(initiative_id).select_related("by").filter(digest__startswith=asked)[:2])
    return _read(found[0]) if len(found) == 1 else None


def _read(link: Seal) -> Sealed:
    return Sealed(link.rank, link.at, str(link.by), sentence_of(link), link.digest, link.previous)
