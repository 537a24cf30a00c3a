"""The words of many texts as arrays: each is looked up once, whoever writes it; what stands where is then counted on whole arrays."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

import numpy as np

from semailles.engines.grouping.vocabulary import BEFORE_A_BUS, carries, spelt
from semailles.engines.words import fold, stem

BUS = "car"


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of `count` texts, in order: the `text` it stands in and its number in `written`."""

    count: int
    text: np.ndarray
    word: np.ndarray
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """The words that carry meaning, in order: the `text` each stands in, its number in `stems` and in `written`."""

    text: np.ndarray
    stem: np.ndarray
    word: np.ndarray
    stems: tuple[str, ...]


def read(texts: Iterable[str]) -> tuple[Words, list[int]]:
    """The words of the texts that differ by their words, case aside; and for each text, which of them it is. A text without words is like no other."""
    known: dict[str, int] = defaultdict(count().__next__)
    distinct: dict[str | int, int] = {}
    which: list[int] = []
    lengths: list[int] = []
    words: list[np.ndarray] = []
    for text in texts:
        found = spelt(text)
        said = " ".join(found).casefold() or len(which)
        which.append(number := distinct.setdefault(said, len(distinct)))
        if number == len(lengths):
            lengths.append(len(found))
            words.append(np.array([known[word] for word in found], np.int32))
    place = np.repeat(np.arange(len(lengths)), lengths)
    return Words(len(lengths), place, np.concatenate([np.empty(0, np.int32), *words]), tuple(known)), which


def content(words: Words, lang: str) -> Content:
    """« car » is a bus when a determiner stands before it."""
    stems: dict[str, int] = defaultdict(count().__next__)
    folded = [fold(word) for word in words.written]
    may = [flat == BUS or carries(word, "") for word, flat in zip(words.written, folded, strict=True)]
    root = np.array([stems[stem(word, lang)] if kept else -1 for word, kept in zip(words.written, may, strict=True)], int)
    kept = root[words.word] >= 0
    bus, before = (np.array([flat in some for flat in folded], bool)[words.word] for some in ({BUS}, BEFORE_A_BUS))
    kept[1:] &= ~bus[1:] | (before[:-1] & (words.text[1:] == words.text[:-1]))
    kept[:1] &= ~bus[:1]
    return Content(words.text[kept], root[words.word[kept]], words.word[kept], tuple(stems))
