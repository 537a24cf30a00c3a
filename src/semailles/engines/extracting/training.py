"""Learn the weights from the labelled passages of `model/`: python -m semailles.engines.extracting.training [FILE]

A logistic regression whose prior mean is the weight judged by hand (0 for what no hand weighed), with a Gaussian prior: strong for the
signs of the rules, weaker for words and marks. Cyclic coordinate descent, one Newton step a code, codes in alphabetical order: the same
data always give the same file. `sentences.csv` is written for this; `passages.csv` holds the passages of labelled documents.
"""

import csv
import io
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from semailles.engines.extracting.findings import IdeaKind
from semailles.engines.extracting.kinds import guessed, kind_signs
from semailles.engines.extracting.learned import Weights, by_hand, labelled, signs_of, unit_of
from semailles.engines.extracting.registers import raw_sign
from semailles.engines.extracting.wording import wording_signs

TOGETHER = ("sentences.csv", "passages.csv")
RAW = frozenset({"flipchart", "sticky"})
STIFFNESS_OF_SIGNS, STIFFNESS = 30.0, 1.5
FEWEST = 2  # passages that must share a code
PASSES = 12
LONGEST_STEP, SHORTEST_STEP = 0.5, 1e-4
FAINT = 0.03  # logits that are not worth a line
FAINT_FOR_A_KIND = 0.1
FILE = Path(__file__).parent / "model" / "weights.csv"
KINDS = FILE.with_name("kinds.csv")


@dataclass(frozen=True, slots=True)
class Example:
    """`codes`: all the signs of a passage; `document`: what it comes from, "" for a sentence written alone; `kind`: of an idea, "" where nobody told."""

    codes: tuple[str, ...]
    is_idea: bool
    document: str = ""
    kind: str = ""


def examples(names: Iterable[str] = TOGETHER, *, of_kinds: bool = False) -> Iterator[Example]:
    """`of_kinds`: with the signs that tell kinds apart."""
    for name in names:
        for lesson, row in labelled(name):
            unit, found = unit_of(lesson), signs_of(lesson)
            if row["register"] in RAW and (bare := raw_sign(unit, found)):
                found[bare] = ""
            found |= dict.fromkeys(row.get("codes", "").split(), "")
            codes = (*found, *wording_signs(unit, found))
            told = tuple(sorted(kind_signs(codes, guessed(unit, codes)))) if row["kind"] else codes
            yield Example(told if of_kinds else codes, lesson.is_idea, row.get("document", ""), row["kind"])


def fit(taught: Sequence[Example]) -> Weights:
    """Code → weight, for the codes that enough examples share."""
    return _Fitting(taught, by_hand()).weights()


def fit_kinds(taught: Iterable[Example]) -> dict[str, Weights]:
    """Kind → code → weight: each kind against the others, on the ideas whose kind somebody told. No hand weighed kinds: the mean is 0."""
    told = [example for example in taught if example.is_idea and example.kind]
    return {
        kind: _Fitting([replace(example, is_idea=example.kind == kind) for example in told], {"base": 0.0}).weights() for kind in IdeaKind
    }


class _Fitting:
    def __init__(self, taught: Sequence[Example], prior: Weights) -> None:
        self._prior = prior
        self._wanted = [float(example.is_idea) for example in taught]
        shared = Counter(code for example in taught for code in set(example.codes))
        self._rows: dict[str, list[int]] = defaultdict(list)
        for at, example in enumerate(taught):
            for code in set(example.codes):
                if shared[code] >= FEWEST:
                    self._rows[code].append(at)
        self._rows["base"] = list(range(len(taught)))
        self._weights = {code: self._prior.get(code, 0.0) for code in self._rows}
        self._logits = [self._prior["base"] + sum(self._prior.get(code, 0.0) for code in sorted(set(example.codes))) for example in taught]

    def weights(self) -> Weights:
        for _ in range(PASSES):
            for code in sorted(self._rows):
                self._improve(code)
        return self._weights

    def _improve(self, code: str) -> None:
        slope = bend = 0.0
        for at in self._rows[code]:
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, self._logits[at]))))
            slope += chance - self._wanted[at]
            bend += chance * (1 - chance)
        stiffness = STIFFNESS_OF_SIGNS if code in self._prior else STIFFNESS
        slope += stiffness * (self._weights[code] - self._prior.get(code, 0.0))
        step = max(-LONGEST_STEP, min(LONGEST_STEP, -slope / (bend + stiffness)))
        if abs(step) > SHORTEST_STEP:
            self._weights[code] += step
            for at in self._rows[code]:
                self._logits[at] += step


def written(weights: Weights) -> str:
    """One line a code, in alphabetical order; what is as the hand judged it, or faint, is left out."""
    out = io.StringIO()
    rows = ((code, round(weight, 2)) for code, weight in sorted(weights.items()))
    csv.writer(out, lineterminator="\n").writerows(row for row in rows if abs(row[1] - by_hand().get(row[0], 0.0)) >= FAINT)
    return out.getvalue()


def written_kinds(kinds: Mapping[str, Weights]) -> str:
    out = io.StringIO()
    rows = ((kind, code, round(weight, 2)) for kind, weights in kinds.items() for code, weight in sorted(weights.items()))
    csv.writer(out, lineterminator="\n").writerows(row for row in rows if abs(row[2]) >= FAINT_FOR_A_KIND)
    return out.getvalue()


def main(arguments: Sequence[str]) -> None:
    file = Path(arguments[0]) if arguments else FILE
    taught = list(examples())
    file.write_text(written(fit(taught)), encoding="utf-8")
    KINDS.write_text(written_kinds(fit_kinds(examples(of_kinds=True))), encoding="utf-8")
    sys.stdout.write(f"{file}: {len(taught)} passages, {sum(example.is_idea for example in taught)} of them ideas\n")


if __name__ == "__main__":
    main(sys.argv[1:])
