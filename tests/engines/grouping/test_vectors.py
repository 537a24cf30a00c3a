"""Word vectors: one more view, that counts only where people's corrections agree with it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from scipy import sparse

from semailles.engines.grouping import Corpus, Text, UnreadableVectors, WordVectors, read_vectors, spoken_words, worth
from semailles.engines.grouping.vectors import auc, fused, text_vectors

SUBJECTS = [
    ("Zimbo", "Fanfou"),
    ("Lartol", "Brimèche"),
    ("Quénard", "Dolfi"),
    ("Savoul", "Trapone"),
    ("Mirelou", "Guenoche"),
    ("Pistou", "Vardaine"),
]
ENDS = [("rouge", "carré"), ("tendre", "étroit")]


def invented() -> list[Text]:
    """Two names for each subject, which no lexicon knows: « Zimbo » is « Fanfou »."""
    return [
        Text(f"{rank}{side}{turn}", "ABCD"[(side + 2 * turn) % 4], f"{word} {ENDS[turn][side]}")
        for rank, words in enumerate(SUBJECTS)
        for side, word in enumerate(words)
        for turn in (0, 1)
    ]


def lines(*, is_right: bool = True) -> Iterator[str]:
    yield f"{2 * len(SUBJECTS)} {len(SUBJECTS)}\n"
    for rank, words in enumerate(SUBJECTS):
        for side, word in enumerate(words):
            place = rank if is_right else (rank + side) % len(SUBJECTS)
            yield f"{word.lower()} {' '.join('1.0' if number == place else '0.0' for number in range(len(SUBJECTS)))}\n"


def vectors(*, is_right: bool = True) -> WordVectors:
    return read_vectors(lines(is_right=is_right), spoken_words([text.text for text in invented()], "fr"))


def corrections() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    together = [(f"{rank}0{turn}", f"{rank}1{other}") for rank in range(len(SUBJECTS)) for turn, other in ((0, 0), (1, 1))]
    apart = [(f"{second}0{turn}", f"{first}1{turn}") for first, second in pairwise(range(len(SUBJECTS))) for turn in (0, 1)]
    return together, apart


def test_only_wanted_words_are_read_the_first_of_each_as_unit_vectors() -> None:
    known = read_vectors(["3 2\n", "Eau 3 4\n", "feu 1 0\n", "eau 0 1\n"], {"eau"})

    assert (dict(known.row), known.matrix.round(2).tolist()) == ({"eau": 0}, [[pytest.approx(0.6), pytest.approx(0.8)]])


@pytest.mark.parametrize(
    ("written", "line"),
    [([], 1), (["eau 1 2"], 1), (["1 0"], 1), (["1 2", "eau 1"], 2), (["2 2", "feu 1 2", "eau un deux"], 3), (["1 1", "eau nan"], 2)],
)
def test_what_is_no_word2vec_text_is_refused_with_its_line(written: list[str], line: int) -> None:
    with pytest.raises(UnreadableVectors) as refused:
        read_vectors(written, {"eau"})

    assert refused.value.args == (line,)


def test_a_text_is_the_mean_of_its_known_words() -> None:
    known = read_vectors(["2 2", "eau 1 0", "pain 0 1"], {"eau", "pain"})

    rows = text_vectors(["L'eau", "Le pain", "L'eau et le pain", "Rien"], known, "fr")

    assert rows.round(3).tolist() == [[1, 0], [0, 1], [0.707, 0.707], [0, 0]]


def test_a_cosine_takes_the_likeness_that_has_its_rank() -> None:
    upper = sparse.csr_matrix(([0.5, 0.4, 0.3], ([0, 0, 1], [1, 2, 2])), shape=(3, 3))

    found = fused(sparse.csr_matrix(upper + upper.T), np.array([[1.0, 0.0], [0.0, 1.0], [0.8, 0.6]]))

    assert found.toarray().round(9).tolist() == [[0, 0.3, 0.44], [0.3, 0, 0.34], [0.44, 0.34, 0]]


def test_what_vectors_are_worth_is_read_on_corrections() -> None:
    together, apart = corrections()

    assert worth(Corpus(invented(), vectors=vectors()), together, apart) > 0
    assert worth(Corpus(invented(), vectors=vectors(is_right=False)), together, apart) < 0


def test_few_corrections_or_no_vectors_judge_nothing() -> None:
    together, apart = corrections()

    assert worth(Corpus(invented()), together, apart) == 0
    assert worth(Corpus(invented(), vectors=vectors()), together[:9], apart) == 0
    assert worth(Corpus(invented(), vectors=vectors()), together, apart[:9]) == 0


def test_the_area_counts_equals_for_half() -> None:
    assert (auc([0.9, 0.5], [0.1, 0.5]), auc([0.1], [0.9])) == (0.875, 0.0)


def test_a_crowd_keeps_the_nearest_of_each_view() -> None:
    texts = [
        Text(f"{number:03}", "AB"[number % 2], f"Mot{chr(97 + number % 26)}{chr(97 + number // 26)} du village") for number in range(320)
    ]
    known = read_vectors(["2 2", "motaa 1 0", "motba 1 0.1"], spoken_words([text.text for text in texts], "fr"))
    families = Corpus(texts, vectors=known).group().families

    assert sum(len(family.members) for family in families) == 320
