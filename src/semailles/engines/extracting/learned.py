"""What the model learnt: the weight of words, marks and places, in logits, beside the weights judged by hand."""

import csv
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.asides import aside_signs
from semailles.engines.extracting.findings import Taught
from semailles.engines.extracting.flat import opening
from semailles.engines.extracting.headers import column
from semailles.engines.extracting.scoring import signs
from semailles.engines.extracting.units import Unit, sense
from semailles.engines.extracting.wording import wording_signs

Weights = Mapping[str, float]

MIDDLE, LENGTH = 9, 100  # a passage taught alone stands in the middle of a document
ROUNDS = 4
PACE, PACE_OF_SIGNS = 0.35, 0.03  # logits a step: words move, grammar hardly does
FARTHEST, FARTHEST_OF_SIGNS = 1.5, 0.25
MOST_TAUGHT = 3000


@cache
def by_hand() -> Weights:
    """Code → weight, from `weights.toml`; a code without weight weighs nothing."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return {code: float(weight) for section in table.values() for code, weight in section.items()}


@cache
def shipped() -> Weights:
    """The weights by hand, corrected and completed by what `training` learnt from the labelled sentences."""
    rows = csv.reader(files(__package__).joinpath("model/weights.csv").read_text(encoding="utf-8").splitlines())
    return {**by_hand(), **{code: float(weight) for code, weight in rows}}


@lru_cache(maxsize=4)
def weights_after(taught: tuple[Taught, ...]) -> Weights:
    """The shipped weights after what people corrected; the same corrections in any order give the same weights."""
    if not taught:
        return shipped()
    lessons = [(found, lesson.is_idea) for lesson in _ordered(taught) if (found := _codes(lesson))]
    start, moved = shipped(), dict(shipped())
    for _ in range(ROUNDS):
        for found, is_idea in lessons:
            _step(moved, start, found, is_idea=is_idea)
    return moved


def unit_of(lesson: Taught) -> Unit:
    first = opening(lesson.text)
    return Unit(
        MIDDLE,
        first,
        len(lesson.text),
        lesson.text[first:],
        lesson.block,
        heading=lesson.heading,
        heading_sense=sense(lesson.heading),
        lead=lesson.lead,
        lead_sense=sense(lesson.lead),
        column=column(lesson.header) if lesson.header else None,
        header=lesson.header,
    )


def signs_of(lesson: Taught) -> dict[str, str]:
    unit = unit_of(lesson)
    return signs(unit) | dict(aside_signs(LENGTH, unit))


def _codes(lesson: Taught) -> tuple[str, ...]:
    unit, found = unit_of(lesson), signs_of(lesson)
    return (*found, *wording_signs(unit, found))


def _ordered(taught: Iterable[Taught]) -> list[Taught]:
    return sorted(set(taught), key=lambda lesson: (lesson.text, lesson.block, lesson.heading, lesson.header, lesson.is_idea))[:MOST_TAUGHT]


def _step(moved: dict[str, float], start: Weights, codes: Iterable[str], *, is_idea: bool) -> None:
    codes = tuple(codes)
    logit = moved["base"] + sum(moved.get(code, 0.0) for code in codes)
    miss = is_idea - 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
    for code in codes:
        hand = code in by_hand()
        pace, farthest = (PACE_OF_SIGNS, FARTHEST_OF_SIGNS) if hand else (PACE, FARTHEST)
        first = start.get(code, 0.0)
        moved[code] = max(first - farthest, min(first + farthest, moved.get(code, first) + pace * miss))


def labelled(name: str) -> Iterator[tuple[Taught, dict[str, str]]]:
    """The labelled passages of a file of `model/`, each with its whole row."""
    lines = files(__package__).joinpath("model", name).read_text(encoding="utf-8").splitlines(keepends=True)
    for row in csv.DictReader(lines):
        place = (BlockKind(row["block"]), row["heading"], row["header"], row.get("lead") or "")
        yield Taught(row["text"], row["idea"] == "1", *place), row
