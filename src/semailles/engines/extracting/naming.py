"""Names of bodies told by what stands around them: an acronym in brackets, an apposition, a verb of action, a list of people."""

import re
from collections.abc import Iterator, Sequence

from semailles.engines.extracting.flat import Token, flattened, tokens
from semailles.engines.extracting.keys import SMALL
from semailles.engines.extracting.lexicon import word_set

Span = tuple[int, int]

BRACKETED = re.compile(r"\(([A-ZÉ][A-Za-zÉé-]{1,9})\)")
APPOSITION = re.compile(
    r"(?<![\w’'-])(?P<name>[A-ZÉÈÎ][\w’'-]+(?: (?:de la |de |du |des |d['’]|à |et |en |le |la |les )?[A-ZÉÈÎ][\w’'-]+){0,4})(?:,? \(?(?:le |la |l['’]|une? |notre )| \()(?:petite? |jeune |grande? )?"
    r"(?:bailleur|asso\b|association|coopérative|entreprise|société|syndicat|fondation|collectif|régie|réseau|foncière|PME|start-up|opérateur|fédération|groupement|mutuelle|club|laboratoire|bureau d['’]études|scierie|ONG|exploitant|brasserie|boulangerie|épicerie|fromagerie|menuiserie|maraîch|cabinet|agence)"
)
NAME = r"(?<![\w’'-])(?P<name>[A-ZÉÈÎ][\w’-]+(?: (?:&|de la|de|du|des|et) | )[A-ZÉÈÎ][\w’-]+(?: [A-ZÉÈÎ][\w’-]+){0,2})"
ACTS = re.compile(
    NAME
    + r"(?:, [^,.;:]{2,30},)? (?:finance|achète|rachète|stocke|fabrique|répare|collecte|embauche|recrute|transforme|commercialise|gère|emploie|recycle|possède|porte|organise|anime|produit|vend|livre|accueille|héberge|pilote|soutient|fournit|exploite|distribue|cofinance|s['’]engage|prête|loue|construit|installe|forme)(?:ra|ont|nt)?\b"
)
IN_BRACKETS = re.compile(
    r" \((?P<name>(?:(?:Les?|La) |L['’])?[A-ZÉÈ][\w’'-]{2,}(?: (?:(?:de la|de|du|des|sur|en|et|la|le|les) )?(?:[dl]['’])?[\wÀ-ÿ’'-]+){1,4})\)"
)
BESIDE = re.compile(r"[,(–—-]\s*(?:pour |de |d['’]|à |du |au )?(?P<name>[A-ZÉÈ][^,;()–—|]{2,60}?)\s*(?=[,;)–—|]|$)")
LAST_NAME = re.compile(r"(?<![\w’'-])(?P<name>[A-ZÉÈÎ][\w’'-]{2,}(?: (?:de |du |des |d['’])?[A-ZÉÈÎ][\w’'-]+){1,3}) \($")
ARTICLES = frozenset({"le", "la", "les"})
PIECE = re.compile(r"(?:(?! et | ou | avec )[^,;/+&|\n–]){2,80}")
NAMES = r"(?<![\w’'-])[A-ZÉÈÎ][\w’'-]+(?: (?:de la |de l['’]|de |du |des |d['’]|et |& |en )?[A-ZÉÈÎ][\w’'-]+){0,4}"
MARK = re.compile(r" \((?:démo|fictif|fictive|exemple)\)")
MARKED = re.compile(NAMES + MARK.pattern)
SOMEBODY = re.compile(r"(?:Une?|Des|Deux|Trois|Les?|Plusieurs|Quelques|Chaque|Tous) [a-zà-ÿ]")
AMPERSAND = re.compile(r"(?<![\w’'-])(?:[A-Z]{3,6} )?[A-ZÉÈÎ][\w’'-]+ & [A-ZÉÈÎ][\w’'-]+")
SOURCE = re.compile(r"\((?:source ?: ?|d'apres |selon )?(?:l')?[^()]{0,20}$")
AFTER_SOURCE = re.compile(r"^[^()]{0,40}?\b(?:19|20)\d\d\b[^()]{0,30}\)")
PLAN = re.compile(
    r"\b(?:projet|programme|dispositif|plan|label|loi|charte|appel a projets?|methode|logiciel|dossier) (?:europeen |national |voisin |regional )?$"
)
WORDS_OF_A_NAME = 7
WORDS_BEFORE = 20
FIRST_WORDS = word_set("naming", "first_words")


