"""Milestones that wait for one another, across projects: when each may be expected, what slips, what that moves.

A milestone is expected on the latest of three days: the one it is planned for, today when that day is past and nobody wrote that it was reached,
and the day that what it waits for leaves it (the longest path of the critical path method, Kelley and Walker 1959).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Step:
    """`starts_on`: when work on it begins, if it lasts. `real_on`: the day it was reached."""

    key: str
    label: str
    planned_on: date | None = None
    starts_on: date | None = None
    real_on: date | None = None

    @property
    def days(self) -> int:
        """How long its work lasts, once what it waits for is there."""
        return (self.planned_on - self.starts_on).days if self.planned_on and self.starts_on else 0


@dataclass(frozen=True, slots=True)
class Wait:
    """`after` begins `lag_days` after `before` is reached, at the earliest. Both are keys of steps."""

    before: str
    after: str
    lag_days: int = 0


@dataclass(frozen=True, slots=True)
class Expected:
    """A step with its day. `own_days`: what it lost by itself; `moved_days`: what others made it lose; `clash_on`: its plan alone already comes too early."""

    step: Step
    on: date | None
    own_days: int = 0
    moved_days: int = 0
    clash_on: date | None = None


@dataclass(frozen=True, slots=True)
class Slipped:
    """A step that is late by itself, and what follows from it, nearest first. `is_open`: not reached yet, so the days still grow."""

    late: Expected
    is_open: bool
    moves: tuple[Expected, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    steps: tuple[Expected, ...]
    slips: tuple[Slipped, ...] = ()
    too_soon: tuple[tuple[Step, Step], ...] = ()  # reached, although what it waits for is not: (what waits, what it waits for)


class Turning(ValueError):
    """The waits turn in a circle; no day can be said. `chain`: the keys, the first one again at the end."""

    def __init__(self, chain: Sequence[str]) -> None:
        super().__init__(" → ".join(chain))
        self.chain = tuple(chain)


def expect(steps: Sequence[Step], waits: Iterable[Wait], *, on: date) -> Network:
    """`on`: today. Waits of unknown steps are left out. Raises `Turning` when they turn in a circle."""
    known = {step.key: step for step in steps}
    kept = [wait for wait in waits if wait.before in known and wait.after in known]
    order = _in_order(list(known), kept)
    into = _by(kept, "after")
    meant = _days(known, order, into, None)
    real = _days(known, order, into, on)
    held = {wait.after for wait in kept if real[wait.before] and not known[wait.before].real_on}
    told = {key: _told(known[key], meant[key], real[key], None if key in held else on) for key in order}
    binding = _binding(kept, known, told)
    slips = [_slipped(told[step.key], told, binding) for step in steps if told[step.key].own_days]
    soon = [(known[wait.after], known[wait.before]) for wait in kept if known[wait.after].real_on and not known[wait.before].real_on]
    return Network(tuple(told[step.key] for step in steps), tuple(slip for slip in slips if slip.is_open or slip.moves), tuple(soon))


def circle(waits: Iterable[Wait], *, before: str, after: str) -> tuple[str, ...]:
    """What would turn if `after` waited for `before`: the keys from `after` back to itself, each one waited for by the next; empty when nothing would."""
    following = _by(waits, "before")
    came: dict[str, str] = {after: ""}
    queue = [after]
    for key in queue:
        for wait in following[key]:
            if wait.after not in came:
                came[wait.after] = key
                queue.append(wait.after)
    if before not in came:
        return ()
    chain = [before]
    while chain[-1] != after:
        chain.append(came[chain[-1]])
    return (*reversed(chain), after)


def _by(waits: Iterable[Wait], end: str) -> dict[str, list[Wait]]:
    found: dict[str, list[Wait]] = defaultdict(list)
    for wait in waits:
        found[getattr(wait, end)].append(wait)
    return found


def _in_order(keys: Sequence[str], waits: Sequence[Wait]) -> list[str]:
    """Each one after all that it waits for (Kahn 1962), in the order given otherwise."""
    left = dict.fromkeys(keys, 0)
    for wait in waits:
        left[wait.after] += 1
    following = _by(waits, "before")
    order = [key for key in keys if not left[key]]
    for key in order:
        for wait in following[key]:
            left[wait.after] -= 1
            if not left[wait.after]:
                order.append(wait.after)
    if len(order) < len(left):
        raise Turning(_a_circle([key for key in keys if left[key]], waits))
    return order


def _a_circle(keys: Sequence[str], waits: Sequence[Wait]) -> tuple[str, ...]:
    """Some circle: among steps that each wait for another of them, walking back always comes round."""
    held = set(keys)
    waited = {wait.after: wait.before for wait in waits if wait.after in held and wait.before in held}
    walked = [keys[0]]
    while walked[-1] not in walked[:-1]:
        walked.append(waited[walked[-1]])
    return tuple(reversed(walked[walked.index(walked[-1]) :]))


def _days(known: Mapping[str, Step], order: Sequence[str], into: Mapping[str, list[Wait]], on: date | None) -> dict[str, date | None]:
    """The day of each step: as it goes when `on` is today, as it was meant when None."""
    found: dict[str, date | None] = {}
    for key in order:
        step = known[key]
        earliest = [_released(found[wait.before], wait, step) for wait in into.get(key, ())]
        days = [day for day in (step.planned_on, *earliest) if day]
        if on and step.real_on:
            found[key] = step.real_on
        else:
            found[key] = max([*days, on] if on and days else days, default=None)
    return found


def _released(day: date | None, wait: Wait, step: Step) -> date | None:
    if day is None:
        return None
    return date.fromordinal(min(day.toordinal() + wait.lag_days + step.days, date.max.toordinal()))


def _told(step: Step, meant: date | None, real: date | None, on: date | None) -> Expected:
    """`on`: None for a step that is held back by others; then no day of its delay is its own."""
    until = step.real_on or on
    own = max((until - step.planned_on).days, 0) if step.planned_on and until else 0
    moved = 0
    if meant and real and not step.real_on:
        moved = (real - max(meant, on if own and on else meant)).days
    clash = meant if meant and step.planned_on and meant > step.planned_on and not step.real_on else None
    return Expected(step, real, own, moved, clash)


def _binding(waits: Iterable[Wait], known: Mapping[str, Step], told: Mapping[str, Expected]) -> dict[str, list[str]]:
    """From each step, those whose day it alone gives."""
    found: dict[str, list[str]] = defaultdict(list)
    for wait in waits:
        after = told[wait.after]
        if after.moved_days and _released(told[wait.before].on, wait, known[wait.after]) == after.on:
            found[wait.before].append(wait.after)
    return found


def _slipped(late: Expected, told: Mapping[str, Expected], binding: Mapping[str, list[str]]) -> Slipped:
    reached, queue = {late.step.key}, [late.step.key]
    for key in queue:
        fresh = [after for after in binding.get(key, ()) if after not in reached]
        reached.update(fresh)
        queue.extend(fresh)
    return Slipped(late, late.step.real_on is None, tuple(told[key] for key in queue[1:]))
