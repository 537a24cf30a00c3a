"""A wall that people rearranged by hand, typed back: one line a group, « Titre : A3, B7 C12 », or a table pasted from a spreadsheet."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from semailles.engines.exchange.wall_lines import Line, NeverClosed, lines_of
from semailles.engines.words import fold

_ALONE = frozenset({"seule", "seules", "seul", "seuls", "isolee", "isolees", "a part", "hors groupe", "alone", "on their own", "loose"})


class Trouble(StrEnum):
    """Why something typed is not taken."""

    UNKNOWN = "unknown"  # no idea bears this mark
    TWICE = "twice"  # the mark stands in another group too
    NO_MARK = "no mark"  # a title, and no mark after it
    NOT_A_MARK = "not a mark"  # a word among the marks
    NEVER_CLOSED = "never closed"  # a quotation mark that would eat the rows below: nothing of the wall is taken


@dataclass(frozen=True, slots=True)
class Fault:
    """`words`: the mark or the words in question. `other`: of a mark that stands twice, the first line where it does."""

    line: int
    kind: Trouble
    words: str
    other: int = 0


@dataclass(frozen=True, slots=True)
class TypedGroup:
    """A title ("" when none was written), its marks, and the line where it begins."""

    title: str
    marks: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class TypedWall:
    """`alone`: marks that stand on the wall with no other."""

    groups: tuple[TypedGroup, ...]
    alone: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        return (*(mark for group in self.groups for mark in group.marks), *self.alone)


def read_wall(text: str, known: Collection[str]) -> TypedWall:
    """`known`: the marks of the ideas that stand. Two lines with the same title are one group; a mark is taken where it was typed first."""
    reading = _Reading(frozenset(known))
    try:
        for line in lines_of(text):
            reading.take(line)
    except NeverClosed as unclosed:
        return TypedWall((), (), (Fault(unclosed.line, Trouble.NEVER_CLOSED, '"'),))
    return reading.whole()


@dataclass
class _Group:
    title: str
    line: int
    marks: list[str] = field(default_factory=list)


class _Reading:
    """What was read so far: groups by title, where each mark stands, the title that waits for its marks."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.groups: list[_Group] = []
        self.by_title: dict[str, _Group] = {}
        self.seen: dict[str, tuple[_Group, int]] = {}
        self.faults: list[Fault] = []
        self.open: _Group | None = None

    def take(self, line: Line) -> None:
        self.faults += [Fault(line.number, Trouble.NOT_A_MARK, words) for words in line.odd]
        if line.is_open:
            self._close()
            self.open = self._group(line)
        elif line.title or not self.open:
            self._close()
            self._add(self._group(line), line)
        else:
            self._add(self.open, line)
        if not line.title and not line.marks:
            self._close()

    def whole(self) -> TypedWall:
        self._close()
        filled = [group for group in self.groups if group.marks]
        together = tuple(TypedGroup(group.title, tuple(group.marks), group.line) for group in filled if not _is_alone(group))
        alone = tuple(mark for group in filled if _is_alone(group) for mark in group.marks)
        return TypedWall(together, alone, tuple(sorted(self.faults, key=lambda fault: fault.line)))

    def _group(self, line: Line) -> _Group:
        group = self.by_title.get(fold(line.title)) if line.title else None
        if group is None:
            group = _Group(line.title, line.number)
            self.groups.append(group)
        if line.title:
            self.by_title[fold(line.title)] = group
        return group

    def _add(self, group: _Group, line: Line) -> None:
        for mark in line.marks:
            before = self.seen.setdefault(mark, (group, line.number))
            if before[0] is not group:
                self.faults.append(Fault(line.number, Trouble.TWICE, mark, before[1]))
            elif mark not in self.known:
                self.faults.append(Fault(line.number, Trouble.UNKNOWN, mark))
            elif mark not in group.marks:
                group.marks.append(mark)

    def _close(self) -> None:
        """A title that waited for marks, and got none."""
        if self.open and not self.open.marks and not any(group is self.open for group, _line in self.seen.values()):
            self.faults.append(Fault(self.open.line, Trouble.NO_MARK, self.open.title))
        self.open = None


def _is_alone(group: _Group) -> bool:
    return fold(group.title) in _ALONE or (not group.title and len(group.marks) == 1)
