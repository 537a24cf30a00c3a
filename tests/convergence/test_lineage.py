from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from semailles.convergence.lineage import carry_over

OLD, OTHER = UUID(int=1), UUID(int=2)


def test_a_family_that_grows_keeps_its_id() -> None:
    assert carry_over({OLD: {"a", "b"}}, [["a", "b", "c"]], taken={OLD}) == [OLD]


def test_when_two_families_merge_the_larger_gives_its_id() -> None:
    assert carry_over({OLD: {"a"}, OTHER: {"b", "c"}}, [["a", "b", "c"]], taken={OLD, OTHER}) == [OTHER]


def test_when_a_family_splits_only_one_part_keeps_its_id() -> None:
    ids = carry_over({OLD: {"a", "b", "c"}}, [["a"], ["b", "c"]], taken={OLD})

    assert ids[1] == OLD
    assert ids[0] != OLD


def test_an_id_of_the_past_is_never_given_again() -> None:
    born = carry_over({}, [["a", "b"]], taken=set())[0]

    assert carry_over({}, [["a", "b"]], taken={born})[0] != born


def test_the_order_of_members_does_not_matter_at_birth() -> None:
    assert carry_over({}, [["b", "a"]], taken=set()) == carry_over({}, [["a", "b"]], taken=set())


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1), max_size=6), st.integers(0, 4))
def test_no_two_families_share_an_id(after: list[set[str]], olds: int) -> None:
    before = {uuid4(): {letter} for letter in "abcd"[:olds]}

    ids = carry_over(before, [sorted(members) for members in after], taken=set(before))

    assert len(set(ids)) == len(after)
