"""Texts of any number to measure scale on, made as an idea is written: a concept of our lexicon in one of its forms, between two halves of real sentences.

The sentences are those of ../shared/data/grouping (measures of the Convention citoyenne, French sentences of STS); concepts and sentences are drawn with
Zipf's frequencies, so that some subjects are spoken of by thousands and most by a few. Four teams, dealt at random. Seeded: the same texts each time.
"""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np

from semailles.engines.grouping import Text
from semailles.engines.grouping.vocabulary import lexicon_entries

SHELF = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "grouping"
TEAMS = "ABCD"
SEED = 5


def crowd(count: int, shelf: Path = SHELF) -> list[Text]:
    draw = np.random.default_rng(SEED)
    starts, ends = _halves(shelf)
    forms: dict[str, list[str]] = defaultdict(list)
    for _, concept, term, _ in lexicon_entries("fr"):
        forms[concept].append(term)
    concepts = [forms[concept] for concept in draw.permutation(sorted(forms)).tolist()]
    first, second, start, end = (_zipf(draw, size, count) for size in (len(concepts), len(concepts), len(starts), len(ends)))
    which = draw.random((count, 2))
    return [
        Text(
            f"t{row:06}",
            TEAMS[int(which[row, 0] * 997) % len(TEAMS)],
            " ".join(
                (starts[start[row]], _one(concepts[first[row]], which[row, 0]), ends[end[row]], _one(concepts[second[row]], which[row, 1]))
            ),
        )
        for row in range(count)
    ]


def _one(forms: list[str], chance: float) -> str:
    return forms[int(chance * len(forms))]


def _zipf(draw: np.random.Generator, size: int, count: int) -> list[int]:
    weight = 1 / np.arange(10, size + 10)
    return [int(rank) for rank in draw.choice(size, size=count, p=weight / weight.sum())]


def _halves(shelf: Path) -> tuple[list[str], list[str]]:
    measures = [row["text"] for row in csv.DictReader((shelf / "ccc_dev_fr.csv").open(encoding="utf-8"))]
    sentences = [row[side] for row in csv.DictReader((shelf / "stsb_fr_dev.csv").open(encoding="utf-8")) for side in ("s1", "s2")]
    parts = [text.split() for text in dict.fromkeys([*measures, *sentences])]
    return [" ".join(words[: len(words) // 2]) for words in parts], [" ".join(words[len(words) // 2 :]) for words in parts]
