"""Measure the grouping engine on labelled texts, beside its peers, in one run.

    script/bench grouping [--data FOLDER] [--gold DEBATE/gold.json …] [--workshop FOLDER …]

`--data`: CSV files (see labelled.py), ../shared/data/grouping by default, said when it is absent. `--gold`: ideas that somebody labelled, grouped as quoted.
`--workshop`: a folder with corpus/ and gold.json, through the main job (see workshop.py). Both are, by default, the workshops of bench/families.
AMI and ARI are adjusted for chance; a text left out is a group of its own. Peers: see peers.py; planted teams: see planted.py.
Ends with the floors, and fails when one is missed.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

import peers
from labelled import Labelled, Pairs, debate, tables
from planted import Planted, planted
from scoring import halves, levels
from semailles.engines.grouping import Grouping, group
from semailles.engines.grouping.families import BLENDS
from semailles.engines.grouping.neighbours import sides, views
from workshop import end_to_end

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "grouping"
FAMILIES = Path(__file__).parent / "families"
DEALT_UP_TO = 1000
TIMES_MINILM, TIMES_OTHER_HALF, LEAST_COVERAGE, LEAST_AUC, LEAST_P, LEAST_END_TO_END = 1.05, 1.3, 0.6, 0.75, 0.01, 0.25
Floor = tuple[str, float, float]


def main() -> int:
    asked = _asked()
    if not asked.data.is_dir():
        print(f"no labelled texts at {asked.data}: --data FOLDER says where they are")
    if peers.missing():
        print(f"BERTopic and MiniLM are not measured, not installed here: {', '.join(peers.missing())} (see bench/peers.py)")
    labelled, paired = tables(asked.data) if asked.data.is_dir() else ([], [])
    debates = [*map(debate, asked.gold), *labelled]
    floors: list[Floor] = []
    for given in debates:
        floors += _levels(given)
    for pairs in paired:
        floors += _pairs(pairs)
    floors += _planted([given for given in debates if len(given.texts) <= DEALT_UP_TO])
    for folder in asked.workshop:
        floors += _end_to_end(folder)
    return _held(floors)


def _asked() -> argparse.Namespace:
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--data", type=Path, default=DATA)
    whole = sorted(folder.parent for folder in FAMILIES.glob("*/*/corpus"))
    wanted.add_argument("--gold", type=Path, nargs="*", default=[folder / "gold.json" for folder in whole])
    wanted.add_argument("--workshop", type=Path, nargs="*", default=whole)
    return wanted.parse_args()


def _levels(given: Labelled) -> list[Floor]:
    """Both levels beside the peers', the confident half, and rows shuffled."""
    start = time.process_time()
    found = group(given.texts, lang=given.lang)
    spent = time.process_time() - start
    families, themes, confidence = _rows(given, found)
    print(f"\n{given.name}: {len(given.texts)} texts, {len(set(given.families))} families, {len(set(given.themes))} themes")
    print(f"  {'':44} families: AMI   ARI    themes: AMI   ARI    CPU s")
    _line("this engine", given, families, themes, spent)
    for name, find in peers.peers(len(given.texts)).items():
        start = time.process_time()
        fine = find(given.written, len(set(given.families)), given.lang)
        spent = time.process_time() - start
        _line(name, given, fine, find(given.written, len(set(given.themes)), given.lang), spent)
    sure, other = halves(given.families, families, confidence)
    ratio = sure / max(other, 1e-9)
    doubtful = sum(len(family.doubtful) for family in found.families)
    print(f"  confident half: AMI {sure:.3f}, the other {other:.3f}: {ratio:.2f} times; {doubtful} texts to be placed by people")
    return [(f"{given.name}: confident half, times the other", ratio, TIMES_OTHER_HALF), _shuffled(given, found)]


def _shuffled(given: Labelled, found: Grouping) -> Floor:
    rows = list(given.texts)
    random.Random(1).shuffle(rows)  # noqa: S311  # a shuffle for a bench, no secret
    same = repr(group(rows, lang=given.lang)) == repr(found)
    print(f"  rows shuffled: {'the same to the byte' if same else 'CHANGED'}")
    return (f"{given.name}: the same when rows are shuffled", float(same), 1.0)


def _line(name: str, given: Labelled, families: Sequence[int], themes: Sequence[int], spent: float) -> None:
    fine, broad = levels(given.families, families), levels(given.themes, themes)
    print(f"  {name:44} {fine[0]:13.3f} {fine[1]:.3f} {broad[0]:12.3f} {broad[1]:.3f} {spent:8.1f}")


def _rows(given: Labelled, found: Grouping) -> tuple[list[int], list[int], list[float]]:
    """For each text its family, its theme, and how surely it stands there."""
    place = {
        member: (number, family.theme, sure)
        for number, family in enumerate(found.families)
        for member, sure in zip(family.members, family.confidences, strict=True)
    }
    families, themes, confidences = zip(*(place[text.id] for text in given.texts), strict=True)
    return list(families), list(themes), list(confidences)


def _pairs(pairs: Pairs) -> list[Floor]:
    texts = [text for both in zip(pairs.first, pairs.second, strict=True) for text in both]
    left, right = sides(views(texts, "fr"), BLENDS[0])
    there = np.asarray(left[::2].multiply(right[1::2]).sum(axis=1)).ravel()
    back = np.asarray(left[1::2].multiply(right[::2]).sum(axis=1)).ravel()
    ours = float(spearmanr(there + back, pairs.nearness).statistic)
    print(f"\n{pairs.name}: {len(pairs.nearness)} pairs, Spearman of this engine's likeness {ours:.3f}", end="")
    if peers.missing():
        print()
        return []
    rows = peers.minilm(texts)
    theirs = float(spearmanr((rows[::2] * rows[1::2]).sum(axis=1), pairs.nearness).statistic)
    print(f", of MiniLM's {theirs:.3f}: {ours / theirs:.3f} times")
    return [(f"{pairs.name}: times MiniLM", ours / theirs, TIMES_MINILM)]


def _planted(debates: Sequence[Labelled]) -> list[Floor]:
    if not debates:
        return []
    print("\nplanted teams")
    measured: list[Planted] = []
    for given in debates:
        measured.append(planted(given))
        print(measured[-1].line(given.name))
    count = len(measured)
    return [
        ("planted teams: teams brought together, Spearman", sum(one.together for one in measured) / count, LEAST_COVERAGE),
        ("planted teams: beyond chance, AUC", sum(one.auc for one in measured) / count, LEAST_AUC),
        ("planted teams: p on random deals, lowest Kolmogorov-Smirnov", min(one.uniformity for one in measured), LEAST_P),
    ]


def _end_to_end(folder: Path) -> list[Floor]:
    measured = end_to_end(folder)
    print("\nfamilies end to end", measured.line(), sep="\n")
    name = f"{measured.name}: end to end"
    return [(f"{name}, F1 of pairs", measured.pairs[2], LEAST_END_TO_END), (f"{name}, adjusted Rand", measured.rand, LEAST_END_TO_END)]


def _held(floors: Sequence[Floor]) -> int:
    print("\nfloors")
    for name, value, least in floors:
        print(f"  {'held  ' if value >= least else 'MISSED'} {name}: {value:.3f}, at least {least}")
    return int(any(value < least for _, value, least in floors))


if __name__ == "__main__":
    sys.exit(main())
