"""Word vectors that somebody installed: read when there are some, left aside with a word in the log when they cannot be."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from semailles.convergence import word_vectors

WORDS = frozenset({"eau", "pain"})


def test_nothing_is_read_when_nothing_is_installed() -> None:
    assert word_vectors.installed_vectors(WORDS) is None


def test_the_words_of_the_ideas_are_read(tmp_path: Path, settings: Settings) -> None:
    settings.WORD_VECTORS = tmp_path / "fr.vec"
    settings.WORD_VECTORS.write_text("3 2\neau 1 0\nfeu 1 1\npain 0 1\n", encoding="utf-8")
    found = word_vectors.installed_vectors(WORDS)

    assert found is not None
    assert dict(found.row) == {"eau": 0, "pain": 1}


@pytest.mark.parametrize(
    ("written", "said"),
    [(None, "cannot be read (No such file or directory)."), ("2 2\neau 1\n", "is no word2vec text file, see line 2.")],
)
def test_a_file_that_cannot_be_read_is_left_aside_and_the_log_says_why(
    tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture, written: str | None, said: str
) -> None:
    settings.WORD_VECTORS = tmp_path / "fr.vec"
    if written is not None:
        settings.WORD_VECTORS.write_text(written, encoding="utf-8")

    assert word_vectors.installed_vectors(WORDS) is None
    assert caplog.messages == [f"SEMAILLES_WORD_VECTORS: {settings.WORD_VECTORS} {said}"]
