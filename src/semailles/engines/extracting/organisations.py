"""Names of bodies in a passage: known names, heads followed by a proper name, acronyms."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from semailles.engines.extracting.flat import Token, flattened, tokens
from semailles.engines.extracting.lexicon import entries, lines, word_set
from semailles.engines.extracting.people import first_names
from semailles.engines.extracting.phrasebook import Phrasebook
from semailles.engines.extracting.sentences import misquoted
from semailles.engines.extracting.shouting import is_a_shout, small_acronyms

CONNECTORS = frozenset(["de", "du", "des", "d'", "la", "le", "les", "l'", "en"])
OPENERS = frozenset(["de", "du", "des", "d'", "en"])
ACRONYM = re.compile(r"(?<![\w&.])(?:[A-ZÉÈ][A-ZÉÈ0-9]{1,9}(?:[-&][A-ZÉÈ0-9]{1,6})*|[A-Z](?:\.[A-Z]){1,5}\.?)(?![\w])")
DIRECT_ONLY = word_set("organisations", "direct_only")
AFTER_TOWN = frozenset(["metropole", "agglo", "agglomeration", "communaute", "habitat"])
OFFICIAL = frozenset(["ville", "region", "departement", "metropole"])
GATHERING = word_set("organisations", "gathering")
JOINING = word_set("organisations", "joining")
TOWN_WORDS = 3
LONGEST_QUOTED = 60
NOT_FIRST = word_set("organisations", "not_first")
WITH_CAPITAL = frozenset(["maison", "foyer", "centre", "ecole", "cafe", "atelier", "ateliers", "groupe", "fablab"])
NAMING = word_set("organisations", "naming")
SPATIAL = word_set("establishments", "spatial")
PLURAL_ARTICLES = frozenset({"les", "aux", "nos", "des"})
PLACE_TAIL = frozenset(["la", "l'", "le"])
SHORT_ACRONYMS = frozenset(["OT", "CC", "CA", "CD", "EDF"])

ACRONYM_LETTERS = 3
CONNECTORS_IN_A_ROW = 4
SHOUTED_LETTERS = 12

Span = tuple[int, int]


@cache
def _bodies() -> Phrasebook[bool]:
    """Body → whether it counts only with a capital (« Orange », « Région »)."""
    return Phrasebook((line, line[0].isupper()) for line in lines("bodies"))


@cache
def _establishments() -> Phrasebook[bool]:
    return Phrasebook((line, True) for line in lines("establishments"))


def find_bodies(text: str, words: Sequence[Token]) -> list[Span]:
    """Character spans, from left to right, without overlap."""
    found: list[Span] = []
    at = 0
    while at < len(words):
        last = _body_at(text, words, at)
        last = last or _establishment_at(text, words, at)
        if last:
            first = _with_town(text, words, at)
            found.append((words[first].start, words[last - 1].end))
        at = last or at + 1
    return found


def _establishment_at(text: str, words: Sequence[Token], at: int) -> int:
    """« l’hôpital », « la scierie »: after an article and not as a landmark (« devant l’école »), or alone between marks."""
    match = next(iter(_establishments().at(words, at)), None)
    if match is None:
        return 0
    if at and not text[words[at - 1].end : words[at].start].strip():
        before = [word.flat for word in words[max(0, at - 5) : at]]
        stands = before[-1] in NOT_FIRST | PLURAL_ARTICLES and SPATIAL.isdisjoint(before)
        return extended(text, words, match.last, direct=False) if stands else 0
    after = text[words[match.last - 1].end : words[match.last].start].strip() if match.last < len(words) else "."
    return match.last if after else 0


def _with_town(text: str, words: Sequence[Token], at: int) -> int:
    """« Rennes Métropole », « Carhoët Agglo »: the name stands before."""
    if words[at].flat not in AFTER_TOWN or not words[at].capital:
        return at
    first = at
    while first and at - first < TOWN_WORDS:
        before = first - 2 if words[first - 1].flat in OPENERS and first > 1 else first - 1
        if not words[before].capital or text[words[before].end : words[first].start].strip(" deusn'’"):
            break
        if before < first - 1 and (words[before].flat in entries("body_heads") or words[before].flat in entries("roles")):
            break
        first = before
    return at if first < at and words[first].flat in {"la", "le", "les"} and first + 1 == at else first


def acronyms(text: str, words: Sequence[Token], vocabulary: frozenset[str]) -> Iterator[Span]:
    """Groups of capitals that name a body, with what follows when it belongs to the name (« SIAEP de Mialou »). `vocabulary`: words the
    document also writes in small letters, which are no acronyms (« BOIS »)."""
    if _is_shouted(text):
        return
    starts = {word.start: at for at, word in enumerate(words)}
    for found in ACRONYM.finditer(text):
        name = found.group()
        if not is_acronym(name) or flattened(name) in vocabulary or is_a_shout(text, *found.span()):
            continue
        at = starts.get(found.start())
        last = (
            _joined(text, words, at, extended(text, words, at + 1, direct=False)) if at is not None and words[at].end == found.end() else 0
        )
        yield found.start(), words[last - 1].end if at is not None and last > at + 1 else found.end()
    yield from small_acronyms(words)


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
    flat = words[at].flat
    if flat not in entries("body_heads") and not _is_capital_head(words, at):
        return 0
    if quoted := _quoted(text, words, at):
        return quoted
    last = extended(text, words, at + 1, direct=flat in DIRECT_ONLY and not (flat in OFFICIAL and words[at].capital))
    last = _joined(text, words, at, last)
    if any(word.capital for word in words[at + 1 : last]) or (
        flat in GATHERING and last > at + 1 and words[last - 1].flat.endswith(("s", "x"))
    ):
        return last
    return 0


def _joined(text: str, words: Sequence[Token], at: int, last: int) -> int:
    """« association Marche et Rivière », « CC Entre Juine et Renarde », « GAEC Fosse aux Loups »: one name in two halves."""
    if words[at].flat not in JOINING or last + 1 >= len(words) or last == at + 1 or not words[last - 1].capital:
        return last
    between = text[words[last - 1].end : words[last].start].strip()
    more = last + 1 if between == "&" else last + 2
    if (between and between != "&") or (not between and words[last].flat not in {"et", "aux"}):
        return last
    half = words[more - 1]
    other_body = half.flat in entries("body_heads") or half.flat in first_names() or (more < len(words) and words[more].flat in AFTER_TOWN)
    return last if not half.capital or other_body or text[half.start : half.end].isupper() else more


def _is_capital_head(words: Sequence[Token], at: int) -> bool:
    """« la Maison de la Nature » is a body, « la maison de la colline » a house."""
    return at > 0 and words[at].capital and words[at].flat in WITH_CAPITAL and words[at - 1].flat in NOT_FIRST


def _quoted(text: str, words: Sequence[Token], at: int) -> int:
    """Index after « collectif « Rivages vivants » », or 0; the opening mark may be typed as a closing one."""
    opened = text.find("«", words[at].end, words[at].end + 3)
    if opened < 0:
        opened = next((start for start, _ in misquoted(text) if words[at].end <= start < words[at].end + 3), -1)
    closed = text.find("»", opened + 1, opened + LONGEST_QUOTED) if opened > 0 else -1
    if closed < 0:
        return 0
    return next((index for index in range(at + 1, len(words) + 1) if index == len(words) or words[index].start > closed), 0)


def extended(text: str, words: Sequence[Token], at: int, *, direct: bool) -> int:
    """Index after the last word that belongs to the name beginning before `at`."""
    last = at
    while at < len(words) and at - last < CONNECTORS_IN_A_ROW and touches(text, words, at):
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


def touches(text: str, words: Sequence[Token], at: int) -> bool:
    """Only spaces or an opening quotation mark stand between this word and the one before."""
    return all(sign.isspace() or sign in '«“"' for sign in text[words[at - 1].end : words[at].start])


def _is_shouted(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > SHOUTED_LETTERS and sum(sign.isupper() for sign in letters) * 10 > len(letters) * 6
