"""The language of a document: French or English, told by its small words."""

from collections.abc import Sequence

from semailles.engines.blocks import Block
from semailles.engines.words import ENGLISH_STOP, FRENCH_STOP, words

SHARED = FRENCH_STOP & ENGLISH_STOP
ENOUGH = 20000


def language_of(blocks: Sequence[Block]) -> str:
    """« fr » unless English small words are more numerous."""
    french = english = read = 0
    for block in blocks:
        for word in words(block.text):
            low = word.lower()
            french += low in FRENCH_STOP and low not in SHARED
            english += low in ENGLISH_STOP and low not in SHARED
        read += len(block.text)
        if read > ENOUGH:
            break
    return "en" if english > french else "fr"
