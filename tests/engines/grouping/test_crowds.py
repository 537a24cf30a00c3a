"""Thousands of texts go another way; here crowds are small, and the way is asked for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semailles.engines.grouping import Constraints, Contradictory, Corpus, GivenTheme, Grouping, Text
from semailles.engines.grouping.crowds.grouping import Step
from semailles.engines.grouping.crowds.near import NEAREST, nearest
from semailles.engines.grouping.crowds.notions import heard
from semailles.engines.grouping.crowds.rows import rows
from semailles.engines.grouping.crowds.words import content, read
from semailles.engines.grouping.vocabulary import concepts, lexicon, tokens

from .conftest import SENTENCES

WORDS = ["haies", "vélo", "cantine", "légumes", "toit", "solaire", "eau", "train", "pain", "la", "et", "école", "É", "12", "?", "projet"]
CROWDS = st.lists(st.tuples(st.sampled_from("ABC"), st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)), min_size=1, max_size=30)
PAIRS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=4)
WRITTEN = [text for _, text in SENTENCES.values()]


def texts_of(lines: list[tuple[str, str]]) -> list[Text]:
    return [Text(f"{number:02}", team, text) for number, (team, text) in enumerate(lines)]


NOTHING = Constraints()


def grouped(texts: list[Text], constraints: Constraints = NOTHING) -> Grouping:
    return Corpus(texts).group(constraints=constraints, crowd_from=1)


@settings(max_examples=20, deadline=None)
@given(CROWDS)
def test_every_text_of_a_crowd_stands_in_one_family(lines: list[tuple[str, str]]) -> None:
    texts = texts_of(lines)

    result = grouped(texts)

    assert sorted(member for family in result.families for member in family.members) == [text.id for text in texts]
    placed = sorted(member for family in result.families if family.theme >= 0 for member in family.members)
    assert sorted(member for theme in result.themes for member in theme.members) == placed


@settings(max_examples=20, deadline=None)
@given(CROWDS, st.randoms(use_true_random=False))
def test_a_crowd_shuffled_gives_the_same_bytes(lines: list[tuple[str, str]], chance: object) -> None:
    texts = texts_of(lines)
    shuffled = list(texts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random

    assert repr(grouped(shuffled)) == repr(grouped(texts))


@settings(max_examples=20, deadline=None)
@given(CROWDS, PAIRS, PAIRS)
def test_what_people_corrected_holds_in_a_crowd(
    lines: list[tuple[str, str]], together: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    texts = texts_of(lines)
    asked = Constraints(tuple((f"{a:02}", f"{b:02}") for a, b in together), tuple((f"{a:02}", f"{b:02}") for a, b in apart))
    try:
        result = grouped(texts, asked)
    except Contradictory:
        return

    family = {member: number for number, found in enumerate(result.families) for member in found.members}
    known = [
        (pair, is_one) for pairs, is_one in ((asked.together, True), (asked.apart, False)) for pair in pairs if set(pair) <= set(family)
    ]
    assert [pair for (pair, is_one) in known if pair[0] != pair[1] and (family[pair[0]] == family[pair[1]]) != is_one] == []


def test_the_same_words_of_two_teams_meet_wholly() -> None:
    result = grouped(texts_of([("A", "Planter des haies."), ("B", "planter des haies"), ("C", "Ouvrir une piscine")]))

    first = result.families[0]
    assert (first.members, first.teams, first.joined, first.links[0].score) == (("00", "01"), ("A", "B"), 1.0, 1.0)


def test_ideas_that_say_the_same_with_other_words_meet_in_a_crowd(debate: list[Text]) -> None:
    result = grouped(debate)

    assert {("a2", "b2", "d2"), ("b1", "d1")} <= {family.members for family in result.families}


def test_the_theme_that_people_named_takes_what_says_its_words(debate: list[Text]) -> None:
    result = Corpus(debate).group([GivenTheme("Bocage", ("haies", "arbres champêtres")), GivenTheme("Plongée")], crowd_from=1)

    told = {theme.title: theme.members for theme in result.themes}
    assert "c2" in told["Bocage"]
    assert told["Plongée"] == ()


def test_a_crowd_is_told_where_the_work_stands(debate: list[Text]) -> None:
    told: list[tuple[Step, int, int]] = []

    Corpus(debate).group(tell=lambda step, done, total: told.append((step, done, total)), crowd_from=1)

    assert list(dict.fromkeys(step for step, _, _ in told)) == list(Step)
    assert [done == total for step, done, total in told if step is Step.COMPARING] == [False, True]


@pytest.mark.parametrize("at_once", [1, 4, 100])
def test_the_nearest_are_exact_whatever_is_compared_at_once(at_once: int) -> None:
    said = rows(read(WRITTEN)[0], "fr").said
    whole = np.triu((said @ said.T).toarray(), 1)
    steps: list[int] = []

    near = nearest(said, lambda done, _: steps.append(done), at_once=at_once)

    assert len(WRITTEN) <= NEAREST
    assert np.array_equal(np.triu(near.toarray() > 0), whole >= 0.05)
    assert steps == [*range(0, len(WRITTEN), at_once), len(WRITTEN)]


def test_a_crowd_is_heard_as_one_text_is() -> None:
    texts = [*WRITTEN, "Prendre le car, car le train ne passe plus", "Un car scolaire et du covoiturage", ""]
    words, which = read(texts)
    known, names = heard(words, lexicon("fr"), "fr").toarray(), sorted(lexicon("fr").fields)
    carried = content(words, "fr")

    for text, number in zip(texts, which, strict=True):
        found = {names[column]: round(value, 9) for column, value in enumerate(known[number].tolist()) if value}
        assert found == {concept: round(surety, 9) for concept, surety in concepts(text, "fr").items()}
        assert [carried.stems[stem] for stem in carried.stem[carried.text == number]] == [token.stem for token in tokens(text, "fr")]
