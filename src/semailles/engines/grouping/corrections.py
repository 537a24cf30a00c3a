"""What people settled, before anything is compared: the ideas they put together or apart, the families that stand already."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from semailles.engines.grouping.agglomeration import Pair, Start
from semailles.engines.grouping.groups import Constraints, Contradiction

Ids = tuple[str, str]


class Contradictory(ValueError):
    """Raised by what is given constraints that no partition can meet."""

    def __init__(self, contradiction: Contradiction) -> None:
        chain = ", ".join(f"{first}+{second}" for first, second in contradiction.together)
        super().__init__(f"{contradiction.apart[0]} and {contradiction.apart[1]} stand apart, yet together through {chain}")
        self.contradiction = contradiction


def contradiction(constraints: Constraints) -> Contradiction | None:
    """The first pair asked apart that pairs asked together tie, directly or through others. None when a partition meets them all."""
    ties: dict[str, dict[str, Ids]] = defaultdict(dict)
    for pair in constraints.together:
        ties[pair[0]].setdefault(pair[1], pair)
        ties[pair[1]].setdefault(pair[0], pair)
    for first, second in constraints.apart:
        if first != second and (chain := _chain(ties, first, second)):
            return Contradiction((first, second), chain)
    return None


def _chain(ties: Mapping[str, Mapping[str, Ids]], first: str, last: str) -> tuple[Ids, ...]:
    """The shortest, breadth first; empty when nothing ties the two."""
    reached: dict[str, tuple[Ids, ...]] = {first: ()}
    waiting = deque([first])
    while waiting and last not in reached:
        here = waiting.popleft()
        for other, pair in ties.get(here, {}).items():
            if other not in reached:
                reached[other] = (*reached[here], pair)
                waiting.append(other)
    return reached.get(last, ())


@dataclass(slots=True)
class Blocks:
    """Rows that begin together (union-find), named by their smallest row, and the blocks that each must not meet."""

    parent: list[int]
    foes: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def name(self, row: int) -> int:
        while self.parent[row] != row:
            self.parent[row] = self.parent[self.parent[row]]
            row = self.parent[row]
        return row

    def unite(self, first: int, second: int) -> int:
        keep, gone = sorted((self.name(first), self.name(second)))
        if keep != gone:
            self.parent[gone] = keep
            for foe in self.foes.pop(gone, set()):
                self.foes[foe].discard(gone)
                self.part(keep, foe)
        return keep

    def part(self, first: int, second: int) -> None:
        self.foes[first].add(second)
        self.foes[second].add(first)


def settled(
    count: int,
    together: Iterable[Pair],
    apart: Sequence[Pair],
    standing: Iterable[Sequence[int]] = (),
    copies: Iterable[Sequence[int]] = (),
) -> Start:
    """`count` rows; `standing`: rows of each family that stands, no row twice; `copies`: rows that say the same, together unless people parted them.

    What stands comes first and does not move.

    A pair that asks for two standing families together, or one of them parted, is passed over; then what is asked apart holds before what
    is asked together. Without standing families, constraints that do not contradict themselves hold whole.
    """
    blocks = Blocks(list(range(count)))
    families = [rows for rows in standing if rows]
    for rows in families:
        for row in rows:
            blocks.unite(rows[0], row)
    stands = {blocks.name(rows[0]) for rows in families}
    for first, second in apart:
        if blocks.name(first) != blocks.name(second):
            blocks.part(blocks.name(first), blocks.name(second))
    for first, second in sorted(together):
        _join(blocks, stands, blocks.name(first), blocks.name(second))
    for rows in copies:
        _gather(blocks, stands, rows)
    return _start(blocks, apart, stands)


def _gather(blocks: Blocks, stands: set[int], rows: Sequence[int]) -> None:
    """Each with the first of those before it that it may join."""
    begun: list[int] = []
    for row in rows:
        if not any(_join(blocks, stands, blocks.name(other), blocks.name(row)) for other in begun):
            begun.append(row)


def _join(blocks: Blocks, stands: set[int], first: int, second: int) -> bool:
    """Whether the two stand together in the end."""
    if first == second:
        return True
    if second in blocks.foes[first] or {first, second} <= stands:
        return False
    keep = blocks.unite(first, second)
    if stands & {first, second}:
        stands -= {first, second}
        stands.add(keep)
    return True


def _start(blocks: Blocks, apart: Sequence[Pair], stands: set[int]) -> Start:
    members: dict[int, list[int]] = defaultdict(list)
    for row in range(len(blocks.parent)):
        members[blocks.name(row)].append(row)
    held = tuple(pair for pair in apart if blocks.name(pair[0]) != blocks.name(pair[1]))
    return Start(tuple(tuple(rows) for rows in members.values() if len(rows) > 1), held, tuple(sorted(stands)))
