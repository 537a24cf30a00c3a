"""Laws that hold for any texts, whatever people settled."""

from itertools import pairwise
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from semailles.engines.grouping import Constraints, Contradictory, Corpus, Grouping, Standing, Text, contradiction

WORDS = ["haies", "vélo", "cantine", "légumes", "toit", "solaire", "eau", "train", "pain", "la", "école", "?", "projet"]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
DEBATES = st.lists(st.tuples(st.sampled_from("ABC"), SENTENCES), min_size=1, max_size=10)
PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4)
SHARES = st.lists(st.integers(0, 4), min_size=10, max_size=10)  # the family that each idea stands in, 0 for none


def corpus_of(rows: list[tuple[str, str]]) -> Corpus:
    return Corpus([Text(str(number), team, text) for number, (team, text) in enumerate(rows)])


def named(pairs: list[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(first), str(second)) for first, second in pairs)


def standing_of(shares: list[int], count: int) -> list[Standing]:
    members = {key: tuple(str(row) for row in range(count) if shares[row] == key) for key in sorted(set(shares[:count]) - {0})}
    return [Standing(f"family {key}", rows, f"theme {key % 2}") for key, rows in members.items()]


def family_of(result: Grouping) -> dict[str, int]:
    return {member: number for number, family in enumerate(result.families) for member in family.members}


@settings(max_examples=60, deadline=None)
@given(DEBATES, SHARES, PAIRS, PAIRS)
def test_whoever_stands_never_moves(
    rows: list[tuple[str, str]], shares: list[int], together: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    constraints, standing = Constraints(named(together), named(apart)), standing_of(shares, len(rows))
    try:
        result = corpus_of(rows).place(standing, constraints=constraints)
    except Contradictory:
        assert contradiction(constraints) is not None
        return
    found = {family.key: family for family in result.families if family.key}
    themes = {family.key: result.themes[family.theme].title for family in found.values()}

    assert themes == {family.key: family.theme for family in standing}
    assert all(set(family.members) <= set(found[family.key].members) for family in standing)
    assert sorted(family_of(result)) == sorted(str(number) for number in range(len(rows)))


@settings(max_examples=60, deadline=None)
@given(DEBATES, SHARES, PAIRS)
def test_a_new_idea_is_never_placed_beside_one_it_was_parted_from(
    rows: list[tuple[str, str]], shares: list[int], apart: list[tuple[int, int]]
) -> None:
    family = family_of(corpus_of(rows).place(standing_of(shares, len(rows)), constraints=Constraints(apart=named(apart))))
    new = {str(number) for number in range(len(rows)) if shares[number] == 0}
    parted = [(a, b) for a, b in named(apart) if a != b and {a, b} <= set(family) and {a, b} & new]

    assert [pair for pair in parted if family[pair[0]] == family[pair[1]]] == []


@settings(max_examples=40, deadline=None)
@given(DEBATES, SENTENCES)
def test_one_idea_more_moves_nobody(rows: list[tuple[str, str]], more: str) -> None:
    before = corpus_of(rows).group()
    standing = [Standing(str(number), family.members) for number, family in enumerate(before.families)]
    after = corpus_of([*rows, ("D", more)]).place(standing)
    newcomer = str(len(rows))

    assert {frozenset(family.members) - {newcomer} for family in after.families} - {frozenset()} == {
        frozenset(family.members) for family in before.families
    }


@settings(max_examples=40, deadline=None)
@given(DEBATES, PAIRS, PAIRS)
def test_taking_the_last_correction_back_restores_the_map(
    rows: list[tuple[str, str]], together: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    corpus, kept = corpus_of(rows), Constraints(named(together[:-1]), named(apart))
    assume(together and contradiction(kept) is None)
    before = corpus.group(constraints=kept)
    more = Constraints(named(together), named(apart))
    if contradiction(more) is None:
        corpus.group(constraints=more)

    assert repr(corpus.group(constraints=kept)) == repr(before) == repr(corpus_of(rows).group(constraints=kept))


@settings(max_examples=40, deadline=None)
@given(DEBATES, SHARES, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_anything_changes_nothing(
    rows: list[tuple[str, str]], shares: list[int], together: list[tuple[int, int]], chance: Random
) -> None:
    texts = [Text(str(number), team, text) for number, (team, text) in enumerate(rows)]
    standing, pairs = standing_of(shares, len(rows)), list(named(together))
    straight = Corpus(texts).place(standing, constraints=Constraints(tuple(pairs)))
    told = Corpus(texts).describe(standing)
    for listed in (texts, standing, pairs):
        chance.shuffle(listed)

    assert repr(Corpus(texts).place(standing, constraints=Constraints(tuple(pairs)))) == repr(straight)
    assert repr(Corpus(texts).describe(standing)) == repr(told)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=6, unique=True), PAIRS, PAIRS)
def test_a_contradiction_is_a_chain_from_one_end_to_the_other(
    chain: list[int], together: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    tied = named([*together, *pairwise(chain)])
    found = contradiction(Constraints(tied, named([*apart, (chain[0], chain[-1])])))
    assert found is not None
    here, last = found.apart
    for first, second in found.together:
        assert here in (first, second)
        here = second if here == first else first

    assert (here, set(found.together) <= set(tied)) == (last, True)
