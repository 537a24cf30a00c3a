"""The language of a document and of each of its passages: French or English, told by its small words."""

from collections.abc import Sequence

from semailles.engines.blocks import Block
from semailles.engines.words import ENGLISH_STOP, FRENCH_STOP, words

ONLY_FRENCH, ONLY_ENGLISH = FRENCH_STOP - ENGLISH_STOP, ENGLISH_STOP - FRENCH_STOP
ENOUGH = 20000


SURE = 3  # small words of the other language from which a passage is not in that of its document


def languages_of(blocks: Sequence[Block], lang: str) -> list[str]:
    """Of each passage. `lang`: that of the document, which a passage keeps unless its words clearly say otherwise."""
    return [_language(block.text, lang) for block in blocks]


def _language(text: str, lang: str) -> str:
    french, english = _counts(text)
    said, other = (french, english) if lang == "fr" else (english, french)
    if other >= SURE and other > 2 * said:
        return "en" if lang == "fr" else "fr"
    return lang


def _counts(text: str) -> tuple[int, int]:
    """Small words of French alone, of English alone."""
    low = [word.lower() for word in words(text)]
    return sum(word in ONLY_FRENCH for word in low), sum(word in ONLY_ENGLISH for word in low)


def language_of(blocks: Sequence[Block]) -> str:
    """« fr » unless English small words are more numerous."""
    french = english = read = 0
    for block in blocks:
        more_french, more_english = _counts(block.text)
        french, english = french + more_french, english + more_english
        read += len(block.text)
        if read > ENOUGH:
            break
    return "en" if english > french else "fr"
