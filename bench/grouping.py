"""Measure the grouping engine on labelled ideas, beside its peers and a baseline at its best threshold.

    script/bench grouping --gold DEBATE/gold.json … --labelled ccc.csv --pairs sts.csv --intents banking.csv

`--gold`: ideas with `document` (team = top folder), `quote`, `family`, `theme`. `--labelled`: CSV with text, objective_id, theme.
`--pairs`: CSV with s1, s2, score_0_5. `--intents`: CSV with text, label (English).
AMI and ARI are adjusted for chance; a text left out is a group of its own. Peers: see peers.py.
The baseline (words' TF-IDF, average link) is given the best of all thresholds on the very labels: an upper bound that nobody has in practice.
"""

import argparse
import csv
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_mutual_info_score, adjusted_rand_score, v_measure_score

from peers import peers
from semailles.engines.grouping import Text, group
from semailles.engines.grouping.neighbours import Blend, sides, views

THRESHOLDS = np.arange(0.04, 0.6, 0.02)
Labels = Sequence[object]


@dataclass(frozen=True)
class Labelled:
    name: str
    texts: list[Text]
    families: list[str]
    themes: list[str]
    lang: str = "fr"


def debate(path: Path) -> Labelled:
    ideas = json.loads(path.read_text(encoding="utf-8"))["ideas"]
    texts = [Text(idea["id"], idea["document"].split("/")[0], idea["quote"]) for idea in ideas]
    return Labelled(path.parent.name, texts, [idea["family"] for idea in ideas], [idea["theme"] for idea in ideas])


def measures(path: Path) -> Labelled:
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    texts = [Text(row["id"], "one", row["text"]) for row in rows]
    return Labelled(path.stem, texts, [row["objective_id"] for row in rows], [row["theme"] for row in rows])


def intents(path: Path) -> Labelled:
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    texts = [Text(f"{rank:05}", "one", row["text"]) for rank, row in enumerate(rows)]
    return Labelled(path.stem, texts, [row["label"] for row in rows], [row["label"] for row in rows], "en")


def scores(truth: Labels, found: Labels) -> dict[str, float]:
    """Pairwise and B-cubed precision, recall, F1; adjusted Rand; V-measure."""
    same, guess = _same(truth), _same(found)
    hits = same & guess
    upper = np.triu_indices(len(truth), 1)
    pair_p, pair_r = hits[upper].sum() / max(1, guess[upper].sum()), hits[upper].sum() / max(1, same[upper].sum())
    cube_p, cube_r = (hits.sum(1) / guess.sum(1)).mean(), (hits.sum(1) / same.sum(1)).mean()
    return {
        "pair P": pair_p,
        "pair R": pair_r,
        "pair F1": _f1(pair_p, pair_r),
        "B3 P": cube_p,
        "B3 R": cube_r,
        "B3 F1": _f1(cube_p, cube_r),
        "ARI": adjusted_rand_score(truth, found),
        "V": v_measure_score(truth, found),
    }


def engine_labels(given: Labelled) -> tuple[list[int], list[int], float]:
    start = time.perf_counter()
    result = group(given.texts, lang=given.lang)
    spent = time.perf_counter() - start
    family = {member: number for number, found in enumerate(result.families) for member in found.members}
    theme = {member: found.theme for found in result.families for member in found.members}
    return [family[text.id] for text in given.texts], [theme[text.id] for text in given.texts], spent


def baseline_labels(given: Labelled) -> list[int]:
    rows = TfidfVectorizer(sublinear_tf=True).fit_transform([text.text for text in given.texts])
    distance = np.clip(1 - (rows @ rows.T).toarray(), 0, None)
    tries = [_average_link(distance, 1 - threshold) for threshold in THRESHOLDS]
    return max(tries, key=lambda labels: scores(given.families, labels)["pair F1"] + scores(given.families, labels)["B3 F1"])


def similarity_correlation(path: Path) -> float:
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    texts = [text for row in rows for text in (row["s1"], row["s2"])]
    left, right = sides(views(texts, "fr"), Blend())
    first, second = np.arange(0, len(texts), 2), np.arange(1, len(texts), 2)
    there = np.asarray(left[first].multiply(right[second]).sum(1)).ravel()
    back = np.asarray(left[second].multiply(right[first]).sum(1)).ravel()
    return float(spearmanr(there + back, [float(row["score_0_5"]) for row in rows]).statistic)


def show(given: Labelled, *, with_baseline: bool) -> None:
    families, themes, spent = engine_labels(given)
    print(f"\n{given.name}: {len(given.texts)} ideas, {len(set(given.families))} families, {len(set(given.themes))} themes; {spent:.1f} s")
    print("  families  ", _line(scores(given.families, families)), f" found {len(set(families))}")
    if with_baseline:
        print("  baseline  ", _line(scores(given.families, baseline_labels(given))), " (best threshold)")
    print(f"  {'':40} families: AMI    ARI     themes: AMI    ARI")
    _compare("this engine", given, families, themes)
    for name, find in peers().items():
        texts = [text.text for text in given.texts]
        _compare(name, given, find(texts, len(set(given.families)), given.lang), find(texts, len(set(given.themes)), given.lang))


def _compare(name: str, given: Labelled, families: Sequence[int], themes: Sequence[int]) -> None:
    """Each level of what was found against the same level of the labels."""
    figures = [
        measure(truth, _apart(found))
        for truth, found in ((given.families, families), (given.themes, themes))
        for measure in (adjusted_mutual_info_score, adjusted_rand_score)
    ]
    print(f"  {name:40} {figures[0]:13.3f}  {figures[1]:.3f}  {figures[2]:11.3f}  {figures[3]:.3f}")


def _apart(labels: Sequence[int]) -> list[int]:
    return [label if label >= 0 else -2 - rank for rank, label in enumerate(labels)]


def main() -> None:
    wanted = argparse.ArgumentParser(description="Measure the grouping engine on labelled ideas.")
    for name in ("--gold", "--labelled", "--pairs", "--intents"):
        wanted.add_argument(name, type=Path, nargs="*", default=[])
    paths = wanted.parse_args()
    for given in [*map(debate, paths.gold), *map(measures, paths.labelled)]:
        show(given, with_baseline=True)
    for path in paths.pairs:
        print(f"\n{path.stem}: Spearman of similarity {similarity_correlation(path):.3f}")
    for path in paths.intents:
        show(intents(path), with_baseline=False)


def _same(labels: Labels) -> np.ndarray:
    codes = np.unique([str(label) for label in labels], return_inverse=True)[1]
    return np.asarray(codes[:, None] == codes)


def _f1(precision: float, recall: float) -> float:
    return float(2 * precision * recall / (precision + recall)) if precision + recall else 0.0


def _average_link(distance: np.ndarray, limit: float) -> list[int]:
    grouping = AgglomerativeClustering(n_clusters=None, distance_threshold=limit, metric="precomputed", linkage="average")
    return [int(label) for label in grouping.fit_predict(distance)]


def _line(result: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in result.items())


if __name__ == "__main__":
    main()
