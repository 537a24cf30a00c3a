"""What the extractors find of what careful readers found, on documents labelled by people who never saw the rules.

`train/`: rules and model were made looking at these documents; each folder is measured twice: as shipped, and by a model refitted without any
of its passages (the same hand-written sentences stay). `test/`: nobody looks at these documents, only at the figures. The baseline takes every
bullet and every sentence that begins with an infinitive. Registers go by the kind of file.

    script/bench quality [--missed]       print the misses of train/ too (never those of test/)
    script/bench quality --passages       write the labelled passages of train/ for `semailles.engines.extracting.training`, beside those
                                          that stand there of documents which are not in train/
"""

import argparse
import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from gold import Blocks, Folder, actors_score, folders, ideas_score, inexact, kinds_right, matches, total
from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting import extract, reconcile
from semailles.engines.extracting.conjugation import is_infinitive
from semailles.engines.extracting.findings import Taught
from semailles.engines.extracting.flat import opening, tokens
from semailles.engines.extracting.ideas import find_ideas
from semailles.engines.extracting.judging import judge
from semailles.engines.extracting.language import language_of
from semailles.engines.extracting.learned import by_hand, shipped, signs_of
from semailles.engines.extracting.sentences import sentences
from semailles.engines.extracting.training import examples, fit
from semailles.engines.extracting.units import units

HERE = Path(__file__).parent / "quality"
PASSAGES = Path(__file__).parents[1] / "src/semailles/engines/extracting/model/passages.csv"
COLUMNS = ("idea", "kind", "lang", "register", "block", "heading", "header", "text", "lead", "codes", "document")
REGISTERS = {
    "prose": (".docx", ".odt", ".pdf", ".html", ".doc", ".rtf"),
    "slides": (".pptx", ".odp"),
    "tables and stickies": (".xlsx", ".ods", ".csv"),
    "notes": (".txt", ".md"),
    "mail": (".eml",),
}
Quotes = Mapping[str, Sequence[str]]
Weights = Mapping[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="print the misses and the false alarms of train/")
    parser.add_argument("--passages", action="store_true", help="write model/passages.csv from train/")
    asked = parser.parse_args()
    train, test = folders(HERE / "train"), folders(HERE / "test")
    if asked.passages:
        _write_passages(train)
        return
    print("TRAIN, as shipped")
    _measure(train, show=asked.missed)
    print("TRAIN, ideas by a model that saw nothing of the folder")
    _measure_apart(train)
    print("TEST" if test else "TEST: no document yet")
    _measure(test, show=False)


def _measure(measured: Sequence[Folder], *, show: bool) -> None:
    everything: list[tuple[Folder, Quotes]] = []
    for folder in measured:
        found = {name: extract(blocks) for name, blocks in folder.documents.items()}
        given = {name: [idea.quote for idea in one.ideas] for name, one in found.items()}
        actors = actors_score(folder, reconcile([mention for one in found.values() for mention in one.actors]))
        wrong = sum(inexact(folder.documents[name], one) for name, one in found.items())
        right, told = kinds_right(folder, found)
        ideas = ideas_score(folder, given)
        print(f"- {folder.name}: {len(found)} documents, inexact quotes: {wrong}, kinds right: {right} of {told}")
        print(ideas.line("ideas"), actors.line("actors"), sep="\n")
        if show:
            print("  -- missed", *ideas.missed, *actors.missed, "  -- false", *ideas.false, *actors.false, sep="\n     ")
        everything.append((folder, given))
    if everything:
        _sum_up(everything)


def _measure_apart(train: Sequence[Folder]) -> None:
    known = list(examples())
    apart: list[tuple[Folder, Quotes]] = []
    for folder in train:
        table = fit([example for example in known if not example.document.startswith(f"{folder.name}/")])
        apart.append((folder, _quotes_by(folder.documents, by_hand() | dict(table))))
        print(ideas_score(*apart[-1]).line(folder.name))
    _sum_up(apart)
    print(total(ideas_score(folder, _quotes_by(folder.documents, by_hand())) for folder in train).line("the same by the rules alone"))


def _quotes_by(documents: Blocks, table: Weights) -> Quotes:
    return {
        name: [idea.quote for idea in find_ideas(blocks, judge(blocks, units(blocks), table), table)] for name, blocks in documents.items()
    }


def _sum_up(measured: Sequence[tuple[Folder, Quotes]]) -> None:
    for register, ends in REGISTERS.items():
        score = total(ideas_score(folder, _only(given, lambda name, ends=ends: name.lower().endswith(ends))) for folder, given in measured)
        if score.wanted:
            print(score.line(f"all, {register}"))
    print(total(ideas_score(folder, given) for folder, given in measured).line("all"))
    bare = total(ideas_score(folder, {name: _baseline(blocks) for name, blocks in folder.documents.items()}) for folder, _ in measured)
    print(bare.line("baseline: bullets and infinitives"))


def _only(given: Quotes, wanted: Callable[[str], bool]) -> Quotes:
    return {name: quotes for name, quotes in given.items() if wanted(name)}


def _baseline(blocks: Sequence[Block]) -> list[str]:
    found = []
    for block in blocks:
        if block.kind is BlockKind.ITEM:
            found.append(block.text)
            continue
        for start, end in sentences(block.text):
            words = tokens(block.text[opening(block.text, start) : end])
            if words and is_infinitive(words[0]):
                found.append(block.text[start:end])
    return found


def _write_passages(train: Sequence[Folder]) -> None:
    mine = tuple(f"{folder.name}/" for folder in train)
    with PASSAGES.open(encoding="utf-8", newline="") as before:
        others = [row for row in csv.reader(before) if not row[-1].startswith(mine)]
    with PASSAGES.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows(others)
        for folder in train:
            for name, blocks in folder.documents.items():
                writer.writerows(_passages(folder, name, blocks))


def _passages(folder: Folder, name: str, blocks: Sequence[Block]) -> Iterator[tuple[object, ...]]:
    verdicts = [verdict for verdict in judge(blocks, units(blocks), shipped()) if not verdict.goes_on]
    wanted = matches(folder.quotes(name), [verdict.unit.core for verdict in verdicts])
    kinds = {at: idea.get("kind", "") for i, idea in enumerate(_of(folder, name)) if (at := wanted.get(i)) is not None}
    lang = language_of(blocks)
    for at, verdict in enumerate(verdicts):
        unit = verdict.unit
        lesson = Taught(unit.core, at in kinds, unit.kind, unit.heading, unit.header, unit.lead)
        codes = " ".join(code for code in verdict.signs if code not in signs_of(lesson))
        place = (unit.kind.value, unit.heading, unit.header, unit.core, unit.lead, codes, f"{folder.name}/{name}")
        yield (int(at in kinds), kinds.get(at, ""), lang, "document", *place)


def _of(folder: Folder, name: str) -> list[dict[str, str]]:
    return [idea for idea in folder.ideas if idea["document"] == name]


if __name__ == "__main__":
    main()
