"""Comparable forms of an actor's name."""

import re
from functools import cache, lru_cache

from semailles.engines.extracting.findings import ActorKind
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.lexicon import lines, word_set

SMALL = word_set("keys", "small")
TITLES = word_set("keys", "titles")
WORDS = re.compile(r"[^\W_]+", re.UNICODE)
DOTTED = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b")  # « c.a.u.e. » is one word
IN_BRACKETS = re.compile(r"^(.{3,200}?)\s*\(([^()]{2,60})\)\s*$")
FEMININE = (
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("iennes", "ien"),
    ("ienne", "ien"),
    ("eres", "er"),
    ("ere", "er"),
    ("ives", "if"),
    ("antes", "ant"),
    ("ante", "ant"),
    ("ines", "in"),
    ("onnes", "on"),
    ("ines", "in"),
)

MARKS = frozenset({"démo", "fictif", "fictive", "exemple"})  # say that a body is made up
ARTICLE = re.compile(r"^(?:Le|La|Les|L')\s?(?=\w+\s\w)")
SHORT_FORM = range(2, 11)  # letters of an acronym
SHORTEST_PLURAL = 3

Key = tuple[str, ...]


@lru_cache(maxsize=8192)
def key_of(name: str, kind: ActorKind) -> Key:
    """Words that count, in their order, flattened, singular; titles of persons and small words left out."""
    if kind is ActorKind.PERSON:
        return tuple(word for word in WORDS.findall(flattened(name)) if word not in TITLES)
    words = WORDS.findall(DOTTED.sub(lambda found: found.group().replace(".", ""), flattened(name)))
    kept = [part for word in words if word not in SMALL for part in _regions(word)] or words
    singular = tuple(_without_plural(word) for word in kept)
    return tuple(_masculine(word) for word in singular) if kind is ActorKind.ROLE else singular


def spellings(name: str) -> tuple[str, ...]:
    """« Parc naturel régional (PNR) » gives the name, then what stands in brackets."""
    found = IN_BRACKETS.match(name)
    if found and found.group(2) in MARKS:
        return (name, found.group(1))
    return (found.group(1), found.group(2)) if found else (name,)


def variants(name: str) -> tuple[str, ...]:
    """The ways a known name is also typed: « Calorie-Claire », « Marche & Rivière », « Quai Nord »."""
    plain = name.replace("’", "'")
    written = {name, plain.replace(" & ", " et "), plain.replace(" et ", " & "), _without_article(plain)}
    written |= {one.replace(" ", "-") for one in written} | {one.replace("-", " ") for one in written}
    return tuple(sorted(written))


def _without_article(name: str) -> str:
    """Names of one word keep it: « La Poste » is not « poste »."""
    found = ARTICLE.match(name)
    return name[found.end() :] if found else name


@cache
def equivalents() -> dict[Key, Key]:
    """Key of a short form → key of what it stands for."""
    pairs = (line.split(" = ") for line in lines("equivalents"))
    return {key_of(short, ActorKind.ORGANISATION): key_of(long, ActorKind.ORGANISATION) for short, long in pairs}


def expanded(key: Key) -> Key:
    """The long form of a key, its head expanded: ("cc", "val") → ("communaute", "commune", "val")."""
    table = equivalents()
    for size in (3, 2, 1):
        if key[:size] in table and len(key) >= size:
            return table[key[:size]] + key[size:]
    return key


def initials(name: str) -> str:
    return "".join(word[0] for word in WORDS.findall(flattened(name)) if word not in SMALL)


def is_short_form(name: str) -> bool:
    """Mostly capitals, one word: « EPF-IDF », « CCHL », « C.A.U.E. »."""
    letters = [sign for sign in name if sign.isalpha()]
    return len(letters) in SHORT_FORM and " " not in name.strip() and sum(sign.isupper() for sign in letters) >= len(letters) - 1


def joined(key: Key) -> str:
    return "".join(key)


def _regions(word: str) -> tuple[str, ...]:
    """« EPFIDF » and « EPF-IDF » both end in Île-de-France."""
    if word == "idf":
        return ("ile", "france")
    return (word[:-3], "ile", "france") if word.endswith("idf") and len(word) > len("idf") + 2 else (word,)


def _without_plural(word: str) -> str:
    return (
        word[:-1]
        if len(word) > SHORTEST_PLURAL and word.endswith(("s", "x")) and not word.endswith(("ss", "us", "is", "as", "os", "eux"))
        else word
    )


def _masculine(word: str) -> str:
    return next((word[: -len(end)] + male for end, male in FEMININE if word.endswith(end) and len(word) > len(end) + 2), word)
