"""What people said stands together, or apart, whatever comes after. Pure: a gesture that would break it is found here."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Leaving:
    """What to know to set an idea elsewhere. `held`: those that do not move; `former`: where people had left some; `alone`: key of a new family."""

    held: Collection[str]
    former: Mapping[str, str]
    alone: Callable[[Sequence[str]], str]

    def places(self, tie: Tie, now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        """Who could leave whom, and for where; first the one that is not where people had left it."""
        first, second = sorted((tie.first, tie.second), key=lambda idea: self.former.get(idea, now[idea]) == now[idea])
        for going, staying in ((first, second), (second, first)):
            if tie.kind == TOGETHER:
                yield going, staying, now[staying]
            else:
                yield from ((going, staying, key) for key in (self.former.get(going, ""), "") if key != now[going])


def respected(place: Mapping[str, str], ties: Sequence[Tie], own: Iterable[Tie], leaving: Leaving) -> dict[str, str]:
    """Where ideas stand once each of the ties `own` that the map broke without a gesture holds again, when it can and breaks none of `ties`."""
    now = dict(place)
    for tie in own:
        if broken([tie], now.get):
            now = next(_mended(now, tie, ties, leaving), now)
    return now


def _mended(now: Mapping[str, str], tie: Tie, ties: Sequence[Tie], leaving: Leaving) -> Iterator[dict[str, str]]:
    holding = [one for one in ties if broken([one], now.get) is None]
    for going, staying, target in leaving.places(tie, now):
        group = [idea for idea in bound_to(going, holding) if idea in now]
        if staying in group or any(idea in leaving.held for idea in group):
            continue
        then = dict(now) | dict.fromkeys(group, target or leaving.alone(group))
        if broken([tie, *holding], then.get) is None:
            yield then


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
