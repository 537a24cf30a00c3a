"""The user guide says what the program does: its commands are understood, its addresses open, its words are those of the screen, in both languages."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.urls import resolve

from semailles.cli.main import _parser

SETTINGS = ("reglages.md", "settings.md")  # bold there is a key that must be written
PAIRS = (
    ("README.md", "README.md"),
    ("installer.md", "installing.md"),
    ("recueillir.md", "gathering.md"),
    ("converger.md", "converging.md"),
    ("porter.md", "carrying.md"),
    ("demarche.md", "process.md"),
    ("publier.md", "publishing.md"),
    ("heberger.md", "hosting.md"),
    ("commandes.md", "commands.md"),
    SETTINGS,
    ("developper.md", "developing.md"),
)
COMMAND = re.compile(r"^(?:\.venv/bin/)?semailles (.+)$", re.MULTILINE)  # in the folder of Semailles, or on a server
ADDRESS = re.compile(r"`(/[a-z0-9/-]+/)`")
ON_SCREEN = re.compile(r"\*\*([^*]+)\*\*")
REFUSED = re.compile(r"^[|*] (?:«\s|“)(.+?)(?:\s»|”)(?:\s\||\s?:)", re.MULTILINE)
QUOTED = 12
OF_THE_SHELL = "Il manque python3-venv"
NOT_ADDRESSES = {"/adresses/", "/addresses/"}
SHAPE = re.compile(r"^(?:#+ |\d+\. |\* |\|)", re.MULTILINE)


def plain(words: str) -> str:
    """Without what typography or the place in a sentence changes."""
    quoted = re.sub(r"«\s*|\s*»|[“”]", '"', words)
    return " ".join(re.sub(r"[\u00a0\u202f]", " ", quoted).replace("'", "’").split()).casefold()


@pytest.fixture(scope="session")
def translated(root: Path) -> list[tuple[str, str]]:
    """What the screen says, in English and in French."""
    with (root / "src/semailles/locale/fr/LC_MESSAGES/django.po").open("rb") as file:
        catalog = [message for message in read_po(file) if message.id]
    many = [(message.id, message.string) for message in catalog if not isinstance(message.id, str)]
    one = [(message.id, message.string) for message in catalog if isinstance(message.id, str)]
    return [(plain(en), plain(fr)) for en, fr in [*one, *(pair for ids, strings in many for pair in zip(ids, strings, strict=False))]]


@cache
def pattern(sentence: str) -> re.Pattern[str]:
    """A sentence whose values are filled in."""
    return re.compile(re.sub(r"%\\?\(\w+\\?\)[sd]", ".+", re.escape(sentence)))


def is_pair(fr: str, en: str, translated: list[tuple[str, str]]) -> bool:
    said = plain(en), plain(fr)
    if said in translated:
        return True
    return any(pattern(left).fullmatch(said[0]) and pattern(right).fullmatch(said[1]) for left, right in translated if "%(" in left)


def quoted(text: str) -> list[str]:
    """The head of each refusal that a page explains."""
    return [words for words in REFUSED.findall(text) if words != OF_THE_SHELL]


def is_said(fr: str, en: str, translated: list[tuple[str, str]]) -> bool:
    """« … » stands for what a sentence names."""
    left, right = (re.escape(plain(words)).replace("…", ".*") for words in (en, fr))
    return any(re.search(left, english) and re.search(right, french) for english, french in translated)


def read(root: Path, pair: tuple[str, str]) -> tuple[str, str]:
    return (root / "docs/fr" / pair[0]).read_text(), (root / "docs/en" / pair[1]).read_text()


def test_every_page_of_the_guide_exists_in_both_languages(root: Path) -> None:
    assert {path.name for path in (root / "docs/fr").iterdir()} == {fr for fr, _ in PAIRS}
    assert {path.name for path in (root / "docs/en").iterdir()} == {en for _, en in PAIRS}


@pytest.mark.parametrize("pair", PAIRS)
def test_both_languages_say_the_same_thing_in_the_same_order(root: Path, pair: tuple[str, str]) -> None:
    fr, en = read(root, pair)

    assert SHAPE.findall(fr) == SHAPE.findall(en)
    assert ADDRESS.findall(fr.replace("adresses", "addresses")) == ADDRESS.findall(en)
    assert [line.split()[0] for line in COMMAND.findall(fr)] == [line.split()[0] for line in COMMAND.findall(en)]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair != SETTINGS])
def test_words_in_bold_are_those_of_the_screen(root: Path, pair: tuple[str, str], translated: list[tuple[str, str]]) -> None:
    fr, en = (ON_SCREEN.findall(text) for text in read(root, pair))

    assert [(left, right) for left, right in zip(fr, en, strict=True) if not is_pair(left, right, translated)] == []


def test_refusals_are_quoted_as_the_program_says_them(root: Path, translated: list[tuple[str, str]]) -> None:
    fr, en = ([words for pair in PAIRS for words in quoted(read(root, pair)[side])] for side in (0, 1))

    assert len(fr) == len(en) == QUOTED
    assert [(left, right) for left, right in zip(fr, en, strict=True) if not is_said(left, right, translated)] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_addresses_of_the_guide_open_a_page(root: Path, pair: tuple[str, str]) -> None:
    for address in {one for text in read(root, pair) for one in ADDRESS.findall(text)} - NOT_ADDRESSES:
        assert resolve(address).func


@pytest.mark.parametrize("pair", PAIRS)
def test_commands_of_the_guide_are_understood(root: Path, pair: tuple[str, str]) -> None:
    for line in (line for text in read(root, pair) for line in COMMAND.findall(text)):
        words = line.split()
        assert _parser().parse_args(words).command == words[0]


def test_a_word_that_the_screen_does_not_say_is_found(translated: list[tuple[str, str]]) -> None:
    assert is_pair("Passer à l’étape « convergente »", "Go to the step « convergent »", translated)
    assert not is_pair("Enregistrer", "Delete", translated)
    assert not is_pair("Effacer tout", "Save", translated)
