"""Labelled short texts for the bench of grouping: CSV files known by their columns, and folders with a gold.json."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from semailles.engines.grouping import Text

FAMILY_COLUMNS = ("family", "objective_id", "objective", "label", "intent")
THEME_COLUMNS = ("theme", "topic", "category")
PAIR_COLUMNS = ("s1", "s2", "score_0_5")
ENGLISH = "_en"


@dataclass(frozen=True)
class Labelled:
    """Short texts with the family and the theme that people gave each; the same twice when there is one level only."""

    name: str
    texts: Sequence[Text]
    families: Sequence[str]
    themes: Sequence[str]
    lang: str = "fr"

    @property
    def written(self) -> list[str]:
        return [text.text for text in self.texts]


@dataclass(frozen=True)
class Pairs:
    """Sentences two by two, and how near people find them."""

    name: str
    first: Sequence[str]
    second: Sequence[str]
    nearness: Sequence[float]


def tables(folder: Path) -> tuple[list[Labelled], list[Pairs]]:
    """What stands in a folder: debates, and pairs of sentences."""
    rows = {path.stem: _rows(path) for path in sorted(folder.glob("*.csv"))}
    paired = [_pairs(name, own) for name, own in rows.items() if own and own[0].keys() >= set(PAIR_COLUMNS)]
    labelled = [_labelled(name, own) for name, own in rows.items() if own and "text" in own[0]]
    return labelled, paired


def debate(path: Path) -> Labelled:
    """A gold.json: ideas with `document` (team: its first folder), `quote`, `family`, `theme`."""
    ideas = json.loads(path.read_text(encoding="utf-8"))["ideas"]
    texts = [Text(idea["id"], idea["document"].split("/")[0], idea["quote"]) for idea in ideas]
    return Labelled(path.parent.name, texts, [idea["family"] for idea in ideas], [idea["theme"] for idea in ideas])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _labelled(name: str, rows: Sequence[Mapping[str, str]]) -> Labelled:
    family = next(column for column in (*FAMILY_COLUMNS, *THEME_COLUMNS) if column in rows[0])
    theme = next((column for column in THEME_COLUMNS if column in rows[0]), family)
    texts = [Text(row.get("id") or f"{rank:06}", "one", row["text"]) for rank, row in enumerate(rows)]
    return Labelled(name, texts, [row[family] for row in rows], [row[theme] for row in rows], "en" if ENGLISH in name else "fr")


def _pairs(name: str, rows: Sequence[Mapping[str, str]]) -> Pairs:
    return Pairs(name, [row["s1"] for row in rows], [row["s2"] for row in rows], [float(row["score_0_5"]) for row in rows])
