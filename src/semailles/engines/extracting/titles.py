"""A short title, readable alone, made from a quote: the lead-in goes, the action stays."""

import re

from semailles.engines.extracting.conjugation import is_infinitive
from semailles.engines.extracting.flat import flattened, opening, tokens

LONGEST = 90
SHORTEST = 28
LINKS = r"(?:(?:et|mais|or|donc|alors|enfin|ainsi|aussi|ensuite|dès lors|puis|par ailleurs|en outre|de plus|d'abord|car oui|encore|oui|bref|et puis|finalement|à terme|a terme|a plus long terme|plus largement|et plus largement),? )*"
EXTRAS = r"(?: (?:aussi|donc|egalement|ainsi|bien|peut-etre|par exemple|en outre|surtout|simplement|quand meme|alors|de plus|vraiment|absolument|imperativement|d'abord|enfin|meme|deja|en revanche))*,?"
WHO = r"(?:on|nous|je|j'|il|elle|ils|elles|(?:le|la|les|l'|un|une|des|plusieurs|certains|tous|quelques) ?(?:[\w'-]+ ){0,4}?[\w'-]+)"
SAYS = r"(?:propos|suggere|demand|reclam|souhait|revendiqu|preconis|recommand|imagin|rev|esper|exig|envisag|evoqu|plaid|milit|aimerai|voudrai|soutien|soutenon)(?:e|es|ent|ons|t|s|nt|ient)?"
LEADS = tuple(
    re.compile(rf"^{LINKS}(?:{body}){EXTRAS} ?(?:(?:a ce )?(?:de |d'|que |qu'|a |pour )(?!on ne |nous ne ))?")
    for body in (
        r"(?:est-ce )?(?:qu'|que )?(?:on|l'on|nous) (?:ne )?(?:pourrait|pourrions|devrait|devrions|doit|devons|peut|pouvons|verrait|gagnerait a)(?: pas)?",
        r"ne (?:pourrait-on|pourrions-nous|devrait-on) pas|pourrait-on|pourrions-nous",
        r"pourquoi (?:ne )?pas",
        r"(?:encore )?(?:il )?(?:nous |leur |y )?(?:faut|faudrait|faudra)(?:[- ]il)?",
        r"il (?:est|serait|devient|semble|parait|nous semble|nous parait) (?:aussi |donc |bien |vraiment )?(?:grand )?(?:temps|utile|bon|bien|necessaire|urgent|indispensable|souhaitable|important|interessant|essentiel|opportun|propose|demande|souhaite|suggere|possible|judicieux|pertinent|prioritaire)",
        r"il (?:convient|conviendrait|importe|s'agit|s'agirait|suffirait)",
        rf"{WHO} (?:\w+ )?{SAYS}",
        r"(?:nous|on|je) (?:\w+ )?(?:voulons|veut|voulait|attendons|tenons|tient)",
        r"(?:l'idee|une idee|la proposition|notre proposition|le souhait|l'objectif|notre objectif|notre ambition)(?: (?:est|serait|etait)| :)?",
        r"besoin(?: \w+){0,3} ?:?|proposition ?:|idee ?:|projet ?:|action ?:|piste ?:",
        r"(?:we|they) (?:should|could|must|propose to|suggest to|want to|need to|would like to)|let's|what if we|how about",
    )
)
CLAUSE = re.compile(
    r"\s*(?:[,;:(]|\s[–—-]\s|\.\s)|\s(?=(?:qui|que|pour|afin|avec|dont|où|parce|plutôt|au lieu|car|tant que|sans|ainsi|en échange|quitte|à condition)\s)"
)


def title_of(quote: str) -> str:
    """At most 90 signs, first letter capital, no final stop."""
    return _capital(_shortened(_without_lead(quote[opening(quote) :])))


def _without_lead(text: str) -> str:
    flat = flattened(text)
    for lead in LEADS:
        found = lead.match(flat)
        if found and _stands_alone(flat, found):
            return text[found.end() :].lstrip(" :,«")
    return text


def _stands_alone(flat: str, found: re.Match[str]) -> bool:
    """What is left begins with an infinitive or a noun phrase, and the lead-in did not end with « que » (the subject would be lost)."""
    rest = tokens(flat[found.end() : found.end() + 60])
    if len(rest) < 2 or found.group().rstrip().endswith((" que", " qu'")):
        return False
    if found.group().endswith("'") and not found.group().endswith("d'"):
        return False
    first = rest[0].flat
    return (
        is_infinitive(rest[0])
        or first in {"un", "une", "des", "la", "le", "les", "l'", "ne", "mieux", "se", "s'", "y", "en", "du", "to"}
        or found.group().endswith(("de ", "d'"))
    )


def _shortened(text: str) -> str:
    text = text.strip().rstrip(' .;,:!»”"').strip()
    if len(text) <= LONGEST:
        return text.rstrip("?").rstrip() if text.endswith("?") and text.count("?") == 1 and not _asks(text) else text
    cuts = [cut.start() for cut in CLAUSE.finditer(text, 0, LONGEST + 1) if SHORTEST <= cut.start() <= LONGEST]
    if cuts:
        return text[: cuts[-1]].rstrip(" ,;:(–—-")
    return text[: text.rfind(" ", 0, LONGEST)].rstrip(" ,;:(–—-") + "…" if " " in text[:LONGEST] else text[: LONGEST - 1] + "…"


def _asks(text: str) -> bool:
    return flattened(text).startswith(("et si", "pourquoi", "est-ce", "comment", "que ", "quel", "si "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
