"""A project that was dropped, or merged into another: no sheet of its own any more, and the reason why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClosedView:
    """`into`: the project it was merged into, with its number; empty when it was dropped."""

    number: int
    title: str
    reason: str
    into: str = ""
