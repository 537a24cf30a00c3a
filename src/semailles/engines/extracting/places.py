"""Communes of a gazetteer and named territories in the blocks of one document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from semailles.engines.blocks import Block
from semailles.engines.extracting.conjugation import finite_forms
from semailles.engines.extracting.findings import Commune, PlaceKind, PlaceMention, Span
from semailles.engines.extracting.flat import Token, flattened, tokens
from semailles.engines.extracting.gazetteer import intercommunalities, national_gazetteer
from semailles.engines.extracting.lexicon import entries, word_set
from semailles.engines.extracting.people import BEFORE_PLACE, first_names
from semailles.engines.extracting.phrasebook import Match, Phrasebook

BEFORE_COMMUNE = word_set("places", "before_commune")
SURE_BEFORE = tuple(
    f"{body} {small}"
    for body in ("commune", "ville", "mairie", "village", "bourg", "maire", "gare", "habitants", "centre")
    for small in ("de ", "d'")
)
ARTICLES = frozenset(["la", "le", "les", "l'"])
SHORTEST = 3
TERRITORY = re.compile(
    r"\b(?:plateau|vall[ée]e|val|plaine|massif|bassin|pays|for[êe]t|marais|lac|[ée]tang|presqu['’][îi]le|[îi]le|baie|causse|c[ôo]te|gorges|estuaire|delta|coteaux|monts|boucle|hameau|quartier|lieu-dit|canton|vallon|col|cirque|versant|zone d['’]activit[ée]s|parc d['’]activit[ée]s|p[ôo]le|friche|ZAC|canal|rivi[èe]re|carri[èe]re)"
    r"(?: d['’]activit[ée]s)? (?:de la |de l['’]|des |du |de |d['’])(?P<name>[A-ZÉÈÎÂ][\w'’-]*(?:(?: (?:de la|de|du|des|sur|en|et|le|la|les|sous) | )[A-ZÉÈÎÂ][\w'’-]*){0,3})"
)
KINDS = (
    (PlaceKind.DISTRICT, re.compile(r"(?:quartier|hameau|lieu-dit)\b")),
    (PlaceKind.SITE, re.compile(r"(?:zone|parc|pole|friche|zac|halle|carriere)\b")),
    (PlaceKind.WATER, re.compile(r"(?:lac|etang|baie|cote|estuaire|delta|marais|canal|riviere)\b")),
)
INTERCOMMUNAL = re.compile(r"^(?:CC|CA|CU|Métropole|METROPOLE)\b(?: (?:de la |de l['’]|du |des |de |d['’]))?\s?")
INTERCOMMUNAL_BEFORE = re.compile(
    r"(?P<kind>\b(?:[Cc]ommunauté (?:de communes|d['’]agglomération|urbaine)|CC|CA|CU|[Cc]om['’ ]?com|[Aa]gglo(?:mération)?|[Ii]ntercommunalité|[Mm]étropole))"
    r"(?: (?:de la |de l['’]|du |des |de |d['’]))? ?$"
)
LONGEST_KIND, WORDS_ENOUGH = 45, 4
ORDINARY = word_set("places", "ordinary")


def _book(gazetteer: Sequence[Commune]) -> Phrasebook[Commune]:
    """That of France is made once."""
    return _national_book() if gazetteer is national_gazetteer() else Phrasebook((commune.name, commune) for commune in gazetteer)


@cache
def _national_book() -> Phrasebook[Commune]:
    return Phrasebook((commune.name, commune) for commune in national_gazetteer())


@cache
def _intercommunalities() -> Phrasebook[str]:
    """Name without its kind → the whole official name."""
    official = (name.partition(" (")[0].replace('"', "") for name in intercommunalities())
    return Phrasebook((bare, name) for name in official if (bare := INTERCOMMUNAL.sub("", name)))


def find_places(blocks: Sequence[Block], gazetteer: Sequence[Commune]) -> list[PlaceMention]:
    """Of communes that bear one name, that of the department where most of the document's other communes lie; none when nothing tells."""
    book = _book(gazetteer)
    read = [list(_communes(block.text, tokens(block.text), book)) for block in blocks]
    here_abouts = Counter(_department(borne[0]) for communes in read for _, _, borne in communes if len(borne) == 1)
    found: list[PlaceMention] = []
    for at, block in enumerate(blocks):
        communes = [(start, end, _one_of(borne, here_abouts)) for start, end, borne in read[at]]
        territories = [place for place in _territories(block.text) if not any(start <= place[0] < end for start, end, _ in communes)]
        bodies = list(_bodies(block.text, tokens(block.text)))
        communes = [one for one in communes if not any(start <= one[0] < end for start, end, _ in bodies)]
        territories = [one for one in territories if not any(start <= one[0] < end for start, end, _ in bodies)]
        here = [PlaceMention(Span(at, start, end), place.name, place.insee) for start, end, place in communes]
        here += [PlaceMention(Span(at, start, end), name, "", PlaceKind.INTERCOMMUNALITY) for start, end, name in bodies]
        here += [PlaceMention(Span(at, start, end), name, "", kind_of(name)) for start, end, name in territories]
        found += sorted(here, key=lambda place: (place.span.start, place.span.end))
    return found


