"""Where teams complete each other: steps of one chain, or acts on one named place or body, told by several of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from semailles.engines.relating.places import Standing, standings
from semailles.engines.relating.shelves import CHAINS, ChainWords, chain_words
from semailles.engines.relating.ties import Complement, Said, Step, Tie
from semailles.engines.relating.weighing import Weights, weigh
from semailles.engines.words import fold

ACTS, NAMED = "acts", "named"
MOST_CHAINS = 30
MOST_TIES = 8  # of one chain
SAME_IDEA = 4  # what a pair of one family loses: it meets more than it completes
MOST_NAMED = 8  # ideas from which a name is that of the whole territory


@dataclass(frozen=True, slots=True)
class Near:
    """A pair that may be told: how near, at which places of the chain, of which teams."""

    score: float
    places: tuple[int, int]
    teams: tuple[str, str]
    tie: Tie


def complements(ideas: Sequence[Said]) -> tuple[Complement, ...]:
    """Chains that at least two teams fill at two steps, the fullest first. The order of ideas changes nothing."""
    ordered = sorted(ideas, key=lambda said: (said.text, said.team, said.id))
    weights = weigh(ordered)
    found = [*_chains(ordered, weights), *_sites(ordered, weights)]
    return tuple(sorted(found, key=_fullest)[:MOST_CHAINS])


def _chains(ideas: Sequence[Said], weights: Weights) -> Iterator[Complement]:
    at: dict[str, list[Standing]] = defaultdict(list)
    for said in ideas:
        for chain, standing in standings(said, CHAINS):
            at[chain].append(standing)
    for key, words in chain_words("fr").items():
        yield from _complement(words, at[key], weights)


def _sites(ideas: Sequence[Said], weights: Weights) -> Iterator[Complement]:
    """Names that few ideas hold, and what each team does there."""
    words = chain_words("fr", ACTS)[NAMED]
    at: dict[str, list[Said]] = defaultdict(list)
    names: dict[str, str] = {}
    for said in ideas:
        for name in said.named:
            if fold(name) in fold(said.text):
                at[names.setdefault(fold(name), name)].append(said)
    for name in sorted(at):
        held = [standing for said in at[name] for _, standing in standings(said, ACTS)] if len(at[name]) <= MOST_NAMED else []
        yield from _complement(words, held, weights, name)


def _complement(words: ChainWords, standing: Sequence[Standing], weights: Weights, name: str = "") -> Iterator[Complement]:
    by_step = {step.key: [one for one in standing if one.step == step.key] for step in words.steps}
    ties = _ties(by_step, weights, beyond=fold(name))
    if ties:
        steps = tuple(Step(key, _surest(held)) for key, held in by_step.items() if held)
        teams = tuple(sorted({one.said.team for one in standing}))
        yield Complement(words.key, steps, ties, teams, name)


def _surest(standing: Iterable[Standing]) -> tuple[str, ...]:
    return tuple(one.said.id for one in sorted(standing, key=lambda one: (-one.weight, one.said.text)))


def _ties(by_step: Mapping[str, Sequence[Standing]], weights: Weights, *, beyond: str) -> tuple[Tie, ...]:
    """The nearest pair of each two neighbouring steps, then of each two teams, in the order of the chain."""
    filled = [key for key, standing in by_step.items() if standing]
    steps = combinations(range(len(filled)), 2)
    found = [one for places in steps for one in _between(places, filled, by_step, weights, beyond)]
    found.sort(key=lambda one: -one.score)
    joined = {one.places: one for one in reversed(found) if one.places[1] - one.places[0] == 1}
    heard = {one.teams for one in joined.values()}
    others = {one.teams: one for one in reversed(found) if one.teams not in heard}
    kept = [*joined.values(), *sorted(others.values(), key=lambda one: -one.score)][:MOST_TIES]
    return tuple(one.tie for one in sorted(kept, key=lambda one: (one.places, -one.score)))


def _between(
    places: tuple[int, int], filled: Sequence[str], by_step: Mapping[str, Sequence[Standing]], weights: Weights, beyond: str
) -> Iterator[Near]:
    """Pairs of two teams at two steps, those of one family after the others; on a named place, those that share more than its name."""
    steps = (filled[places[0]], filled[places[1]])
    for first, second in product(by_step[steps[0]], by_step[steps[1]]):
        words = weights.written(first.said, weights.common(first.said, second.said))
        if first.said.team == second.said.team or (beyond and all(fold(word) in beyond for word in words)):
            continue
        is_one_idea = first.said.family == second.said.family != ""
        score = first.weight + second.weight + len(words) - (places[1] - places[0] - 1) - is_one_idea * SAME_IDEA
        yield Near(score, places, (first.said.team, second.said.team), Tie(first.said.id, second.said.id, steps, words))


def _fullest(complement: Complement) -> tuple[int, int, int, str, str]:
    size = sum(len(step.ideas) for step in complement.steps)
    return (-len(complement.teams), -len(complement.steps), -size, complement.chain, complement.name)
