"""What was proclaimed, chained: nothing of it is changed, taken out or slipped in unseen. A value may still be erased: the chain holds its digest only."""

from semailles.core.seals.erasing import erase_from_seals
from semailles.core.seals.reading import Sealed, seal_with, seals_of
from semailles.core.seals.sealing import is_last, proclaim, seal
from semailles.core.seals.verifying import Break, Fault, Verdict, verify
from semailles.core.seals.words import fault_in_words, verdict_in_words

__all__ = [
    "Break",
    "Fault",
    "Sealed",
    "Verdict",
    "erase_from_seals",
    "fault_in_words",
    "is_last",
    "proclaim",
    "seal",
    "seal_with",
    "seals_of",
    "verdict_in_words",
    "verify",
]
