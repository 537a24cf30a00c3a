"""The same euro written twice: one funder, one amount, and no word that tells the two lines apart. In doubt it counts once, as the less sure line says."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from semailles.engines.budgeting.lines import Nature, Status

CERTAINTY = (Status.REFUSED, Status.THOUGHT_OF, Status.SOUGHT, Status.TO_CONFIRM, Status.DECIDED, Status.NOTIFIED, Status.PAID)


@dataclass(frozen=True, slots=True)
class Pledge:
    """`key`: which line. `funder`: the same for every spelling of one funder. `words`: year, detail, earmark and source, « » where nothing is said."""

    key: Hashable
    funder: Hashable
    amount: Decimal
    nature: Nature
    status: Status
    words: tuple[str, ...] = ()


def counted_twice(pledges: Iterable[Pledge]) -> Mapping[Hashable, Hashable]:
    """Each line that holds the euros of another, with that other, which counts. What is refused counts nowhere, hence never twice."""
    alike: dict[Hashable, list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        if pledge.status != Status.REFUSED and pledge.amount > 0:
            alike[(pledge.funder, pledge.amount, pledge.nature)].append(pledge)
    found: dict[Hashable, Hashable] = {}
    for group in alike.values():
        found |= _among(group)
    return found


def _among(alike: Iterable[Pledge]) -> dict[Hashable, Hashable]:
    kept: list[Pledge] = []
    found: dict[Hashable, Hashable] = {}
    for pledge in sorted(alike, key=lambda one: CERTAINTY.index(one.status)):
        same = next((one for one in kept if not _told_apart(one, pledge)), None)
        if same is None:
            kept.append(pledge)
        else:
            found[pledge.key] = same.key
    return found


def _told_apart(one: Pledge, other: Pledge) -> bool:
    return any(here and there and here != there for here, there in zip(one.words, other.words, strict=True))
