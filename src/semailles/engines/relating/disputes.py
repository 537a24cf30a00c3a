"""Two sides of what workshops are often divided on, told by two ideas."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from semailles.engines.relating.places import Standing, standings
from semailles.engines.relating.spelling import row
from semailles.engines.relating.ties import Kind, Said, Stretch, Tension
from semailles.engines.relating.weighing import Weights

DISPUTES = "disputes"
PLUS, MINUS = "plus", "minus"


def disputes(ideas: Sequence[Said], weights: Weights) -> Iterator[tuple[float, Tension]]:
    """The nearest ideas of each two teams on the two sides, with how sure that is; of one team too, when they share a rare word."""
    by_side: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for said in ideas:
        for key, standing in standings(said, DISPUTES):
            by_side[key, standing.step].append(standing)
    for key in sorted({key for key, _ in by_side}):
        best: dict[tuple[str, str], tuple[float, Tension]] = {}
        for first, second in product(by_side[key, PLUS], by_side[key, MINUS]):
            pair = (first.said.team, second.said.team)
            found = _facing(key, first, second, weights)
            is_told = pair[0] != pair[1] or found[1].about
            if is_told and (pair not in best or found[0] > best[pair][0]):
                best[pair] = found
        yield from best.values()


def _facing(key: str, first: Standing, second: Standing, weights: Weights) -> tuple[float, Tension]:
    common = weights.common(first.said, second.said)
    about = weights.written(first.said, common)
    tension = Tension(Kind.DISPUTE, first.said.id, second.said.id, about, (_stretch(first), _stretch(second)), key)
    return first.weight + second.weight + weights.worth(common), tension


def _stretch(standing: Standing) -> Stretch:
    """The words of the idea from the first sign to the last."""
    words = row(standing.said.text)
    start = words[min(found.first for found in standing.signs)].start
    end = words[max(found.last for found in standing.signs)].end
    return Stretch(start, end, standing.said.text[start:end])
