"""Laws that hold for any texts at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from semailles.engines.grouping import Constraints, Contradictory, Text, group

WORDS = ["haies", "vélo", "cantine", "légumes", "toit", "solaire", "eau", "train", "pain", "la", "et", "école", "É", "12", "?", "projet"]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
DEBATES = st.lists(st.tuples(st.sampled_from("ABC"), SENTENCES), max_size=9)
PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3)


def texts_of(rows: list[tuple[str, str]]) -> list[Text]:
    return [Text(str(number), team, text) for number, (team, text) in enumerate(rows)]


def named(pairs: list[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(first), str(second)) for first, second in pairs)


@settings(max_examples=40, deadline=None)
@given(DEBATES)
def test_families_and_themes_are_partitions(rows: list[tuple[str, str]]) -> None:
    result = group(texts_of(rows))
    names = sorted(str(number) for number in range(len(rows)))
    placed = sorted(member for family in result.families if family.theme >= 0 for member in family.members)

    assert sorted(member for family in result.families for member in family.members) == names
    assert sorted(member for theme in result.themes for member in theme.members) == placed


@settings(max_examples=40, deadline=None)
@given(DEBATES, st.randoms(use_true_random=False))
def test_shuffles_give_the_same_bytes(rows: list[tuple[str, str]], chance: object) -> None:
    texts = texts_of(rows)
    shuffled = list(texts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random

    assert repr(group(shuffled)) == repr(group(texts))


@settings(max_examples=40, deadline=None)
@given(DEBATES, PAIRS, PAIRS)
def test_corrections_always_hold_or_their_contradiction_is_named(
    rows: list[tuple[str, str]], together: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    try:
        result = group(texts_of(rows), constraints=Constraints(named(together), named(apart)))
    except Contradictory as refused:
        clash = refused.contradiction
        assert clash.apart in named(apart)
        assert set(clash.together) <= set(named(together))
        return
    family = {member: number for number, found in enumerate(result.families) for member in found.members}

    for first, second in named(apart):
        assert first == second or first not in family or second not in family or family[first] != family[second]
    for first, second in named(together):
        assert first not in family or second not in family or family[first] == family[second]


@settings(max_examples=40, deadline=None)
@given(DEBATES)
def test_titles_never_repeat_and_numbers_stay_in_bounds(rows: list[tuple[str, str]]) -> None:
    result = group(texts_of(rows))
    titles = [family.title.casefold() for family in result.families]

    assert len(set(titles)) == len(titles)
    assert all(titles)
    assert all(0 <= family.cohesion <= 1 and 0 <= family.beyond_chance <= 1 for family in result.families)
    assert all((family.strength is None) == (len(family.teams) < 2) for family in result.families)
