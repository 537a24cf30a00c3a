"""Which things have sections, and who may write there: each app declares its own in `sections.py`, as `SECTIONS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from semailles.core.declared import declared
from semailles.core.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence


@dataclass(frozen=True, slots=True)
class SectionOwner:
    """`slots`: the names of its sections, in their order. `may_write`: (who, in which initiative, in which of its things)."""

    slots: Mapping[str, "Sentence"]
    may_write: Callable[[Person, UUID, UUID], bool]


def owner(kind: str) -> SectionOwner:
    found: SectionOwner = declared("sections", "SECTIONS")[kind]
    return found


def slot_title(kind: str, slot: str) -> str:
    return str(owner(kind).slots[slot])
