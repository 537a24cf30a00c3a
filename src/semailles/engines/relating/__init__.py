"""What ideas of several teams are to each other: steps of one chain, two sides of one question."""

from semailles.engines.relating.complements import complements
from semailles.engines.relating.shelves import ChainWords, StepWords, chain_words
from semailles.engines.relating.tensions import tensions
from semailles.engines.relating.ties import Complement, Kind, Said, Step, Stretch, Tension, Tie

__all__ = [
    "ChainWords",
    "Complement",
    "Kind",
    "Said",
    "Step",
    "StepWords",
    "Stretch",
    "Tension",
    "Tie",
    "chain_words",
    "complements",
    "tensions",
]
