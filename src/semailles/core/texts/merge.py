"""Two texts that come from one, brought together line by line (a paragraph is a line). Pure.

Each side is read as hunks: lines of the base that it replaces. Hunks that do not touch the same lines both count; those that do are a
conflict, kept as data with the three texts: people choose, and nothing that either side wrote is lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Lines on which nobody disagrees."""

    lines: Lines

    @property
    def proposal(self) -> Lines:
        return self.lines


@dataclass(frozen=True, slots=True)
class Disputed:
    """Lines that both sides changed, each in its way."""

    base: Lines
    mine: Lines
    theirs: Lines

    @property
    def proposal(self) -> Lines:
        """Both, one after the other: nothing is lost before somebody has chosen."""
        return self.theirs + self.mine


@dataclass(frozen=True, slots=True)
class Merged:
    parts: tuple[Agreed | Disputed, ...]

    @property
    def is_clean(self) -> bool:
        return not any(isinstance(part, Disputed) for part in self.parts)

    @property
    def disputes(self) -> tuple[Disputed, ...]:
        return tuple(part for part in self.parts if isinstance(part, Disputed))

    @property
    def text(self) -> str:
        """What to begin with in the merge screen."""
        return "\n".join(line for part in self.parts for line in part.proposal)


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Lines `start` to `end` of the base (without `end`), replaced by `lines`. Equal bounds: an insertion."""

    start: int
    end: int
    lines: Lines


def merge(base: str, mine: str, theirs: str) -> Merged:
    old = base.split("\n")
    parts: list[Agreed | Disputed] = []
    place = 0
    for region in _regions(_hunks(old, mine.split("\n")), _hunks(old, theirs.split("\n"))):
        start, end = _bounds([*region[0], *region[1]])
        parts.append(Agreed(tuple(old[place:start])))
        parts += _settled(tuple(old[start:end]), *(_applied(old, hunks, start, end) for hunks in region), changed=region)
        place = end
    parts.append(Agreed(tuple(old[place:])))
    return Merged(tuple(_joined(parts)))


_Region = tuple[list[_Hunk], list[_Hunk]]


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    codes = SequenceMatcher(None, old, new).get_opcodes()
    return [_Hunk(i1, i2, tuple(new[j1:j2])) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def _regions(mine: list[_Hunk], theirs: list[_Hunk]) -> Iterator[_Region]:
    """Hunks of both sides in order, those that touch the same lines together."""
    waiting = sorted([(hunk, 0) for hunk in mine] + [(hunk, 1) for hunk in theirs], key=lambda one: (one[0].start, one[0].end, one[1]))
    region: _Region = ([], [])
    for hunk, side in waiting:
        if any(region) and not _touches(hunk, *_bounds([*region[0], *region[1]])):
            yield region
            region = ([], [])
        region[side].append(hunk)
    if any(region):
        yield region


def _touches(hunk: _Hunk, start: int, end: int) -> bool:
    """Two insertions at one place touch; an insertion at the border of changed lines does not."""
    return hunk.start < end or hunk.start == hunk.end == start == end


def _bounds(hunks: Sequence[_Hunk]) -> tuple[int, int]:
    return min(hunk.start for hunk in hunks), max(hunk.end for hunk in hunks)


def _applied(old: Sequence[str], hunks: Sequence[_Hunk], start: int, end: int) -> Lines:
    """The lines `start` to `end` of the base as one side wrote them."""
    written: list[str] = []
    place = start
    for hunk in hunks:
        written += [*old[place : hunk.start], *hunk.lines]
        place = hunk.end
    return (*written, *old[place:end])


def _settled(base: Lines, mine: Lines, theirs: Lines, *, changed: _Region) -> list[Agreed | Disputed]:
    if not changed[0] or not changed[1] or mine == theirs:
        return [Agreed(mine if changed[0] else theirs)]
    first = _shared(mine, theirs)
    last = _shared(mine[first:][::-1], theirs[first:][::-1])
    ends = len(mine) - last, len(theirs) - last
    return [Agreed(mine[:first]), Disputed(base, mine[first : ends[0]], theirs[first : ends[1]]), Agreed(mine[ends[0] :])]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = zip(one, other, strict=False)
    return next((rank for rank, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _joined(parts: Sequence[Agreed | Disputed]) -> Iterator[Agreed | Disputed]:
    """Neighbours that agree as one, empty ones left out."""
    lines: Lines = ()
    for part in parts:
        if isinstance(part, Agreed):
            lines += part.lines
            continue
        if lines:
            yield Agreed(lines)
        yield part
        lines = ()
    if lines:
        yield Agreed(lines)