def named_by_apposition(text: str) -> Iterator[Span]:
    """« Habitat du Ponant, le bailleur social »: a proper name told to be a body by what follows."""
    for found in APPOSITION.finditer(text):
        if flattened(found.group("name")).split()[0] not in FIRST_WORDS and not _is_where(text, found):
            yield found.span("name")


def _is_where(text: str, found: re.Match[str]) -> bool:
    """« À Montclair la boulangerie a fermé »: one word, and nothing that sets it apart."""
    start, end = found.span("name")
    return " " not in found.group("name") and (
        (text[end] not in ",(" and text[end : end + 2] != " (") or text[:start].endswith(("à ", "À "))
    )


def named_by_action(text: str) -> Iterator[Span]:
    """« Breizh Bocage finance… »: two capitals before a verb that only a body does."""
    for found in ACTS.finditer(text):
        if flattened(found.group("name")).split()[0] not in FIRST_WORDS:
            yield found.span("name")


def named_by_initials(text: str, words: Sequence[Token]) -> Iterator[Span]:
    """« Direction régionale des affaires culturelles (DRAC) »: the words whose initials stand in the brackets, brackets included."""
    for found in BRACKETED.finditer(text):
        letters = flattened(found.group(1)).replace("-", "")
        before = [word for word in words if word.end <= found.start()][-WORDS_BEFORE:]
        counted = [word for word in before if word.flat.rstrip("'") not in SMALL]
        named = counted[-len(letters) :]
        if len(letters) > 1 and "".join(word.flat[0] for word in named) == letters:
            yield named[0].start, found.end()


def named_by_mark(text: str) -> Iterator[Span]:
    """« Sodilog (démo) », « Marche & Rivière »."""
    for pattern in (MARKED, AMPERSAND):
        for found in pattern.finditer(text):
            yield found.span()


def with_mark(text: str, end: int) -> int:
    """A made-up body keeps the mark that says so: « Syndicat du Val (démo) »."""
    found = MARK.match(text, end)
    return found.end() if found else end


def is_source(text: str, start: int, end: int) -> bool:
    """« (Insee, 2023) » tells where a figure comes from, « le programme LEADER » is a plan: nobody acts."""
    before = flattened(text[max(0, start - 60) : start])
    return bool((SOURCE.search(before) and AFTER_SOURCE.match(text[end : end + 90])) or PLAN.search(before))


def closed(text: str, start: int, end: int) -> int:
    """The end of a name with the bracket that it opened."""
    name = text[start:end]
    return end + 1 if name.count("(") > name.count(")") and text[end : end + 1] == ")" else end


def in_actor_cell(text: str, start: int, end: int) -> Iterator[Span]:
    """The names of a cell under « Qui » or « Partenaires », between commas, slashes and « et »."""
    for found in PIECE.finditer(text, start, end):
        first, last = found.span()
        piece = text[first:last].strip(" .?")
        piece = piece.strip("()") if piece.count("(") != piece.count(")") else piece
        if (
            piece[:1].isupper()
            and not SOMEBODY.match(piece)
            and 1 <= len(tokens(piece)) <= WORDS_OF_A_NAME
            and not any(sign.isdigit() for sign in piece)
        ):
            first = text.index(piece, first)
            yield first, first + len(piece)


def after_person(text: str, end: int) -> Iterator[Span]:
    """« Naïma Berrada (Les Haies d’Abord) »: two words at least, which begin as a name does."""
    found = IN_BRACKETS.match(text, end)
    if found and flattened(found.group("name")).split()[0] not in FIRST_WORDS - ARTICLES:
        yield found.span("name")


def before_person(text: str, start: int) -> Iterator[Span]:
    """« Isolpaille Vernoise (Mme Kerdraon) »."""
    found = LAST_NAME.search(text, max(0, start - 60), start)
    if found and flattened(found.group("name")).split()[0] not in FIRST_WORDS:
        yield found.span("name")


def beside_people(text: str, after: int) -> Iterator[Span]:
    """What follows a person in a list of people, between commas or in brackets: « Lucie Brun (Enercitoy) », « Paul Gomis, Habitat 44 »."""
    for found in BESIDE.finditer(text, after):
        yield found.span("name")
