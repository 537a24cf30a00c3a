"""Written French out of stems: the form people wrote most, noun phrases cut as they stand in the text, shortened ideas."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from semailles.engines.grouping.vocabulary import LINKING, stem, tokens, weak_stems
from semailles.engines.words import FOLDED_STOP, WORD, fold

DETERMINERS = frozenset("le la les l un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos chaque the a an this these our their".split())
BEFORE_NOUNS = frozenset("de d en par sans sur sous of for".split())
VERBAL = re.compile(r"(er|ir|re|ent|ons|ait|aient|era|eront|ant|ez|é|és)$")
GLUE = re.compile(r"[\s’'\-]+(?:(?:de|du|des|d|à|au|aux|en|la|le|les|l)[\s’']+)*")
PHRASE_MAX = 40
TITLE_MAX = 64
OPENING = re.compile(
    r"^(?:(?:et|mais|puis|donc|aussi|en attendant|de mon côté)\b[,\s]*)?"
    r"(?:(?:il (?:faut|faudrait|faudra|conviendrait|s[’']agit|s[’']agirait)|il (?:est|serait|nous semble|nous paraît)(?: \w+)?|on (?:pourrait|devrait|peut|doit|propose|souhaite|imagine)|"
    r"nous (?:voulons|proposons|souhaitons|imaginons|rêvons|aimerions|demandons|pourrions|devons|devrions)|pourquoi ne pas|et si (?:l[’'])?on|je (?:propose|rêve|voudrais|souhaite)|"
    r"(?:l[ae]s? |l[’']|un |une |des |plusieurs )?\w+ (?:propose|proposent|demande|demandent|souhaite|souhaitent|imagine|imaginent|réclame|réclament|suggère|suggèrent))"
    r"(?:\s+(?:aussi|donc|même|également|simplement))?)\s*(?:(?:de|que|qu[’']|d[’']|à)\s*)?",
    re.IGNORECASE,
)
BREAK = re.compile(r"\s*(?:[,;:(—–?!.]|\s(?:pour que|afin|parce que|car|sinon|plutôt que|au lieu|en échange|pour|qui|avec)\s).*$", re.DOTALL)
LEADING = re.compile(r"^[\s\d.)\-•*«»\"“”]+")
BARE_START = frozenset("il elle on nous je ils elles que qu et mais pourquoi plusieurs quant ou si de du d à au pas ce ca c l_un qui dont moi lui leur they we i it and but".split())


@dataclass(frozen=True, slots=True)
class Spelling:
    """`form`: stem → the form most often written; `nouns`: stems that mostly stand after a determiner."""

    form: dict[str, str]
    nouns: frozenset[str]
    lang: str


def spelling(texts: Sequence[str], lang: str) -> Spelling:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    noun: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for text in texts:
        found = [part for match in WORD.findall(text) for part in re.split("[’']", match) if part]
        for before, word in zip(["", *found], found, strict=False):
            root = stem(word, lang)
            forms[root][_plain(word, first=not before)] += 1
            seen[root] += 1
            noun[root] += 2 * (fold(before) in DETERMINERS) + (fold(before) in BEFORE_NOUNS and not VERBAL.search(word))
    best = {root: min(count, key=lambda form: (-count[form], len(form), form)) for root, count in forms.items()}
    return Spelling(best, frozenset(root for root in seen if noun[root] >= seen[root]), lang)


def _plain(word: str, *, first: bool) -> str:
    return word.lower() if first or word.isupper() and len(word) > 4 else word


def noun_phrases(text: str, spelled: Spelling) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Phrases of one or two nouns as they stand in the text, with their stems; never a stop word nor a word that says little alone."""
    words = [match for match in re.finditer(r"[^\W\d_]+", text) if len(match.group()) > 2 and fold(match.group()) not in FOLDED_STOP | LINKING]
    roots = [stem(match.group(), spelled.lang) for match in words]
    weak = weak_stems(spelled.lang)
    for rank, (match, root) in enumerate(zip(words, roots, strict=True)):
        if root not in spelled.nouns or root in weak:
            continue
        yield _tidy(match.group(), spelled), (root,)
        if rank + 1 < len(words) and GLUE.fullmatch(text[match.end() : words[rank + 1].start()]):
            phrase = text[match.start() : words[rank + 1].end()]
            follows = words[rank + 1].group()
            if len(phrase) <= PHRASE_MAX and roots[rank + 1] not in weak and not _reads_as_verb(follows, roots[rank + 1], spelled):
                yield _lower_first(phrase, spelled), (root, roots[rank + 1])


def _reads_as_verb(word: str, root: str, spelled: Spelling) -> bool:
    return bool(VERBAL.search(word.lower())) and root not in spelled.nouns


def _tidy(word: str, spelled: Spelling) -> str:
    return spelled.form.get(stem(word, spelled.lang), word)


def _lower_first(phrase: str, spelled: Spelling) -> str:
    head, tail = re.match(r"([^\W\d_]+)(.*)", phrase, re.DOTALL).groups()  # type: ignore[union-attr]  # a phrase starts with a word
    return (head if spelled.form.get(stem(head, spelled.lang), head)[:1].isupper() else head.lower()) + re.sub(r"\s+", " ", tail)


def shortened(text: str) -> str:
    """An idea cut down to what a list would say: its opening formula dropped, cut at the first pause that leaves enough."""
    bare = OPENING.sub("", LEADING.sub("", " ".join(text.split()))).strip() or text.strip()
    if len(bare) > TITLE_MAX:
        for cut in BREAK.finditer(bare):
            if cut.start() >= 12:
                bare = bare[: cut.start()]
                break
    if len(bare) > TITLE_MAX:
        bare = bare[: TITLE_MAX - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return capitalised(bare.strip(" .,;:!»«\"“”"))


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def reads_as_title(text: str) -> bool:
    bare = LEADING.sub("", text).strip()
    first = WORD.search(bare)
    plain = first is not None and fold(first.group().split("’")[0].split("'")[0]) not in BARE_START
    return plain and 8 <= len(bare) <= TITLE_MAX and not re.search(r"[?!«»(:;]|\.\s", bare)


def content_stems(text: str, lang: str) -> set[str]:
    return {token.stem for token in tokens(text, lang)}
