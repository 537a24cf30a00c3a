"""Signs given by the shape of a passage: its first word, its main verb, its length, its place in the document."""

import re
from collections.abc import Iterator

from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.conjugation import is_conditional, is_future, is_infinitive, main_finite
from semailles.engines.extracting.flat import Token
from semailles.engines.extracting.lexicon import entries, word_set
from semailles.engines.extracting.units import Sense, Unit, announces_action

Sign = tuple[str, str]

INDEFINITE = word_set("shapes", "indefinite")
DEFINITE = word_set("shapes", "definite")
BEFORE_INFINITIVE = word_set("shapes", "before_infinitive")
NOMINAL_ENDS = ("ation", "ition", "ution", "sion", "ssement", "age", "ification")
OF = frozenset(["de", "du", "des", "d'", "et"])
OBJECTS = word_set("shapes", "objects")
NOT_INFINITIVES = word_set("shapes", "not_infinitives")
AND = frozenset(["et", "mais", "donc", "puis", "alors"])
LONG_WORD, FEW_WORDS, OPENING_BLOCKS, LABEL = 6, 4, 3, 60
SIZES = ((2, "size:2"), (4, "size:4"), (8, "size:8"), (14, "size:14"), (30, "size:30"), (10**6, "size:more"))
PAST = re.compile(
    r"\b(?:a|ont|avons|ai|avez|avait|avaient|est|sont|s'est|se sont|été|eu)(?: \w+){0,2}? (?:été |\w{2,}(?:é|ée|és|ées|ti|tie|tis|ties|ni|nis|nie|li|ri|si|ssi|gi|vu|vus|vue|du|dus|due|lu|tenu|tenue|nu|nus|nue|cu|çu|rtu|ouru|fait|faits|faite|dit|mis|mise|pris|prise|écrit|ouvert|ouverte|offert|né|née|mort|permis|appris|compris|conduit|produit|reçu|reçus))\b"
)
ENGLISH = re.compile(
    r"\b(?:should|could|must|ought to|needs? (?:to|a|an|more|the)\b|we propose|we suggest|let's|let us|would like|would be|we want|what if|how about)\b",
    re.IGNORECASE,
)
ENGLISH_VERBS = re.compile(
    r"^(?:create|build|develop|set up|launch|organi[sz]e|promote|support|introduce|establish|encourage|reduce|increase|improve|provide|open|plant|turn|use|convert|restore|protect|share|connect|train|install)\b",
    re.IGNORECASE,
)


def shape_signs(unit: Unit) -> Iterator[Sign]:
    words = unit.words
    if not words:
        return
    main = main_finite(words)
    yield from _first_word(unit, words, main)
    yield from _verb(unit, words, main)
    yield from _length(unit, words)
    yield from _place(unit)
    yield from _english(unit)


def _first_word(unit: Unit, words: tuple[Token, ...], main: Token | None) -> Iterator[Sign]:
    place = _place_code(unit)
    lead = _after_small_words(words)
    written = unit.core[lead.start : lead.end]
    if lead.flat in entries("plain_verbs") and lead.flat not in entries("verbs"):
        yield "infinitive:plain", written
    elif is_infinitive(lead) or (lead is words[0] and _ends_like_infinitive(words)):
        yield f"infinitive@{place}", written
    elif words[0].flat in entries("nominal_heads"):
        yield "nominal", written
    elif len(words) > 1 and words[0].flat.endswith(NOMINAL_ENDS) and len(words[0].flat) > LONG_WORD and words[1].flat in OF:
        yield "nominal:end", written
    elif main is None:
        yield from _noun_phrase(unit, words, place)
    order = words[1] if words[0].flat in AND and len(words) > 1 else words[0]
    if _is_order(order):
        yield "imperative:first", unit.core[order.start : order.end]
    after = _after_colon(unit.core, words)
    if after is not None and (is_infinitive(after) or after.flat in entries("nominal_heads") or after.flat in INDEFINITE):
        yield "colon", unit.core[after.start : after.end]


def _noun_phrase(unit: Unit, words: tuple[Token, ...], place: str) -> Iterator[Sign]:
    first = words[0].flat
    if first in INDEFINITE or (place != "title" and _is_partitive(words)):
        yield f"some@{place}", unit.core[: words[0].end]
    elif first in DEFINITE:
        yield f"the@{place}", unit.core[: words[0].end]
    elif first.rstrip("s") in entries("project_nouns") or first in entries("project_nouns"):
        yield "project-noun", unit.core[: words[0].end]
    else:
        yield "no-verb", ""
    if any(word.flat.rstrip("sx") in entries("project_nouns") for word in words[:4]):
        yield "project", ""


def _is_partitive(words: tuple[Token, ...]) -> bool:
    """« Du solaire sur les toits », « De la terre crue »."""
    return words[0].flat == "du" or (words[0].flat == "de" and len(words) > 1 and words[1].flat in {"la", "l'"})


