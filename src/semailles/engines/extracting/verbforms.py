"""Verb forms recast for titles: subjunctive and imperfect into present, conditional into infinitive. Only what is sure; None otherwise."""

from collections.abc import Iterator
from functools import cache

from semailles.engines.extracting.lexicon import lines

CONDITIONAL_ENDS = ("aient", "ait", "ions", "iez", "ais")
IRREGULAR_STEMS = {
    "fer": "faire",
    "ir": "aller",
    "viendr": "venir",
    "tiendr": "tenir",
    "verr": "voir",
    "enverr": "envoyer",
    "recevr": "recevoir",
}
KEPT = frozenset({"être", "avoir", "pouvoir", "devoir", "savoir", "falloir", "vouloir", "valoir"})
UNSURE_STEMS = ("el", "et", "y", "ev", "em", "en", "es", "er", "ec", "ép", "ét", "ér", "él", "éd", "éb", "ég", "éc", "én", "ém", "ev")


def present_of(form: str) -> str | None:
    """« devienne », « apprenaient » → « devient », « apprennent »."""
    return _recast().get(form, (None, None))[0]


def infinitive_of(form: str) -> str | None:
    """« marque », « rende », « mettait » → « marquer », « rendre », « mettre »."""
    return _recast().get(form, (None, None))[1] or _singular_presents().get(form)


def infinitive_of_conditional(form: str) -> str | None:
    """« louerait » → « louer »; None for « serait », « pourrait » and verbs unknown."""
    end = next((end for end in CONDITIONAL_ENDS if form.endswith(end)), None)
    if end is None:
        return None
    stem = form[: -len(end)]
    wide = stem[:-3] + stem[-3:].replace("è", "e")
    answers = (IRREGULAR_STEMS.get(stem), stem, stem + "e", wide, stem.replace("ier", "yer"))
    found = next((answer for answer in answers if answer in _written()), None) or IRREGULAR_STEMS.get(stem)
    return None if found in KEPT else found


@cache
def _written() -> frozenset[str]:
    """Infinitives with their accents."""
    return frozenset(word for name in ("verbs", "plain_verbs", "common_verbs") for line in lines(name) for word in line.split())


@cache
def _recast() -> dict[str, tuple[str, str]]:
    regular = {form: pair for verb in _written() for form, *pair in _regular(verb)}
    irregular = dict(_irregular())
    return {form: (present, infinitive) for form, (present, infinitive) in regular.items()} | irregular


def _irregular() -> Iterator[tuple[str, tuple[str, str]]]:
    for line in lines("recast"):
        form, present, infinitive = line.split(" = ")
        yield form, (present, infinitive)


def _regular(verb: str) -> Iterator[tuple[str, str, str]]:
    """Form, present, infinitive of the regular verbs."""
    stem = verb[:-2]
    if verb.endswith("er") and not stem.endswith(UNSURE_STEMS):
        hard = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
        yield hard + "ait", stem + "e", verb
        yield hard + "aient", stem + "ent", verb
    elif verb.endswith("ir"):
        yield stem + "isse", stem + "it", verb
        yield stem + "issait", stem + "it", verb
        yield stem + "issaient", stem + "issent", verb
    elif verb.endswith("dre") and not verb.endswith(("prendre", "indre", "oudre")):
        yield stem + "e", stem, verb
        yield stem + "ait", stem, verb
        yield stem + "aient", stem + "ent", verb


@cache
def _singular_presents() -> dict[str, str]:
    return {verb[:-1]: verb for verb in _written() if verb.endswith("er") and not verb[:-2].endswith(UNSURE_STEMS)} | {
        "ouvre": "ouvrir",
        "offre": "offrir",
    }
