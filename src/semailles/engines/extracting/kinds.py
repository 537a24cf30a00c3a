"""Whether an idea is a need, a proposal, a project or a vision: a guess by rules, weighed with the words by what training learnt."""

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

from semailles.engines.extracting.findings import IdeaKind
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.units import Unit

CONTRIBUTIONS = re.compile(r"\b(?:contributions?|apports?|regards?|visions?)\b")  # what a team brings is no project yet
OUTLOOK = re.compile(
    r"\b(?:visions?|approches?|echelles?|regards?|lectures?|manifestes?|strategies?|recits?|imagin\w+|reve\w*|horizons?)\b"
)
VISION_WORDS = ("rev", "imagin", "vision", "demain", "horizon", "2050", "2040", "2035", "manifeste")
ASKING = ("demandent", "reclament", "ont besoin", "souhaitent", "voudraient", "attendent")
PROPOSING = frozenset(
    {"why-not", "what-if", "could-we", "could", "conditional", "ought", "obligation", "wish", "want", "useful", "proposed"}
)
SETTLED = frozenset({"nominal", "project", "project-noun", "column:action", "future"})


def kind_of(unit: Unit, codes: Collection[str]) -> IdeaKind:
    """`codes`: the signs of the passage, those of rules and those of words."""
    if CONTRIBUTIONS.search(flattened(unit.lead)):
        return IdeaKind.VISION if OUTLOOK.search(unit.flat) else IdeaKind.PROPOSAL
    guess = guessed(unit, codes)
    everything = sorted(kind_signs(codes, guess))
    return max(IdeaKind, key=lambda kind: (_logit(shipped_kinds()[kind], everything), kind is guess))


def kind_signs(codes: Collection[str], guess: IdeaKind) -> frozenset[str]:
    return frozenset([*codes, f"guess:{guess}"])


def guessed(unit: Unit, codes: Collection[str]) -> IdeaKind:
    """By rules alone."""
    found, flat = set(codes), unit.flat
    if found & {"wish", "want", "that", "future"} and any(word in flat for word in VISION_WORDS):
        return IdeaKind.VISION
    if "need" in found or ({"wish", "want"} & found and any(verb in flat for verb in ASKING)):
        return IdeaKind.NEED
    if found & PROPOSING:
        return IdeaKind.PROPOSAL
    if found & SETTLED or any(code.startswith(("some@", "infinitive@")) for code in found):
        return IdeaKind.PROJECT
    return IdeaKind.PROPOSAL


@cache
def shipped_kinds() -> Mapping[IdeaKind, Mapping[str, float]]:
    """Kind → code → weight in logits, from `model/kinds.csv`."""
    table: defaultdict[IdeaKind, dict[str, float]] = defaultdict(dict)
    for kind, code, weight in csv.reader(files(__package__).joinpath("model/kinds.csv").read_text(encoding="utf-8").splitlines()):
        table[IdeaKind(kind)][code] = float(weight)
    return table


def _logit(weights: Mapping[str, float], codes: Collection[str]) -> float:
    return weights.get("base", 0.0) + sum(weights.get(code, 0.0) for code in codes)
