"""Texts with their team → themes and families of the same idea, labelled and explained. Deterministic: the order of texts changes nothing.

Corpus(texts, lang="fr", equivalences=(), vectors=None, seed=0)   -> the texts read once
  .group(given=(), constraints=Constraints())                     -> Grouping
  .place(standing, given=(), constraints=Constraints())           -> Grouping; families that stand do not move
  .describe(standing, given=())                                   -> Grouping; the evidence of families that people made
group(texts, given=(), constraints=Constraints(), lang="fr", seed=0) -> Grouping
contradiction(constraints)                                        -> Contradiction | None; group and place raise Contradictory
read_vectors(lines, spoken_words(texts, lang))                    -> WordVectors, one more view of a Corpus
worth(corpus, together, apart)                                    -> what they add on people's corrections
Neighbourhood(texts, lang="fr").of(id, most=5)                    -> the nearest of one text, with the words shared
"""

from semailles.engines.grouping.corrections import Contradictory, contradiction
from semailles.engines.grouping.engine import FEWEST_PAIRS, Corpus, group, worth
from semailles.engines.grouping.evidence import FAINT
from semailles.engines.grouping.groups import (
    Constraints,
    Contradiction,
    Equivalence,
    Family,
    GivenTheme,
    Grouping,
    Link,
    Standing,
    Strength,
    Text,
    Theme,
)
from semailles.engines.grouping.hearing import roots_of
from semailles.engines.grouping.nearest import Neighbourhood
from semailles.engines.grouping.vectors import UnreadableVectors, WordVectors, read_vectors, spoken_words

__all__ = [
    "FAINT",
    "FEWEST_PAIRS",
    "Constraints",
    "Contradiction",
    "Contradictory",
    "Corpus",
    "Equivalence",
    "Family",
    "GivenTheme",
    "Grouping",
    "Link",
    "Neighbourhood",
    "Standing",
    "Strength",
    "Text",
    "Theme",
    "UnreadableVectors",
    "WordVectors",
    "contradiction",
    "group",
    "read_vectors",
    "roots_of",
    "spoken_words",
    "worth",
]
