"""Written French out of stems: the form people wrote most, and noun phrases as they stand in the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from semailles.engines.grouping.vocabulary import LINKING, tokens, weak_stems
from semailles.engines.words import FOLDED_STOP, WORDS_KEPT, fold, stem, words

ARTICLES = {"le", "la", "les", "l", "un", "une", "des", "du", "au", "aux", "the", "a", "an"}
POINTING = {"ce", "cet", "cette", "ces", "this", "these"}
OWNING = {"son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos", "our", "their"}
DETERMINERS = frozenset(ARTICLES | POINTING | OWNING | {"chaque"})
BEFORE_NOUNS = frozenset({"de", "d", "en", "par", "sans", "sur", "sous", "of", "for"})
VERBAL = re.compile(r"(?:er|ir|re|ent|ons|ait|aient|era|eront|ez)$")
ADJECTIVAL = re.compile(
    r"(?:ique|al|ale|aux|el|elle|eux|euse|if|ive|aire|able|ible|ier|ière|ien|ienne|ois|oise|ain|aine|ain|in|ine|é|ée|vert|verte|"
    r"court|courte|doux|douce|propre|libre|unique|secondaire|durable|solaire|électrique|bois)s?$",
    re.IGNORECASE,
)
SPACE = re.compile(r"[\s\-]+")
OF = re.compile(r"[\s]+(?:(?:de|du|des|d|à|au|aux|en)[\s’']+)(?:(?:la|le|les|l)[\s’']+)?")
PHRASE_MAX = 40
WORD_MIN = 3
ACRONYM_MAX = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """`form`: stem → the form most often written; `nouns`: stems that mostly stand after a determiner."""

    form: dict[str, str]
    nouns: frozenset[str]
    lang: str


@dataclass(frozen=True, slots=True)
class Phrase:
    written: str
    stems: tuple[str, ...]


def spelling(texts: Sequence[str], lang: str) -> Spelling:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    noun: Counter[str] = Counter()
    pairs = Counter(pair for text in texts for pair in pairwise(["", *words(text)]))
    for (before, word), times in pairs.items():
        root = stem(word, lang)
        forms[root][_plain(word, first=not before)] += times
        noun[root] += times * (2 * (fold(before) in DETERMINERS) + (fold(before) in BEFORE_NOUNS and not VERBAL.search(word)))
    best = {root: min(count, key=lambda form: (-count[form], len(form), form)) for root, count in forms.items()}
    return Spelling(best, frozenset(root for root, count in forms.items() if noun[root] >= count.total()), lang)


def content_stems(text: str, lang: str) -> set[str]:
    return {token.stem for token in tokens(text, lang)}


def noun_phrases(text: str, spelled: Spelling) -> Iterator[Phrase]:
    """One noun in its usual form, or two words as they stand in the text (« réseau de chaleur »); a word that says little never alone."""
    found = [match for match in re.finditer(r"[^\W\d_]+", text) if _means(match.group())]
    roots = [stem(match.group(), spelled.lang) for match in found]
    weak = weak_stems(spelled.lang)
    for rank, (match, root) in enumerate(zip(found, roots, strict=True)):
        if root not in spelled.nouns:
            continue
        if root not in weak:
            yield Phrase(spelled.form[root], (root,))
        if rank + 1 < len(found) and roots[rank + 1] not in weak:
            phrase = text[match.start() : found[rank + 1].end()]
            if len(phrase) <= PHRASE_MAX and _holds(text[match.end() : found[rank + 1].start()], found[rank + 1].group(), spelled):
                yield Phrase(_lower_first(phrase, root, spelled), (root, roots[rank + 1]))


@lru_cache(maxsize=WORDS_KEPT)
def _means(word: str) -> bool:
    return len(word) >= WORD_MIN and fold(word) not in FOLDED_STOP | LINKING


def _holds(between: str, second: str, spelled: Spelling) -> bool:
    """A noun with its adjective, or a noun of a noun."""
    if SPACE.fullmatch(between):
        return bool(ADJECTIVAL.search(second))
    return bool(OF.fullmatch(between)) and stem(second, spelled.lang) in spelled.nouns


def _plain(word: str, *, first: bool) -> str:
    return word.lower() if first or (word.isupper() and len(word) > ACRONYM_MAX) else word


def _lower_first(phrase: str, root: str, spelled: Spelling) -> str:
    first = phrase[0] if spelled.form[root][0].isupper() else phrase[0].lower()
    return first + " ".join(phrase[1:].split())
