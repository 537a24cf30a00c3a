"""Names as dictation writes them, in small letters after a courtesy title: « madame durand », « monsieur lefèvre du garage »."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from semailles.engines.extracting.lexicon import entries
from semailles.engines.extracting.people import first_names
from semailles.engines.words import FRENCH_STOP, fold, stem

_WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_BEFORE = r"(?<![\w’'-])"
TITLED = re.compile(
    rf"{_BEFORE}(?:(?:madame|mademoiselle|monsieur|docteur|mme|mlle|mr|dr)\b\.?|(?<!\d )(?<!\d)m\.|"
    rf"(?<!\ble )(?<!\bun )(?<!\bde )(?<!\bdu )(?<!\bau )(?<!\bla )(?<!les )(?<!des )ma[iî]tre\b)"
    rf" (?P<first>{_WORD})(?: (?P<second>{_WORD}))?",
    re.IGNORECASE,
)
_USED = re.compile(
    rf"{_BEFORE}(?:l[ea]s?|une?|des|du|aux?|ce(?:tte|t|s)?|notre|nos|votre|vos|leurs?|son|sa|ses|ils?|elles?|on|qui|nous|vous) (?P<word>{_WORD})",
    re.IGNORECASE,
)
VERBS = ("verbs", "common_verbs", "plain_verbs")
OFFICES = frozenset(
    "maire prefet prefete depute deputee senateur senatrice president presidente ministre directeur directrice adjoint adjointe conseiller conseillere"
    " secretaire proviseur proviseure principal principale commissaire rapporteur rapporteure tresorier tresoriere".split()
)
SHORTEST = 2
IRREGULAR = frozenset(
    "veut voulait dit disait sait savait vient venait prend prenait met fait faisait va allait vend tient tenait ouvre offre repond".split()
)
CONDITIONAL, INFINITIVE = "rait", ("er", "ir", "re")  # none follows a courtesy title: « madame boulanger »


def without_dictated(text: str, mask: str, *, ordinary: Collection[str]) -> str:
    """`ordinary`: see `ordinary_words`."""

    for start, end in reversed(list(dictated(text, ordinary=ordinary))):
        text = f"{text[:start]}{mask}{text[end:]}"
    return text


def dictated(text: str, *, ordinary: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where such names stand, their courtesy title included. « Mme Durand » is none: it is read as a name with the documents."""
    for found in TITLED.finditer(text):
        first, second = found["first"], found["second"]
        if (found.group()[0].isupper() and first[0].isupper()) or _is_ordinary(first, ordinary):
            continue
        is_full = second and fold(first) in first_names() and not _is_ordinary(second, ordinary)
        yield found.start(), found.end("second" if is_full else "first")


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """Folded words that these texts use as nouns or verbs: after an article, after a pronoun. Trades and first names are family names too: never they."""
    used = {fold(found["word"]) for text in texts for found in _USED.finditer(text)}
    return frozenset(used - entries("trades") - first_names())


def _is_ordinary(word: str, ordinary: Collection[str]) -> bool:
    flat = fold(word)
    if len(flat) < SHORTEST or flat in ordinary or any(part in FRENCH_STOP for part in re.split("[’']", word.lower())):
        return True
    if flat in entries("trades") or flat in first_names():
        return False
    if flat in OFFICES or flat in IRREGULAR or flat.endswith(CONDITIONAL):
        return True
    return not flat.endswith(INFINITIVE) and stem(flat, "fr") in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(stem(verb, "fr") for name in VERBS for verb in entries(name))