def kind_of(territory: str) -> PlaceKind:
    """Told by its first word: « plateau de… », « quartier des… »."""
    flat = flattened(territory)
    return next((kind for kind, words in KINDS if words.match(flat)), PlaceKind.COUNTRY)


def _bodies(text: str, words: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """« la communauté de communes Entre Juine et Renarde », « Grand Paris Sud Seine Essonne Sénart ». A short name must follow its kind:
    alone, it is mostly the name of a country (« le Val d’Essonne »)."""
    at = 0
    while at < len(words):
        match = next(iter(_intercommunalities().at(words, at)), None) if words[at].capital else None
        kind = INTERCOMMUNAL_BEFORE.search(text, max(0, words[at].start - LONGEST_KIND), words[at].start) if match else None
        if match and (kind or match.last - match.first >= WORDS_ENOUGH):
            yield kind.start("kind") if kind else words[match.first].start, words[match.last - 1].end, match.value
        at = match.last if match else at + 1


def _one_of(borne: Sequence[Commune], here_abouts: Counter[str]) -> Commune:
    if len(borne) == 1:
        return borne[0]
    most = max((here_abouts[_department(one)] for one in borne), default=0)
    likely = [one for one in borne if most and here_abouts[_department(one)] == most]
    return likely[0] if len(likely) == 1 else Commune(borne[0].name, "")


def _department(commune: Commune) -> str:
    return commune.insee[: 3 if commune.insee.startswith("97") else 2]


def _communes(text: str, words: Sequence[Token], book: Phrasebook[Commune]) -> Iterator[tuple[int, int, Sequence[Commune]]]:
    """All the communes that bear each name."""
    at = 0
    while at < len(words):
        matches = list(book.at(words, at)) if words[at].capital or words[at].flat in {"la", "le", "les", "l'"} else []
        match = next((one for one in matches if _is_place(text, words, one)), None)
        if match:
            yield words[match.first].start, words[match.last - 1].end, [one.value for one in matches if one.last == match.last]
        at = match.last if match else at + 1


def _is_place(text: str, words: Sequence[Token], match: Match[Commune]) -> bool:
    """A capital where the name has one and no longer proper name around; what else could be read needs a preposition."""
    first, last = words[match.first], words[match.last - 1]
    if not last.capital or _in_longer_name(text, words, match):
        return False
    before = words[match.first - 1] if match.first else None
    if flattened(text[max(0, first.start - 12) : first.start]).endswith(SURE_BEFORE):
        return True
    if first.flat in ARTICLES and first is not last:
        return first.capital and before is not None and before.flat in BEFORE_COMMUNE
    if "-" in text[first.start : last.end] or first is not last:
        return True
    return _is_sure_word(first, before)


def _in_longer_name(text: str, words: Sequence[Token], match: Match[Commune]) -> bool:
    """« rue de Nice », « Jean Toulouse », « Toulouse Métropole »."""
    first, last = words[match.first], words[match.last - 1]
    if match.last < len(words) and words[match.last].capital and text[last.end : words[match.last].start] == " ":
        return True
    if match.first == 0:
        return False
    before = words[match.first - 1]
    joined = text[before.end : first.start] == " "
    return before.flat in BEFORE_PLACE or (before.capital and joined and before.flat not in BEFORE_COMMUNE)


def _is_sure_word(word: Token, before: Token | None) -> bool:
    """One word, after a preposition; « à » when it is also a first name, never when it is a common word."""
    if before is None or word.flat in ORDINARY or word.flat in entries("verbs") or word.low in finite_forms() or len(word.flat) < SHORTEST:
        return False
    if word.flat in first_names():
        return before.low == "à"
    return before.flat in BEFORE_COMMUNE or before.flat in {"et", "ou"}


def _territories(text: str) -> Iterator[tuple[int, int, str]]:
    for found in TERRITORY.finditer(text):
        yield found.start(), found.end(), found.group()
