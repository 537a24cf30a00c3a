"""The chapter of the commands tells each command with all its words and options, and no other; so do the scripts."""

import argparse
import re
from pathlib import Path

import pytest

from semailles.cli.main import _parser
from semailles.cli.wording import speak

CHAPTERS = {"fr": "docs/fr/commandes.md", "en": "docs/en/commands.md"}
HEAD = re.compile(r"^### `semailles ([a-z -]+)`$", re.MULTILINE)
ROW = re.compile(r"^\| (`[^|]+`) \|", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


@pytest.fixture(params=CHAPTERS)
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LANGUAGE", "")  # given back as it was: `speak` writes it
    speak(str(request.param))
    return str(request.param)


def commands(parser: argparse.ArgumentParser, name: str = "") -> dict[str, set[str]]:
    """Each command that does something → its words and options, those of everywhere left out."""
    within = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not within:
        return {name: {one for action in parser._actions for one in _said(action)}}
    return {
        known: words
        for action in within
        for one, sub in action.choices.items()
        for known, words in commands(sub, f"{name} {one}".strip()).items()
    }


def _said(action: argparse.Action) -> list[str]:
    return list(action.option_strings) or [str(action.metavar or action.dest)]


def told(text: str) -> dict[str, set[str]]:
    """What the chapter says of each command."""
    parts = HEAD.split(text)[1:]
    return {name: _rows(words.partition("\n## ")[0]) for name, words in zip(parts[::2], parts[1::2], strict=True)}


def everywhere(text: str) -> set[str]:
    return _rows(text.partition("\n## ")[2].partition("\n## ")[0])


def _rows(text: str) -> set[str]:
    return {one for cell in ROW.findall(text) for one in CODE.findall(cell)}


def test_each_command_is_told_with_its_words_and_options(root: Path, lang: str) -> None:
    """A new command or option: add its heading or its row to `docs/fr/commandes.md` and `docs/en/commands.md`."""
    text = (root / CHAPTERS[lang]).read_text()
    known = {name: words - everywhere(text) for name, words in commands(_parser()).items()}

    assert told(text) == known


def test_options_of_everywhere_are_those_of_some_command(root: Path, lang: str) -> None:
    known = {one for words in commands(_parser()).values() for one in words} | {"--version"}

    assert everywhere((root / CHAPTERS[lang]).read_text()) - known == set()


def test_each_script_is_told(root: Path, lang: str) -> None:
    """Those that somebody calls by hand."""
    scripts = {f"script/{path.name}" for path in (root / "script").iterdir() if path.is_file()}

    assert {one for one in _rows((root / CHAPTERS[lang]).read_text()) if one.startswith("script/")} == scripts


def test_a_command_that_is_not_told_is_found() -> None:
    parser = argparse.ArgumentParser()
    sow = parser.add_subparsers().add_parser("sow")
    sow.add_argument("field", metavar="FIELD")
    sow.add_argument("--deep", "-d")

    assert commands(parser) == {"sow": {"FIELD", "--deep", "-d", "-h", "--help"}}
    assert told("### `semailles sow`\n\n| `FIELD` | where |\n| `--deep`, `-d` | how |\n\n## Else\n\n| `x` | no |\n") == {
        "sow": {"FIELD", "--deep", "-d"}
    }
