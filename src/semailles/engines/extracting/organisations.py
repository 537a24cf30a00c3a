"""Names of bodies in a passage: known names, heads followed by a proper name, acronyms."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from semailles.engines.extracting.flat import Token, flattened, tokens
from semailles.engines.extracting.lexicon import entries, lines
from semailles.engines.extracting.phrasebook import Phrasebook

CONNECTORS = frozenset(["de", "du", "des", "d'", "la", "le", "les", "l'", "en"])
OPENERS = frozenset(["de", "du", "des", "d'", "en"])
ACRONYM = re.compile(r"(?<![\w&.])(?:[A-ZÉÈ][A-ZÉÈ0-9]{1,9}(?:[-&][A-ZÉÈ0-9]{1,6})*|[A-Z](?:\.[A-Z]){1,5}\.?)(?![\w])")
DIRECT_ONLY = frozenset(
    [
        "reseau",
        "service",
        "boulangerie",
        "boucherie",
        "brasserie",
        "restaurant",
        "epicerie",
        "librairie",
        "cabinet",
        "region",
        "departement",
        "metropole",
        "ville",
        "musee",
        "theatre",
        "laboratoire",
        "equipe",
    ]
)
NOT_FIRST = frozenset(["la", "le", "l'", "de", "du", "d'", "a", "au", "par", "avec", "et", "pour"])
WITH_CAPITAL = frozenset(["maison", "foyer", "centre", "ecole", "cafe", "atelier", "ateliers", "groupe", "fablab"])
NAMING = frozenset(
    [
        "association",
        "asso",
        "collectif",
        "entreprise",
        "cooperative",
        "coop",
        "scierie",
        "lycee",
        "college",
        "amap",
        "chantiers",
        "societe",
        "ferme",
        "cuma",
        "gaec",
        "scic",
        "scop",
        "earl",
        "compagnie",
        "bailleur",
        "cooperatives",
        "club",
        "fonciere",
    ]
)
PLACE_TAIL = frozenset(["la", "l'", "le"])
SHORT_ACRONYMS = frozenset(["OT", "CC", "CA", "CD", "EDF"])

APPOSITION = re.compile(
    r"(?<![\w’'-])(?P<name>[A-ZÉÈÎ][\w’'-]+(?: (?:de la |de |du |des |d['’]|à |et |en |le |la |les )?[A-ZÉÈÎ][\w’'-]+){0,4}),? \(?(?:le |la |l['’]|une? |notre )(?:petite? |jeune |grande? )?"
    r"(?:bailleur|asso\b|association|coopérative|entreprise|société|syndicat|fondation|collectif|régie|réseau|foncière|PME|start-up|opérateur|fédération|groupement|mutuelle|club|laboratoire|bureau d['’]études|scierie|ONG|exploitant)"
)
BESIDE = re.compile(r"[,(–—-]\s*(?:pour |de |d['’]|à |du |au )?(?P<name>[A-ZÉÈ][^,;()–—|]{2,60}?)\s*(?=[,;)–—|]|$)")
PIECE = re.compile(r"(?:(?! et | ou | avec )[^,;/+&|\n–]){2,80}")

ACRONYM_LETTERS = 3
WORDS_OF_A_NAME = 7
CONNECTORS_IN_A_ROW = 4
SHOUTED_LETTERS = 12

Span = tuple[int, int]


@cache
def _bodies() -> Phrasebook[bool]:
    """Body → whether it counts only with a capital (« Orange », « Région »)."""
    return Phrasebook((line, line[0].isupper()) for line in lines("bodies"))


def find_bodies(text: str, words: Sequence[Token]) -> list[Span]:
    """Character spans, from left to right, without overlap."""
    found: list[Span] = []
    at = 0
    while at < len(words):
        last = _body_at(text, words, at)
        if last:
            found.append((words[at].start, words[last - 1].end))
        at = last or at + 1
    return found


def acronyms(text: str, words: Sequence[Token], vocabulary: frozenset[str]) -> Iterator[Span]:
    """Groups of capitals that name a body, with what follows when it belongs to the name (« SIAEP de Mialou »). `vocabulary`: words the
    document also writes in small letters, which are no acronyms (« BOIS »)."""
    if _is_shouted(text):
        return
    starts = {word.start: at for at, word in enumerate(words)}
    for found in ACRONYM.finditer(text):
        name = found.group()
        if not is_acronym(name) or flattened(name) in vocabulary:
            continue
        at = starts.get(found.start())
        last = extended(text, words, at + 1, direct=False) if at is not None and words[at].end == found.end() else 0
        yield found.start(), words[last - 1].end if at is not None and last > at + 1 else found.end()


def is_acronym(name: str) -> bool:
    plain = name.replace(".", "").upper()
    if plain in SHORT_ACRONYMS:
        return True
    return (
        len(plain) >= ACRONYM_LETTERS
        and sum(sign.isdigit() for sign in plain) <= 1
        and not plain[0].isdigit()
        and plain.lower() not in entries("technical")
        and not plain[1:2].isdigit()
    )


def named_by_apposition(text: str) -> Iterator[Span]:
    """« Habitat du Ponant, le bailleur social »: a proper name told to be a body by what follows."""
    for found in APPOSITION.finditer(text):
        yield found.span("name")


def in_actor_cell(text: str, start: int, end: int) -> Iterator[Span]:
    """The names of a cell under « Qui » or « Partenaires », between commas, slashes and « et »."""
    for found in PIECE.finditer(text, start, end):
        first, last = found.span()
        piece = text[first:last].strip(" .?()")
        if piece[:1].isupper() and 1 <= len(tokens(piece)) <= WORDS_OF_A_NAME and not any(sign.isdigit() for sign in piece):
            first = text.index(piece, first)
            yield first, first + len(piece)


def beside_people(text: str, after: int) -> Iterator[Span]:
    """What follows a person in a list of people, between commas or in brackets: « Lucie Brun (Enercitoy) », « Paul Gomis, Habitat 44 »."""
    for found in BESIDE.finditer(text, after):
        yield found.span("name")


def proper_tail(surface: str) -> str:
    """« association Les Oyats » → « Les Oyats »: how people will name it afterwards; "" when the tail is a mere place."""
    words = tokens(surface)
    if len(words) <= 1 or words[0].flat not in NAMING:
        return ""
    tail = next((word for word in words[1:] if word.flat not in entries("body_inner") and word.flat != "des"), None)
    if tail is None or not tail.capital or tail.flat in {"saint", "sainte"}:
        return ""
    return surface[tail.start :]


def _body_at(text: str, words: Sequence[Token], at: int) -> int:
    """Index after the body that begins at this word, or 0."""
    for match in _bodies().at(words, at):
        if not match.value or words[at].capital:
            return extended(text, words, match.last, direct=False)
    if words[at].flat in entries("body_heads") or (
        at and words[at].capital and words[at].flat in WITH_CAPITAL and words[at - 1].flat in NOT_FIRST
    ):
        direct = words[at].flat in DIRECT_ONLY and not (
            words[at].flat in {"ville", "region", "departement", "metropole"} and words[at].capital
        )
        last = extended(text, words, at + 1, direct=direct)
        if any(word.capital for word in words[at + 1 : last]):
            return last
    return 0


def extended(text: str, words: Sequence[Token], at: int, *, direct: bool) -> int:
    """Index after the last word that belongs to the name beginning before `at`."""
    last = at
    while at < len(words) and at - last < CONNECTORS_IN_A_ROW and _touches(text, words, at):
        word = words[at]
        if _belongs(words, at):
            last = at = at + 1
        elif not direct and word.flat in CONNECTORS and (at > last or word.flat in OPENERS | PLACE_TAIL):
            at += 1
        else:
            break
    return last


def _belongs(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.flat in CONNECTORS and word.flat not in {"la", "le", "les"}:
        return False
    if word.capital and word.low not in {"m", "mme"}:
        return not (word.flat in {"la", "le", "les"} and not (at + 1 < len(words) and words[at + 1].capital))
    if word.flat in CONNECTORS:
        return False
    return word.flat in entries("body_inner")


def _touches(text: str, words: Sequence[Token], at: int) -> bool:
    """Only spaces or an opening quotation mark stand between this word and the one before."""
    return all(sign.isspace() or sign in '«“"' for sign in text[words[at - 1].end : words[at].start])


def _is_shouted(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > SHOUTED_LETTERS and sum(sign.isupper() for sign in letters) * 10 > len(letters) * 6
