from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.core.texts.merge import Agreed, Disputed, merge

texts = st.lists(st.sampled_from(["", "a", "b", "c", "un", "deux", "trois", "légumes"]), max_size=12).map("\n".join)
SHEET = "Constat\n\nLes cantines achètent loin.\n\nQui\n\nLes communes"


@given(texts, texts)
def test_when_one_side_changed_nothing_the_other_counts(base: str, written: str) -> None:
    assert (merge(base, written, base).text, merge(base, base, written).text) == (written, written)
    assert (merge(base, written, base).is_clean, merge(base, base, written).is_clean) == (True, True)


@given(texts, texts)
def test_when_both_wrote_the_same_it_stands_once(base: str, written: str) -> None:
    assert (merge(base, written, written).text, merge(base, written, written).is_clean) == (written, True)


@given(st.lists(st.integers(0, 2), min_size=1, max_size=10))
def test_paragraphs_that_only_one_side_changed_all_count(touched: list[int]) -> None:
    base, mine, theirs, both = (
        "\n".join(f"{rank}{name(who)}" for rank, who in enumerate(touched))
        for name in (
            lambda _: "",
            lambda who: " mien" if who == 1 else "",
            lambda who: " leur" if who == 2 else "",
            lambda who: ["", " mien", " leur"][who],
        )
    )

    merged = merge(base, mine, theirs)

    assert (merged.text, merged.is_clean) == (both, True)


@given(texts, texts, texts)
def test_no_line_of_either_side_is_lost(base: str, mine: str, theirs: str) -> None:
    old, proposed = Counter(base.split("\n")), Counter(merge(base, mine, theirs).text.split("\n"))

    assert [Counter(side.split("\n")) - old - proposed for side in (mine, theirs)] == [Counter(), Counter()]


@given(texts, texts, texts)
def test_the_two_sides_are_treated_alike(base: str, mine: str, theirs: str) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)

    assert [(part.base, part.mine, part.theirs) for part in one.disputes] == [
        (part.base, part.theirs, part.mine) for part in other.disputes
    ]
    assert one.text == other.text or not one.is_clean


@given(texts, texts, texts)
def test_each_side_can_be_read_again_in_what_is_merged(base: str, mine: str, theirs: str) -> None:
    parts = merge(base, mine, theirs).parts

    assert all(part.mine != part.theirs for part in parts if isinstance(part, Disputed))
    assert not any(isinstance(one, Agreed) and isinstance(other, Agreed) for one, other in pairwise(parts))


def test_a_paragraph_that_both_changed_is_a_dispute_with_its_three_texts() -> None:
    mine = SHEET.replace("loin", "à trois cents kilomètres")
    theirs = SHEET.replace("Les cantines", "Les dix cantines").replace("Les communes", "Les communes et les parents")

    merged = merge(SHEET, mine, theirs)

    assert merged.parts == (
        Agreed(("Constat", "")),
        Disputed(
            ("Les cantines achètent loin.",),
            ("Les cantines achètent à trois cents kilomètres.",),
            ("Les dix cantines achètent loin.",),
        ),
        Agreed(("", "Qui", "", "Les communes et les parents")),
    )


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "text", "is_clean"),
    [
        ("un\ndeux", "UN\ndeux", "un\nDEUX", "UN\nDEUX", True),
        ("un", "un\nmien", "un\nleur", "un\nleur\nmien", False),
        ("un\ndeux", "un\nmien\ndeux", "un\nDEUX", "un\nmien\nDEUX", True),
        ("un\ndeux\ntrois", "trois", "un\ndeux bis\ntrois", "un\ndeux bis\ntrois", False),
        ("un", "", "un", "", True),
        ("", "mien", "leur", "leur\nmien", False),
    ],
)
def test_neighbours_insertions_and_deletions(base: str, mine: str, theirs: str, text: str, is_clean: bool) -> None:
    merged = merge(base, mine, theirs)

    assert (merged.text, merged.is_clean) == (text, is_clean)
