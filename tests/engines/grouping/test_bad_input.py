"""What a table may hold besides ideas: nothing, one word, the same sentence thousands of times, other languages, signs, a whole report."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from semailles.engines.grouping import Constraints, Corpus, Standing, Text, group
from semailles.engines.grouping.families import BLENDS
from semailles.engines.grouping.neighbours import similarities, views
from semailles.engines.grouping.sayings import LINKED, likenesses, row_by_row, sayings

SENTENCE = "Une maison de santé au village"
WORDS = ["haies", "vélo", "cantine", "légumes", "toit", "solaire", "eau", "La", "?"]


def crowd(count: int, teams: str = "ABCD") -> list[Text]:
    return [Text(f"{number:04}", teams[number % len(teams)], SENTENCE) for number in range(count)]


def sizes(texts: list[Text]) -> list[int]:
    return sorted(len(family.members) for family in group(texts).families)


def test_a_sentence_that_a_crowd_repeats_is_one_family_beside_the_others() -> None:
    families = group([*crowd(2500), Text("x", "A", "Un lavoir restauré"), Text("y", "B", "Restaurer le lavoir")]).families

    assert sorted((len(family.members), family.teams) for family in families) == [(2, ("A", "B")), (2500, ("A", "B", "C", "D"))]


def test_a_copy_that_people_part_leaves_the_crowd() -> None:
    result = Corpus(crowd(60)).group(constraints=Constraints(apart=(("0007", "0008"),)))

    assert sorted(len(family.members) for family in result.families) == [1, 59]


def test_copies_that_stand_in_two_families_stay_there() -> None:
    standing = [Standing("one", ("0001", "0002")), Standing("two", ("0003",))]
    result = Corpus(crowd(60)).place(standing)

    assert sorted(family.key for family in result.families) == ["one", "two"]
    assert sum(len(family.members) for family in result.families) == 60


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join), min_size=1, max_size=12))
def test_copies_looked_at_once_are_as_near_as_if_each_was_looked_at(texts: list[str]) -> None:
    seen = views(sorted(texts), "fr")
    said = sayings(sorted(texts), seen)
    once = [row_by_row(near, said) for near in likenesses(seen, said, BLENDS)]

    for near, whole in zip(once, similarities(seen, BLENDS), strict=True):
        assert np.allclose(near.toarray(), whole.toarray(), atol=2e-9)


def test_few_copies_of_a_crowd_are_linked_and_each_is_linked_to_them() -> None:
    texts = [text.text for text in crowd(500)]
    seen = views(texts, "fr")
    near = row_by_row(likenesses(seen, sayings(texts, seen), BLENDS)[0], sayings(texts, seen))

    assert near.nnz <= 2 * 500 * LINKED
    assert np.diff(near.indptr).min() >= LINKED // 2


def test_one_word_says_enough_to_meet() -> None:
    assert sizes([Text("1", "A", "Covoiturage"), Text("2", "B", "covoiturage"), Text("3", "B", "Poterie")]) == [1, 2]


def test_signs_and_figures_say_nothing_and_stand_alone() -> None:
    texts = [Text(str(number), "AB"[number % 2], text) for number, text in enumerate(["🙂", "🙂", "12", "12", "…", "", "", "la", "la"])]

    assert sizes(texts) == [1] * len(texts)


def test_emojis_take_nothing_from_words() -> None:
    assert sizes([Text("1", "A", "🌳🌳 Replanter des haies 🌳"), Text("2", "B", "Replanter des haies"), Text("3", "A", "Un médecin")]) == [
        1,
        2,
    ]


def test_languages_may_be_mixed() -> None:
    texts = [
        Text("1", "A", "Des panneaux solaires sur l'école"),
        Text("2", "B", "Couvrir l'école de panneaux solaires"),
        Text("3", "C", "A choir for the elderly"),
        Text("4", "D", "The elderly sing in a choir"),
        Text("5", "D", "Ein Garten für alle"),
        Text("6", "D", "菜園をみんなで"),
    ]

    assert sizes(texts) == [1, 1, 2, 2]


def test_a_report_of_fifty_pages_swallows_nobody(debate: list[Text]) -> None:
    report = Text("report", "E", " ".join(f"{text.text}." for text in debate) * 150)
    families = group([*debate, report]).families

    assert next(family.members for family in families if "report" in family.members) == ("report",)
    assert [family.members for family in families if "a1" in family.members] == [("a1", "b1", "d1")]
