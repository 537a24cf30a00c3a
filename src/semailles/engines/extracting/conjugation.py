"""Forms of French verbs, made from infinitives: enough to tell a sentence from a noun phrase, not a grammar."""

from collections.abc import Iterable, Sequence
from functools import cache

from semailles.engines.extracting.flat import Token, flattened
from semailles.engines.extracting.lexicon import entries, lines, word_set

IRREGULAR = word_set("conjugation", "irregular")
NOT_VERBS = word_set("conjugation", "not_verbs")
NOUN_BEFORE = word_set("conjugation", "noun_before")
RELATIVES = word_set("conjugation", "relatives")
FUTURE_ENDS = ("ra", "ront", "rons", "rez", "rai")
CONDITIONAL_ENDS = ("rait", "raient", "rions", "riez")
NOT_CONDITIONAL = word_set("conjugation", "not_conditional")
NOT_FUTURE = word_set("conjugation", "not_future")

PREFIXES = ("re", "de", "co", "pre", "auto", "des", "sur")
FUTURES = word_set("conjugation", "futures")


@cache
def finite_forms() -> frozenset[str]:
    """Forms of the present, imperfect and past of the verbs known, accents kept (« équipe » is one, « équipé » is not)."""
    written = (word for name in ("verbs", "plain_verbs", "common_verbs") for line in lines(name) for word in line.split())
    return frozenset(form for verb in written for form in _forms(verb) if flattened(form) not in NOT_VERBS)


def is_conditional(token: Token) -> bool:
    flat = token.flat
    return len(flat) > len("rrait") and not token.capital and flat.endswith(CONDITIONAL_ENDS) and flat not in NOT_CONDITIONAL


def is_future(token: Token) -> bool:
    flat = token.flat
    return len(flat) > len("ira") and not token.capital and flat.endswith(FUTURE_ENDS) and flat not in NOT_FUTURE and _stem_is_verb(flat)


def is_infinitive(token: Token) -> bool:
    """A known infinitive, as it is written (« manger » is one, « hiver » is not)."""
    return is_known_verb(token.flat)


def is_known_verb(flat: str) -> bool:
    """A verb of the lists, or one of them after a prefix (« réhabiter », « codécider »)."""
    if flat in _known():
        return True
    return any(flat.startswith(prefix) and flat.removeprefix(prefix).lstrip("-") in entries("verbs") for prefix in PREFIXES)


def main_finite(words: Sequence[Token]) -> Token | None:
    """The first conjugated verb before any relative clause: None for a noun phrase."""
    for at, word in enumerate(words):
        if word.flat in RELATIVES and at > 0 and word.low != "ou":
            return None
        if is_finite(words, at):
            return word
    return None


def is_finite(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.low == "a":
        return at > 0 and not word.capital and words[at - 1].flat not in NOUN_BEFORE
    if is_conditional(word) or is_future(word):
        return True
    if at == 0 or word.capital or not (word.low in finite_forms() or word.flat in IRREGULAR):
        return False
    return words[at - 1].flat not in NOUN_BEFORE


def _stem_is_verb(flat: str) -> bool:
    if flat in FUTURES:
        return True
    stem = next(flat[: -len(end)] for end in FUTURE_ENDS if flat.endswith(end))
    return f"{stem}r" in _known() or f"{stem}re" in _known() or (stem.endswith(("e", "i")) and len(stem) > len("rest"))


@cache
def _known() -> frozenset[str]:
    return entries("verbs") | entries("plain_verbs")


def _forms(verb: str) -> Iterable[str]:
    stem = verb[:-2]
    if verb.endswith("er"):
        soft = stem + "e" if stem.endswith("g") else stem
        return (stem + "e", stem + "ent", soft + "ons", stem + "ez", soft + "ait", soft + "aient", stem + "èrent", *_altered(stem))
    if verb.endswith("ir"):
        return (stem + "it", stem + "issent", stem + "issait", stem + "issaient", stem + "issons", stem + "ait", stem + "aient")
    if verb.endswith("re"):
        return (stem, stem + "ent", stem + "ait", stem + "aient", stem + "it")
    return ()


def _altered(stem: str) -> Iterable[str]:
    """« appeler » → « appelle », « payer » → « paie », « répéter » → « répète », « lever » → « lève »."""
    if stem.endswith(("el", "et")):
        yield from (stem + stem[-1] + "e", stem + stem[-1] + "ent")
    if stem.endswith("y"):
        yield from (stem[:-1] + "ie", stem[:-1] + "ient")
    if len(stem) > len("ev") and stem[-2] in "eé":
        yield from (stem[:-2] + "è" + stem[-1] + "e", stem[:-2] + "è" + stem[-1] + "ent")
