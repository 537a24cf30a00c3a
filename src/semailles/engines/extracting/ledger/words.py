"""The words of budgets, read once from `lexicon/ledger.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    text = files("semailles.engines.extracting").joinpath("lexicon", "ledger.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def any_of(table: str, name: str) -> str:
    """The expressions of `[table] name`, joined by « or », for flattened text."""
    return "(?:" + "|".join(f"(?:{line})" for line in _lexicon()[table][name].split("\n") if line) + ")"


def whole_words(table: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(table, name)}(?!\w)")