def _verb(unit: Unit, words: tuple[Token, ...], main: Token | None) -> Iterator[Sign]:
    if main is not None:
        tense = (
            "conditional"
            if is_conditional(main)
            else "future"
            if is_future(main)
            else "imperfect"
            if main.flat.endswith(("ait", "aient"))
            else "present"
        )
        yield tense, unit.core[main.start : main.end]
    elif any(is_conditional(word) for word in words):
        yield "conditional", next(unit.core[word.start : word.end] for word in words if is_conditional(word))
    if past := PAST.search(unit.low):
        yield "past", past.group()


def _length(unit: Unit, words: tuple[Token, ...]) -> Iterator[Sign]:
    count = len(words)
    size = next(code for limit, code in SIZES if count <= limit)
    yield f"{size}@cell" if unit.kind == BlockKind.ROW and count <= FEW_WORDS else size, ""
    ends = unit.core.rstrip(' »")')
    if ends.endswith("!"):
        yield "exclaims", ""
    if ends.endswith("?"):
        yield "question", ""
    if ends.endswith(":"):
        yield "opens-list", ""
    if unit.core.startswith("(") or (unit.core.endswith(")") and unit.core.count("(") < unit.core.count(")")):
        yield "aside", ""
    if count > 1 and sum(word.capital for word in words) * 2 > count:
        yield "capitals", ""
    if words[0].flat == "pour" and unit.kind in {BlockKind.ITEM, BlockKind.HEADING, BlockKind.TITLE}:
        yield "for", ""


def _place(unit: Unit) -> Iterator[Sign]:
    yield f"kind:{_place_code(unit)}", ""
    is_whole = unit.kind == BlockKind.PARAGRAPH and unit.core.rstrip().endswith((".", "!", "?"))
    begins = unit.block == 0 and not is_whole and unit.kind not in {BlockKind.ITEM, BlockKind.ROW}  # a list, a sentence are no preamble
    if begins or (unit.kind == BlockKind.HEADING and unit.block < OPENING_BLOCKS and not unit.heading):
        yield "opening", ""
    if unit.heading_sense is not Sense.NONE:
        yield f"heading:{unit.heading_sense}", unit.heading
    if unit.heading and unit.heading_sense is Sense.NONE and announces_action(unit.heading):
        yield "heading:verb", unit.heading
    if unit.lead_sense is not Sense.NONE:
        yield f"lead:{unit.lead_sense}", unit.lead
    if unit.column is not None:
        yield f"column:{unit.column}", ""
    if unit.row_state is not Sense.NONE:
        yield f"row:{unit.row_state}", ""


def _english(unit: Unit) -> Iterator[Sign]:
    if found := ENGLISH.search(unit.core):
        yield "english:modal", found.group()
    if found := ENGLISH_VERBS.match(unit.core):
        yield "english:verb", found.group()


def _place_code(unit: Unit) -> str:
    if unit.kind == BlockKind.ROW:
        return "cell"
    if unit.kind in {BlockKind.HEADING, BlockKind.TITLE}:
        return "title"
    return "item" if unit.kind == BlockKind.ITEM else "prose"


def _after_small_words(words: tuple[Token, ...]) -> Token:
    """« Ne plus construire », « Mieux isoler »: the verb is what counts."""
    for word in words[:4]:
        if word.flat not in BEFORE_INFINITIVE:
            return word if is_infinitive(word) else words[0]
    return words[0]


def _ends_like_infinitive(words: tuple[Token, ...]) -> bool:
    """An unknown word with the end of an infinitive and an object after it (« Ecoquartierer le bourg »)."""
    flat = words[0].flat
    ends = (
        len(flat) >= len("boire")
        and flat.endswith(("er", "ir", "oir", "uire", "ttre", "ndre", "aire"))
        and not flat.endswith(("ier", "naire", "taire"))
    )
    return ends and flat not in NOT_INFINITIVES and len(words) > 1 and words[1].flat in OBJECTS


def _is_order(token: Token) -> bool:
    """« Plantons », « Branchez », told by the verb that they come from."""
    flat = token.flat
    ends = ("ons", "ez")
    if not flat.endswith(ends) or len(flat) <= len("ayez"):
        return False
    stem = flat[:-3] if flat.endswith("ons") else flat[:-2]
    stem = stem.removesuffix("e") if stem.endswith("ge") else stem
    known = entries("verbs")
    if any(stem + end in entries("plain_verbs") for end in ("er", "ir", "re", "oir")):
        return False
    return any(stem + end in known for end in ("er", "ir", "re", "tre")) or flat in {
        "faisons",
        "soyons",
        "osons",
        "disons",
        "prenons",
        "donnez",
        "mettons",
        "ayons",
    }


def _after_colon(core: str, words: tuple[Token, ...]) -> Token | None:
    at = core.find(" :")
    at = core.find(": ") if at < 0 else at
    if not 0 < at < LABEL:
        return None
    return next((word for word in words if word.start > at), None)
