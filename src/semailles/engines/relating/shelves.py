"""The lexicons of the engine, read once from the text files of the folder `lexicon`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from semailles.engines.relating.spelling import Expression, Shelf, expression

COMMENT, TITLE, SURE = "#", "==", "!"
ABOUT, NOT = "about", "not"
CHAINS = "chains"


@dataclass(frozen=True, slots=True)
class StepWords:
    """A step of a chain: its key, and what a team does there, said after its name."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class ChainWords:
    """A chain as the lexicon writes it: its name, its steps in order."""

    key: str
    title: str
    steps: tuple[StepWords, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """What an expression means where it is found: of which chain, of which step (or `about`, or `not`); a sure one needs no word of `about`."""

    chain: str
    step: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class ChainShelf:
    chains: tuple[ChainWords, ...]
    signs: tuple[Sign, ...]
    shelf: Shelf


@cache
def chain_shelf(lang: str, name: str = CHAINS) -> ChainShelf:
    """Every chain in one language, or every axis of opposite wishes; the keys of chains and steps are the same in all."""
    chains: list[ChainWords] = []
    sought: list[tuple[Expression, Sign]] = []
    for title, block in blocks(name, lang):
        key, _, name = title.partition(":")
        chains.append(ChainWords(key, name.strip(), tuple(words for words in map(_step, block) if words)))
        sought += [(expression(sign.rstrip(SURE)), _sign(key, line, sign)) for line in block for sign in _listed(line)]
    return ChainShelf(tuple(chains), tuple(sign for _, sign in sought), Shelf(one for one, _ in sought))


def chain_words(lang: str, name: str = CHAINS) -> dict[str, ChainWords]:
    """What each chain is called, and what is said of its steps, in a language."""
    return {chain.key: chain for chain in chain_shelf(shelved(lang), name).chains}


def blocks(name: str, lang: str) -> list[tuple[str, list[str]]]:
    """« == title » and the lines that follow it, as written."""
    found: list[tuple[str, list[str]]] = []
    for line in lines(name, lang):
        if line.startswith(TITLE):
            found.append((line.strip("= "), []))
        else:
            found[-1][1].append(line)
    return found


def lines(name: str, lang: str) -> list[str]:
    text = files(__package__).joinpath("lexicon", shelved(lang), f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith(COMMENT)]


def shelved(lang: str) -> str:
    """The language whose lexicon serves a text: French unless it is English."""
    return "en" if lang == "en" else "fr"


def _step(line: str) -> StepWords | None:
    head, _, _ = line.partition(":")
    key, bar, says = head.partition("|")
    return StepWords(key.strip(), says.strip()) if bar else None


def _sign(chain: str, line: str, sign: str) -> Sign:
    return Sign(chain, line.partition(":")[0].partition("|")[0].strip(), sign.endswith(SURE))


def _listed(line: str) -> list[str]:
    return [sign.strip() for sign in line.partition(":")[2].split(",") if sign.strip()]
