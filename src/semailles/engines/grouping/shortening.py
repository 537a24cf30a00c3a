"""An idea cut down to what a list would say: formulas of workshops dropped, cut where a reader would pause."""

import re

from semailles.engines.words import fold, words

TITLE_MAX = 64
TITLE_MIN = 8
REST_MIN = 18

LEADING = re.compile(r"^(?:[\s\-•*«»\"“”(]|\d+[.)]\s|\d+\s+°\s)+")
CONNECTOR = re.compile(
    r"^(?:et|mais|puis|donc|enfin|ainsi|alors|aussi|bref|d[’']ailleurs|dès lors|en attendant|de mon côté|par ailleurs|de plus|ensuite|surtout|"
    r"quant à eux|autre point|autre idée|et plus largement|plus largement)\b\s*[,:]?\s+(?=\w)",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"^(?:à|au|aux|pour|en|dans|sur|quant|dès|selon|d[’']ici|chez|avec|depuis|avant|après|si|d[’']après|afin|face|sous|entre|grâce)\b[^,;:.]{2,60},\s+(?!où|qui|que|qu[’']|dont|et|mais|ou)",
    re.IGNORECASE,
)
WILL = (
    r"(?:propose|proposent|proposons|demande|demandent|demandons|souhaite|souhaitent|souhaitons|imagine|imaginent|imaginons|réclame|réclament|suggère|suggèrent|"
    r"veut|veulent|voulons|voudrait|voudraient|voudrions|voudrais|rêve|rêvent|rêvons|aimerait|aimeraient|aimerions|aimerais|pourrait|pourraient|pourrions|peut|"
    r"devrait|devraient|devrions|doit|devons|recommande|recommandent|évoque|exigeons|exige|espère|espérons|verrait bien|pense|pensons)"
)
OPENING = re.compile(
    rf"^(?:(?:que|qu[’'])\s*)?(?:il (?:faut|faudrait|faudra|conviendrait|s[’']agit|s[’']agirait)|(?:encore )?faudrait-il|il (?:est|serait) \w+|il (?:nous|me) (?:semble|paraît)|"
    rf"(?:on|nous|je|j[’']|ils|elles|il|elle) ?{WILL}|pourquoi ne pas|et si (?:l[’'])?on|(?:l[ae]s? |l[’']|un |une |des |plusieurs )\w+ {WILL}|plusieurs {WILL})"
    r"(?:\s+(?:aussi|donc|même|également|simplement|quand même|bien|surtout|d[’']abord))?\s+(?:(?:de|à)\s+|d[’'])?",
    re.IGNORECASE,
)
STOP = re.compile(r"\s*[,;:(—–?!.]\s")
TURN = re.compile(r"\s(?:pour|afin|parce que|car|sinon|plutôt que|au lieu|en échange|avec|dont|grâce|because|so that|instead)\s")
BARE_START = re.compile(
    r"(?:il|elle|on|nous|je|j|ils|elles|moi|lui|leur|ce|ca|c|celui|celle|ceux|cette|ces|que|qu|qui|dont|quand|si|quant|pourquoi|"
    r"et|mais|ou|ne|n|y|pas|encore|plusieurs|de|du|d|a|au|aux|en|pour|dans|sur|avec|sans|they|we|i|it|and|but)"
)


def shortened(text: str) -> str:
    """At most TITLE_MAX signs; « … » at the end says that a word was cut off."""
    whole = _without_formula(text)
    bare = whole if len(whole) <= TITLE_MAX else _cut(whole)
    return capitalised(bare.strip(' .,;:!?»«"“”') or text.strip())


def reads_as_title(text: str) -> bool:
    """Short, of one piece, and begins like a title: no pronoun, no question, no quotation."""
    bare = LEADING.sub("", text).strip()
    first = fold(next(iter(words(bare)), ""))
    return (
        bool(first) and not BARE_START.fullmatch(first) and TITLE_MIN <= len(bare) <= TITLE_MAX and not re.search(r"[?!«»(:;]|\.\s", bare)
    )


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _without_formula(text: str) -> str:
    bare = LEADING.sub("", " ".join(text.split()))
    for drop in (CONNECTOR, ASIDE, CONNECTOR, OPENING, OPENING):
        rest = drop.sub("", bare, count=1)
        bare = rest if len(rest) >= min(REST_MIN, len(bare)) else bare
    return bare


def _cut(text: str) -> str:
    """At the last stop that fits and leaves something to read, else before a turn (« pour… », « avec… »), else after a whole word."""
    for pause in (STOP, TURN):
        fits = [found.start() for found in pause.finditer(text) if REST_MIN <= found.start() <= TITLE_MAX]
        if fits:
            return text[: fits[-1]]
    return text[: TITLE_MAX - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
