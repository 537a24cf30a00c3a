"""Every gesture that a file may hold, in the order in which a workshop does them."""

from collections.abc import Callable
from dataclasses import dataclass

from semailles.cli.replaying import carrying, sorting, working
from semailles.cli.replaying.finding import Scene
from semailles.cli.replaying.script import Row

Gesture = Callable[[Row, Scene], None]

GESTURES: dict[str, Gesture] = {
    "ecarter": sorting.set_aside,
    "doublon": sorting.mark_twins,
    "idees": sorting.keep_the_rest,
    "convergence": sorting.gather,
    "ebauches": sorting.draw_again,
    "projet": carrying.carry,
    "groupe": working.gather,
    "mission": working.hire,
    "avancement": working.tell_status,
    "relance": working.watch,
}
KNOWN = frozenset({*GESTURES, "le"})


@dataclass(frozen=True, slots=True)
class Done:
    """How many gestures of each kind the file holds."""

    counts: dict[str, int]


def perform(script: Row, scene: Scene) -> Done:
    counts = {}
    for name, gesture in GESTURES.items():
        is_one = isinstance(script.cells.get(name), dict)
        rows = [script.table(name)] if is_one else list(script.rows(name))
        for row in rows:
            gesture(row, scene)
        counts[name] = len(rows)
    return Done(counts)
