"""Shortens a title at the end of a clause, so that it never stops on a word that waits for another."""

import re
from collections.abc import Iterator

from semailles.engines.extracting.conjugation import NOUN_BEFORE, is_conditional, is_finite, is_infinitive, main_finite
from semailles.engines.extracting.flat import flattened, tokens
from semailles.engines.extracting.lexicon import word_set

LONGEST = 90
SHORTEST, SHORTEST_LAST = 40, 28
LATE = 60
AFTER_VERB = 14
FEW_WORDS = 3
THOSE = frozenset(["ceux", "celles", "celui", "celle"])
CIRCUMSTANCES = word_set("titles", "circumstances")
DANGLING = word_set("titles", "dangling")  # cannot end a phrase
WAITING = word_set("titles", "waiting")  # can, but not where a phrase was cut
ALSO_NOUNS = frozenset(["car", "or", "son"])
CLAUSE = re.compile(
    r"\s*(?:[,;:(]|\s[–—-]\s|\.\s)|\s(?=(?:pour|afin|avec|dont|où|parce|plutôt|au lieu|car|tant que|sans|ainsi|en échange|quitte|à condition|pourvu|avant|comme)\s)"
)
CALLS = re.compile(r" ?(?:que |qu')")
RELATIVE = re.compile(r"\s(?=qui\s)")
ENDS = " .;,:!(–—-"
LAST_WORD = re.compile(r"(?:\w+['’])?(?P<word>[\w-]+['’]?)$")
PARALLEL = re.compile(
    r"^ ?(?:le |la |les |l'|un |une |des |leurs? |nos |ses )[^,;:.]{0,40} et (?:le |la |les |l'|un |une |des |leurs? |nos |ses )"
)


def shortened(text: str) -> str:
    text = tidy(text)
    if len(text) <= LONGEST:
        return text
    text = _without_aside(text)
    if len(text) <= LONGEST:
        return text
    cuts = [cut for at in _cuts(text) if len(cut := tidy(_balanced(text[:at]), cut=True)) >= min(at, SHORTEST_LAST)]
    return cuts[-1] if cuts else _at_a_word(text)


def tidy(text: str, *, cut: bool = False) -> str:
    """Without the marks and the words that cannot end a phrase."""
    text = _without_marks(text)
    while (last := LAST_WORD.search(text)) and last.start() and _dangles(text, last, cut=cut):
        text = _without_marks(text[: last.start()])
    return text


def _dangles(text: str, last: re.Match[str], *, cut: bool) -> bool:
    word = flattened(last.group("word")).rstrip("'")
    if flattened(last.group()) == "quelqu'un" or last.group("word")[0].isupper():
        return False
    if word in ALSO_NOUNS:
        before = tokens(text[: last.start()])[-1:]
        return not (before and before[0].flat in NOUN_BEFORE)
    return word in DANGLING or (cut and word in WAITING)


def _without_marks(text: str) -> str:
    text = text.strip().rstrip(ENDS)
    if text.endswith(("»", "”")) and not ("«" in text or "“" in text):
        text = text[:-1].rstrip(ENDS)
    if text.endswith("?") and text.count("?") == 1 and not _asks(text):
        text = text.rstrip("? ")
    return text


def _without_aside(text: str) -> str:
    """« Les haies, qu'on brûle l'hiver, chaufferaient l'école » → « Les haies chaufferaient l'école »."""
    first = text.find(",")
    second = text.find(",", first + 1)
    if not SHORTEST_LAST // 4 < first < second:
        return text
    words = tokens(text)
    after = [at for at, word in enumerate(words) if word.start > second]
    subject = [at for at, word in enumerate(words) if word.end <= first]
    told = any(is_finite(words, at) or is_infinitive(words[at]) for at in subject)
    if not after or told or not is_finite(words, after[0]):
        return text
    return text[:first] + text[second + 1 :]


def _cuts(text: str) -> list[int]:
    """Where a clause ends, in order; where a relative begins, when nothing else does."""
    least = max(_least(text), _verb_end(text))
    clauses = [found for found in CLAUSE.finditer(text, 0, LONGEST + 1) if least <= found.start() <= LONGEST]
    colon = next((found.start() for found in clauses if ":" in found.group() and not CALLS.match(flattened(text[found.end() :]))), LONGEST)
    complete = [
        found.start()
        for found in clauses
        if found.start() <= colon
        and not _in_list(text, found)
        and not (":" in found.group() and CALLS.match(flattened(text[found.end() :])))
    ]
    return complete or [found.start() for found in RELATIVE.finditer(text, 0, LONGEST + 1) if found.start() >= least]


def _in_list(text: str, cut: re.Match[str]) -> bool:
    """Between two members of a list, « bois, bêtes | , chemins et accueil », or after a short end, « les rus, cent mètres | pour commencer »."""
    before = text[: cut.start()]
    member = before[before.rfind(",") + 1 :].split() if "," in before else []
    if "," not in cut.group():
        return 0 < len(member) <= FEW_WORDS + 1
    words = tokens(before)
    bare = len(words) > 1 and is_finite(words, len(words) - 2)
    return bare or 0 < len(member) < FEW_WORDS or bool(PARALLEL.match(flattened(text[cut.end() :]))) or _short_members(text, cut, member)


def _short_members(text: str, cut: re.Match[str], member: list[str]) -> bool:
    after = re.split(r"[,;:.]", text[cut.end() :], maxsplit=1)[0].split()
    bare = 0 < len(after) < FEW_WORDS and flattened(after[0]) not in NOUN_BEFORE | {"puis"} and text[cut.end() :].lstrip().find(",") > 0
    return (bare and len(member) == 0) or (0 < len(member) <= FEW_WORDS and len(after) <= FEW_WORDS + 1)


def _least(text: str) -> int:
    """A title that opens with where or for whom must reach what."""
    first = next((word.flat for word in tokens(text)), "")
    if first not in CIRCUMSTANCES:
        return SHORTEST
    comma = text.find(",", 0, SHORTEST)
    return max(SHORTEST, comma + SHORTEST_LAST) if comma > 0 else LATE


def _verb_end(text: str) -> int:
    """A title keeps its main verb and some words after it: what is said of « la résidence » matters more than when it closed."""
    words = tokens(text)
    if words and is_infinitive(words[0]):
        return 0
    if words and words[0].flat in THOSE:
        verb = next((words[at] for at in range(len(words) - 1, 0, -1) if words[at].end < LONGEST and is_finite(words, at)), None)
    else:
        verb = next((word for word in words if is_conditional(word)), None) or main_finite(words)
    return 0 if verb is None else verb.end + AFTER_VERB


def _balanced(text: str) -> str:
    return text[: text.rfind("(")] if text.count("(") > text.count(")") else text


def _at_a_word(text: str) -> str:
    for at in _spaces(text):
        if kept := tidy(_balanced(text[:at]), cut=True):
            return kept + "…"
    return text[: LONGEST - 1] + "…"


def _spaces(text: str) -> Iterator[int]:
    at = text.rfind(" ", 0, LONGEST - 1)
    while at > 0:
        yield at
        at = text.rfind(" ", 0, at)


def _asks(text: str) -> bool:
    return flattened(text).startswith(("et si", "pourquoi", "est-ce", "comment", "que ", "quel", "si "))
