"""Where teams complete each other: steps of one chain, or acts on one named place or body, told by several of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from semailles.engines.relating.places import Standing, standings
from semailles.engines.relating.shelves import CHAINS, ChainWords, chain_words
from semailles.engines.relating.ties import Complement, Said, Step, Tie
from semailles.engines.relating.weighing import Weights, weigh
from semailles.engines.words import fold

ACTS, NAMED = "acts", "named"
MOST_CHAINS = 30
MOST_TIES = 6  # of one chain
MOST_NAMED = 8  # ideas from which a name is that of the whole territory


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
    """The nearest pair of each two teams, at neighbouring steps rather than far ones."""
    found: dict[tuple[str, str], tuple[float, Tie]] = {}
    filled = [key for key, standing in by_step.items() if standing]
    for (place, earlier), (other, later) in combinations(enumerate(filled), 2):
        for first, second in product(by_step[earlier], by_step[later]):
            pair = (first.said.team, second.said.team)
            words = weights.written(first.said, weights.common(first.said, second.said))
            if pair[0] == pair[1] or (beyond and all(fold(word) in beyond for word in words)):
                continue
            score = first.weight + second.weight + len(words) - (other - place - 1)
            if pair not in found or score > found[pair][0]:
                found[pair] = (score, Tie(first.said.id, second.said.id, (earlier, later), words))
    best = sorted(found.values(), key=lambda one: -one[0])[:MOST_TIES]
    return tuple(tie for _, tie in best)


def _fullest(complement: Complement) -> tuple[int, int, int, str, str]:
    size = sum(len(step.ideas) for step in complement.steps)
    return (-len(complement.teams), -len(complement.steps), -size, complement.chain, complement.name)
