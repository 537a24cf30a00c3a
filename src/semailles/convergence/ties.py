"""What people said stands together, or apart, whatever comes after. Pure: a gesture that would break it is found here."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

TOGETHER, APART = "together", "apart"


@dataclass(frozen=True, slots=True)
class Tie:
    """`correction`: key of the gesture that says so; none for the one that is being made."""

    kind: str
    first: str
    second: str
    correction: int | None = None


Place = Callable[[str], str | None]


def broken(ties: Iterable[Tie], place: Place) -> Tie | None:
    """The first tie that the map would not respect. An idea that stands nowhere breaks none."""
    return next((tie for tie in ties if _breaks(tie, place(tie.first), place(tie.second))), None)


def _breaks(tie: Tie, first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return False
    return (first == second) == (tie.kind == APART)


def bound_to(idea: str, ties: Sequence[Tie]) -> list[str]:
    """The idea, and all those that people tied to it, directly or through others."""
    links = _links(ties)
    found = {idea: None}
    queue = deque([idea])
    while queue:
        for other in links[queue.popleft()]:
            if other not in found:
                found[other] = None
                queue.append(other)
    return list(found)


def chain(first: str, second: str, ties: Sequence[Tie]) -> list[Tie]:
    """The ties that lead from one idea to another; none when they are not bound."""
    links = _links(ties)
    came: dict[str, tuple[str, Tie] | None] = {first: None}
    queue = deque([first])
    while queue and second not in came:
        here = queue.popleft()
        for other, tie in links[here].items():
            if other not in came:
                came[other] = (here, tie)
                queue.append(other)
    path: list[Tie] = []
    step = came.get(second)
    while step:
        path.append(step[1])
        step = came[step[0]]
    return path[::-1]


def _links(ties: Iterable[Tie]) -> dict[str, dict[str, Tie]]:
    links: dict[str, dict[str, Tie]] = defaultdict(dict)
    for tie in ties:
        if tie.kind == TOGETHER:
            links[tie.first].setdefault(tie.second, tie)
            links[tie.second].setdefault(tie.first, tie)
    return links
