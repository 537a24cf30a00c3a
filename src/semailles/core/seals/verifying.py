"""Whether the chain holds, and where it breaks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from semailles.core.models import Person, Seal
from semailles.core.seals import digests
from semailles.core.seals.sealing import facts_of

ERASED = "erased values"  # the kind of the seals that say which values were erased; their value `values`: « 3 label », « 5 reason »


class Fault(StrEnum):
    MISSING = "missing"  # a rank is not there
    LINK = "link"  # it does not hold the digest of the seal before
    CONTENT = "content"  # its digest is not that of what it says
    ROW = "row"  # what stands beside its content says otherwise: kind, thing, person, moment
    VALUE = "value"  # a value is not the one that was sealed
    ERASED = "erased"  # a value was erased, and no later seal says so


@dataclass(frozen=True, slots=True)
class Break:
    rank: int
    fault: Fault
    value: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`head`: the digest of the last seal; noted elsewhere, it proves the whole chain until there."""

    seals: int
    head: str
    breaks: tuple[Break, ...]

    @property
    def holds(self) -> bool:
        return not self.breaks


def verify(initiative_id: UUID) -> Verdict:
    """Three queries, whatever the length."""
    links = list(Seal.objects.of(initiative_id).select_related("by").order_by("rank"))
    told_erased = _told_erased(links)
    people = {str(found) for found in Person.objects.values_list("public_id", flat=True)}
    breaks: list[Break] = []
    before: Seal | None = None
    for link in links:
        breaks += [*_out_of_line(link, before), *_altered(link, people), *_values_altered(link, told_erased)]
        before = link
    return Verdict(len(links), before.digest if before else "", tuple(breaks))


def _told_erased(links: list[Seal]) -> set[str]:
    told = [link.detail.get("values") for link in links if link.kind == ERASED]
    return {str(name) for names in told if isinstance(names, list) for name in names}


def _out_of_line(link: Seal, before: Seal | None) -> Iterator[Break]:
    expected = before.rank + 1 if before else 1
    if link.rank != expected:
        yield Break(expected, Fault.MISSING)
    elif link.previous != (before.digest if before else ""):
        yield Break(link.rank, Fault.LINK)


def _altered(link: Seal, people: set[str]) -> Iterator[Break]:
    if digests.of_seal(link.previous, link.content) != link.digest:
        yield Break(link.rank, Fault.CONTENT)
    elif not _agrees(link, sealed(link), people):
        yield Break(link.rank, Fault.ROW)


def _agrees(link: Seal, content: dict[str, Any], people: set[str]) -> bool:
    """Somebody who is not in this database sealed elsewhere: whoever stands in their place says nothing against it."""
    said = {name: value for name, value in content.items() if name != "values"}
    by = said.pop("by", None)
    beside = said == {name: value for name, value in facts_of(link).items() if name != "by"}
    return beside and (by == str(link.by.public_id) or by not in people)


def _values_altered(link: Seal, told_erased: set[str]) -> Iterator[Break]:
    kept, told = sealed(link)["values"], link.salted
    for name in sorted(kept.keys() | told.keys()):
        value, salt = told.get(name, ("", ""))
        if not salt:
            if f"{link.rank} {name}" not in told_erased:
                yield Break(link.rank, Fault.ERASED, name)
        elif digests.of_value(value, salt) != kept.get(name):
            yield Break(link.rank, Fault.VALUE, name)


def sealed(link: Seal) -> dict[str, Any]:
    """What the content says, and `values` among it; nothing of what somebody made unreadable, which its digest tells."""
    try:
        read = json.loads(link.content)
    except (ValueError, RecursionError):
        read = None
    said = read if isinstance(read, dict) else {}
    values = said.get("values")
    return {**said, "values": values if isinstance(values, dict) else {}}
