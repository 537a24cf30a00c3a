"""How much of what a careful reader finds the extractors find: bench/recall.py FOLDER... [--missed]

FOLDER holds corpus/ (the documents) and gold.json: {"ideas": [{"document", "quote"}], "actors": [{"name", "kind", "variants"}]}.
An idea of the gold is found when a candidate of the same document shares its words: F1 of the words at least 0.5, or 80 % of the
shorter one inside the other (at least 3 words). One candidate answers one idea (best pairs first), so that a candidate too long
or given twice costs precision. An actor is found when one of its variants is the name or an alias of an actor found, articles and
capitals aside. Quotes are checked against the blocks.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from semailles.engines.blocks import Block
from semailles.engines.extracting import extract, reconcile
from semailles.engines.extracting.findings import Actor, Extraction
from semailles.engines.reading import read
from semailles.engines.reading.document import UnreadableError
from semailles.engines.words import fold, words

ARTICLES = frozenset(["l", "le", "la", "les", "un", "une", "des", "du", "de", "d", "au", "aux"])


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
        return f"{name:8} recall {recall:.2f}  precision {precision:.2f}  F1 {f1:.2f}   ({self.found} found of {self.wanted}, {self.given} given)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--missed", action="store_true", help="print the misses and the false alarms")
    asked = parser.parse_args()
    for folder in asked.folders:
        _measure(folder, show=asked.missed)


def _measure(folder: Path, *, show: bool) -> None:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    documents = _read(folder / "corpus")
    started = time.perf_counter()
    extractions = {name: extract(blocks) for name, blocks in documents.items()}
    mentions = [mention for extraction in extractions.values() for mention in extraction.actors]
    actors = reconcile(mentions)
    seconds = time.perf_counter() - started
    ideas, named = _ideas(gold["ideas"], extractions), _actors(gold["actors"], actors)
    inexact = sum(_inexact(documents[name], extraction) for name, extraction in extractions.items())
    print(f"== {folder}: {len(documents)} documents, {seconds:.2f} s")
    print(ideas.line("ideas"), named.line("actors"), f"inexact quotes: {inexact}", sep="\n")
    headings = Counter(remark.heading.value for extraction in extractions.values() for remark in extraction.remarks)
    print("remarks:", ", ".join(f"{times} {heading}" for heading, times in headings.most_common()))
    if show:
        for title, score in (("ideas", ideas), ("actors", named)):
            print(f"-- {title} missed", *score.missed, f"-- {title} false", *score.false, sep="\n   ")


def _read(corpus: Path) -> dict[str, Sequence[Block]]:
    documents: dict[str, Sequence[Block]] = {}
    for path in sorted(corpus.rglob("*")):
        if path.is_file():
            try:
                documents[path.relative_to(corpus).as_posix()] = read(path.name, path.read_bytes()).blocks
            except (UnreadableError, ImportError) as refusal:
                print(f"not read: {path} ({refusal!r})", file=sys.stderr)
    return documents


def _ideas(gold: Sequence[dict[str, str]], extractions: dict[str, Extraction]) -> Score:
    score = Score()
    for name, extraction in extractions.items():
        wanted = [idea["quote"] for idea in gold if idea["document"] == name]
        given = [idea.quote for idea in extraction.ideas]
        pairs = sorted(((_likeness(w, g), -i, -j) for i, w in enumerate(wanted) for j, g in enumerate(given)), reverse=True)
        met: set[int] = set()
        used: set[int] = set()
        for likeness, i, j in pairs:
            if likeness and -i not in met and -j not in used:
                met.add(-i)
                used.add(-j)
        score.found, score.wanted, score.given = score.found + len(met), score.wanted + len(wanted), score.given + len(given)
        score.missed += [f"{name[-24:]} | {quote}" for i, quote in enumerate(wanted) if i not in met]
        score.false += [f"{name[-24:]} | {idea.score:.2f} {idea.quote}" for j, idea in enumerate(extraction.ideas) if j not in used]
    return score


def _likeness(wanted: str, given: str) -> float:
    first, second = Counter(map(fold, words(wanted))), Counter(map(fold, words(given)))
    shared, shorter = sum((first & second).values()), min(first.total(), second.total())
    f1 = 2 * shared / max(1, first.total() + second.total())
    return f1 if f1 >= 0.5 or (shorter >= 3 and shared >= 0.8 * shorter) else 0.0


def _actors(gold: Sequence[dict[str, Sequence[str]]], actors: Sequence[Actor]) -> Score:
    spelt = [{_bare(name) for name in (actor.name, *actor.aliases)} for actor in actors]
    score = Score(wanted=len(gold), given=len(actors))
    right: set[int] = set()
    for actor in gold:
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


def _inexact(blocks: Sequence[Block], extraction: Extraction) -> int:
    quoted = [(one.span, one.quote) for one in extraction.ideas]
    quoted += [(one.span, one.quote) for one in extraction.commitments]
    quoted += [(one.span, one.quote) for one in extraction.remarks]
    quoted += [(one.span, one.surface) for one in extraction.actors]
    return sum(blocks[span.block].text[span.start : span.end] != quote for span, quote in quoted)


if __name__ == "__main__":
    main()
