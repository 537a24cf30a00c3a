"""Families end to end: the documents of a workshop through the main job, its families against those of careful readers.

A folder holds corpus/ (one folder a team) and gold.json: {"ideas": [{"document", "quote", "family"}]}. An idea of the gold that was not found, or that only
ideas of other families answer, is a family of its own. Quotes answer each other as in gold.py; each document is read again by the main job.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.metrics import adjusted_rand_score

from gold import matches
from scoring import pair_scores

SEMAILLES = [str(Path(sys.executable).with_name("semailles")), "run"]
Idea = Mapping[str, str]


@dataclass(frozen=True)
class EndToEnd:
    name: str
    wanted: int
    found: int
    given: int
    pairs: tuple[float, float, float]
    rand: float

    def line(self) -> str:
        precision, recall, f1 = self.pairs
        return (
            f"  {self.name:24} ideas found {self.found} of {self.wanted} ({self.given} given)   "
            f"pairs P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   adjusted Rand {self.rand:.3f}"
        )


def end_to_end(folder: Path) -> EndToEnd:
    gold: list[Idea] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["ideas"]
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([*SEMAILLES, str(folder / "corpus"), "--output", str(Path(out) / "out")], check=True, capture_output=True)
        synthesis = json.loads((Path(out) / "out" / "data" / "synthese.json").read_text(encoding="utf-8"))
    family_of = {idea: family["id"] for family in synthesis["families"] for idea in family["ideas"]}
    path_of = {document["id"]: document["path"] for document in synthesis["documents"]}
    given: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for idea in synthesis["ideas"]:
        for source in idea["sources"]:
            given[path_of[source["document"]]].append((source["quote"], family_of.get(idea["id"], idea["id"])))
    labels = _labels(gold, given)
    truth = [idea["family"] for idea in gold]
    known = sum(not label.startswith("missed") for label in labels)
    return EndToEnd(folder.name, len(gold), known, len(synthesis["ideas"]), pair_scores(truth, labels), adjusted_rand_score(truth, labels))


def _labels(gold: Sequence[Idea], given: Mapping[str, Sequence[tuple[str, str]]]) -> list[str]:
    """The family found for each idea of the gold."""
    labels = [f"missed {rank}" for rank in range(len(gold))]
    for document in sorted({idea["document"] for idea in gold}):
        own = [rank for rank, idea in enumerate(gold) if idea["document"] == document]
        answers = given.get(document, ())
        met = matches([gold[rank]["quote"] for rank in own], [quote for quote, _ in answers])
        for place, answer in met.items():
            labels[own[place]] = answers[answer][1]
    return labels
