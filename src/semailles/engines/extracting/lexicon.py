"""The words the extractors know, read once from the text files of the folder `lexicon`."""

import tomllib
from functools import cache
from importlib.resources import files

from semailles.engines.extracting.flat import flattened


@cache
def entries(name: str) -> frozenset[str]:
    """Flattened single words of `lexicon/<name>.txt`; lines beginning with # are comments."""
    return frozenset(flattened(word) for line in lines(name) for word in line.split())


@cache
def lines(name: str) -> tuple[str, ...]:
    """Lines of `lexicon/<name>.txt` as written, comments and empty lines left out."""
    text = files(__package__).joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def phrases(name: str) -> tuple[str, ...]:
    """One expression a line, flattened."""
    return tuple(flattened(line) for line in lines(name))


@cache
def word_set(module: str, name: str) -> frozenset[str]:
    """A set of `lexicon/sets.toml`, words as they are written there."""
    text = files(__package__).joinpath("lexicon", "sets.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[module][name].split())
