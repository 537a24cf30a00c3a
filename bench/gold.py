"""Labelled folders, and how what is found compares with what careful readers found.

A folder holds corpus/ (the documents) and gold.json: {"ideas": [{"document", "quote", "kind"}], "actors": [{"name", "kind", "variants"}]}.
An idea of the gold is found when a candidate of the same document shares its words: F1 of the words at least 0.5, or 80 % of the
shorter one inside the other (at least 3 words). One candidate answers one idea (best pairs first), so that a candidate too long
or given twice costs precision. An actor is found when one of its variants is the name or an alias of an actor found, articles and
capitals aside.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from semailles.engines.blocks import Block
from semailles.engines.extracting.findings import Actor, Extraction
from semailles.engines.reading import read
from semailles.engines.reading.document import UnreadableError
from semailles.engines.words import fold, words

ARTICLES = frozenset(["l", "le", "la", "les", "un", "une", "des", "du", "de", "d", "au", "aux"])
HALF, MOST, ENOUGH = 0.5, 0.8, 3
Blocks = Mapping[str, Sequence[Block]]


@dataclass
class Score:
    found: int = 0
    wanted: int = 0
    given: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        recall, precision = self.found / max(1, self.wanted), self.found / max(1, self.given)
        f1 = 2 * recall * precision / max(1e-9, recall + precision)
        return (
            f"  {name:34} recall {recall:.2f}  precision {precision:.2f}  F1 {f1:.2f}   ({self.found} of {self.wanted}, {self.given} given)"
        )

    def add(self, other: "Score") -> None:
        self.found, self.wanted, self.given = self.found + other.found, self.wanted + other.wanted, self.given + other.given
        self.missed += other.missed
        self.false += other.false


@dataclass(frozen=True)
class Folder:
    name: str
    documents: Blocks
    ideas: Sequence[dict[str, str]]
    actors: Sequence[dict[str, Any]]

    def quotes(self, document: str) -> list[str]:
        return [idea["quote"] for idea in self.ideas if idea["document"] == document]


def folders(under: Path) -> list[Folder]:
    return [_folder(gold.parent, under) for gold in sorted(under.rglob("gold.json"))]


def _folder(path: Path, under: Path) -> Folder:
    gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))
    return Folder(path.relative_to(under).as_posix(), documents(path / "corpus"), gold["ideas"], gold["actors"])


def documents(corpus: Path) -> Blocks:
    found: dict[str, Sequence[Block]] = {}
    for path in sorted(corpus.rglob("*")):
        if path.is_file():
            try:
                found[path.relative_to(corpus).as_posix()] = read(path.name, path.read_bytes()).blocks
            except (UnreadableError, ImportError) as refusal:
                sys.stderr.write(f"not read: {path} ({refusal!r})\n")
    return found


def matches(wanted: Sequence[str], given: Sequence[str]) -> dict[int, int]:
    """Index of an idea of the gold → index of the candidate that answers it."""
    pairs = sorted(((_likeness(w, g), -i, -j) for i, w in enumerate(wanted) for j, g in enumerate(given)), reverse=True)
    met: dict[int, int] = {}
    used: set[int] = set()
    for likeness, i, j in pairs:
        if likeness and -i not in met and -j not in used:
            met[-i] = -j
            used.add(-j)
    return met


def _likeness(wanted: str, given: str) -> float:
    first, second = Counter(map(fold, words(wanted))), Counter(map(fold, words(given)))
    shared, shorter = sum((first & second).values()), min(first.total(), second.total())
    f1 = 2 * shared / max(1, first.total() + second.total())
    return f1 if f1 >= HALF or (shorter >= ENOUGH and shared >= MOST * shorter) else 0.0


def ideas_score(folder: Folder, given: Mapping[str, Sequence[str]]) -> Score:
    score = Score()
    for name, quotes in given.items():
        wanted = folder.quotes(name)
        met = matches(wanted, quotes)
        used = set(met.values())
        missed = [f"{name[-24:]} | {quote}" for i, quote in enumerate(wanted) if i not in met]
        false = [f"{name[-24:]} | {quote}" for j, quote in enumerate(quotes) if j not in used]
        score.add(Score(len(met), len(wanted), len(quotes), missed, false))
    return score


def kinds_right(folder: Folder, extractions: Mapping[str, Extraction]) -> tuple[int, int]:
    """Of the ideas found whose kind the gold says: how many have that kind, and how many there are."""
    right = told = 0
    for name, extraction in extractions.items():
        wanted = [idea for idea in folder.ideas if idea["document"] == name]
        met = matches([idea["quote"] for idea in wanted], [idea.quote for idea in extraction.ideas])
        for i, j in met.items():
            if kind := wanted[i].get("kind"):
                told += 1
                right += kind == extraction.ideas[j].kind.value
    return right, told


def actors_score(folder: Folder, actors: Sequence[Actor]) -> Score:
    spelt = [{_bare(name) for name in (actor.name, *actor.aliases)} for actor in actors]
    score = Score(wanted=len(folder.actors))
    right: set[int] = set()
    for actor in folder.actors:
        variants = {_bare(name) for name in (str(actor["name"]), *actor["variants"])}
        answers = [at for at, names in enumerate(spelt) if names & variants]
        right |= set(answers)
        if answers:
            score.found += 1
        else:
            score.missed.append(f"{actor['kind']}: {actor['name']}")
    score.false = [f"{actor.kind}: {actor.name} {list(actor.aliases)}" for at, actor in enumerate(actors) if at not in right]
    score.given = score.found + len(score.false)
    return score


def _bare(name: str) -> str:
    parts = [fold(part) for part in words(name)]
    while len(parts) > 1 and parts[0] in ARTICLES:
        parts = parts[1:]
    return " ".join(parts)


def inexact(blocks: Sequence[Block], extraction: Extraction) -> int:
    """Quotes that are not, sign for sign, what stands at their place."""
    quoted = [(one.span, one.quote) for one in (*extraction.ideas, *extraction.commitments, *extraction.remarks)]
    quoted += [(one.span, one.surface) for one in extraction.actors]
    return sum(blocks[span.block].text[span.start : span.end] != quote for span, quote in quoted)


def total(scores: Iterable[Score]) -> Score:
    whole = Score()
    for score in scores:
        whole.add(score)
    return whole
