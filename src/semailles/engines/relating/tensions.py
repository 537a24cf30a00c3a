"""What two ideas may not both have: opposite wishes about one thing, two figures of one thing. To be read by people, never a fact."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from semailles.engines.relating.disputes import disputes
from semailles.engines.relating.figures import Figure, figures, same_thing
from semailles.engines.relating.ties import Kind, Said, Tension
from semailles.engines.relating.turning import Stance, stances
from semailles.engines.relating.weighing import Weights, weigh

Weighed = tuple[float, Tension]

MOST_TENSIONS = 40
RARE_ENOUGH = 4.5  # worth of the words shared around two opposite wishes, from which it is one thing


def tensions(ideas: Sequence[Said]) -> tuple[Tension, ...]:
    """The surest first, one for two ideas. The order of ideas changes nothing."""
    ordered = sorted(ideas, key=lambda said: (said.text, said.team, said.id))
    weights = weigh(ordered)
    best: dict[tuple[str, ...], Weighed] = {}
    for worth, tension in [*disputes(ordered, weights), *_opposites(ordered, weights), *_figures(ordered, weights)]:
        pair = tuple(sorted((tension.first, tension.second)))
        if pair not in best or worth > best[pair][0]:
            best[pair] = (worth, tension)
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1].first, one[1].second))
    return tuple(tension for _, tension in ranked[:MOST_TENSIONS])


def _opposites(ideas: Sequence[Said], weights: Weights) -> Iterator[Weighed]:
    """Wishes of two teams on the two sides of an axis, about the same rare words; who is for comes first."""
    for held in _by_axis(ideas).values():
        for first, second in combinations(held, 2):
            if first.said.team == second.said.team or first.side == second.side:
                continue
            things = first.things & second.things & weights.worths.keys()
            if weights.worth(things) >= RARE_ENOUGH:
                wants, refuses = sorted((first, second), key=lambda stance: -stance.side)
                yield _weighed(Kind.OPPOSITE, wants, refuses, things, weights)


def _by_axis(ideas: Iterable[Said]) -> dict[str, list[Stance]]:
    held: dict[str, list[Stance]] = defaultdict(list)
    for said in ideas:
        for stance in stances(said):
            held[stance.axis].append(stance)
    return held


def _figures(ideas: Sequence[Said], weights: Weights) -> Iterator[Weighed]:
    """Two numbers with one unit, said of one thing."""
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for said in ideas:
        for figure in figures(said):
            by_unit[figure.axis].append(figure)
    for found in by_unit.values():
        for first, second in combinations(found, 2):
            things = same_thing(first, second, weights)
            if things:
                yield _weighed(Kind.FIGURE, first, second, things, weights)


def _weighed(kind: Kind, first: Stance | Figure, second: Stance | Figure, things: frozenset[str], weights: Weights) -> Weighed:
    about = weights.written(first.said, things)
    tension = Tension(kind, first.said.id, second.said.id, about, (first.stretch, second.stretch), first.axis)
    return weights.worth(things), tension
