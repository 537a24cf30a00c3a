"""A short title, readable alone, made from a quote: the lead-in goes, the action stays."""

import re

from semailles.engines.extracting.conjugation import is_conditional, is_infinitive, main_finite
from semailles.engines.extracting.flat import flattened, opening, tokens
from semailles.engines.extracting.lexicon import word_set

QUE = re.compile(r"\b(?:que |qu')\s*$")
NOT = re.compile(r"^(?!.*(?:pourquoi|pourrai|pourrions|devrai|si )).*\b(?:ne\b|n')")
BEGINNINGS = word_set("titles", "beginnings")
LONGEST = 90
SHORTEST = 40
LATE = 60
MARGIN = 14
CIRCUMSTANCES = word_set("titles", "circumstances")
LINKS = r"(?:(?:et|mais|or|donc|alors|enfin|ainsi|aussi|ensuite|des lors|puis|par ailleurs|en outre|de plus|d'abord|car oui|pour (?:lui|elle|eux|nous|moi)|selon (?:lui|elle|eux|nous|moi)|dans le meme ordre d'idees?|de mon cote|a mon avis|je pense qu'|nous pensons qu'|d'ailleurs|en attendant|encore|oui|bref|et puis|finalement|à terme|a terme|a plus long terme|plus largement|et plus largement),? ?)*"
EXTRAS = r"(?: (?:aussi|donc|egalement|ainsi|bien|peut-etre|par exemple|en outre|surtout|simplement|quand meme|alors|de plus|vraiment|absolument|imperativement|d'abord|enfin|meme|deja|en revanche))*,?"
WHO = r"(?:on|nous|je|j'|il|elle|ils|elles|(?:le|la|les|l'|un|une|des|plusieurs|certains|tous|quelques) ?(?:[\w'-]+ ){0,4}?[\w'-]+)"
SAYS = r"(?:propos|suggere|demand|reclam|souhait|revendiqu|preconis|recommand|imagin|rev|esper|exig|envisag|evoqu|plaid|milit|aimerai|voudrai|soutien|soutenon)(?:e|es|ent|ons|t|s|nt|ient)?\b"
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
        r"(?:nous|on|je) (?:\w+ )?(?:voulons|veut|voulait|tenons a|tient a)",
        r"(?:l'idee|une idee|la proposition|notre proposition|le souhait|l'objectif|notre objectif|notre ambition)(?: (?:est|serait|etait)| :)?",
        r"besoin(?: \w+){0,3} ?:|besoin|proposition ?:|idee ?:|projet ?:|action ?:|piste ?:",
        r"(?:we|they) (?:should|could|must|propose to|suggest to|want to|need to|would like to)|let's|what if we|how about",
    )
)
REPORTS = re.compile(
    r"^(?:[\w'’,()-]+ ){0,12}?(?:dit|disent|redit|ajoute|ajoutent|ajoutons|pense|pensons|pensent|trouve|trouvent|estime|estiment|semble|rappelle|rappelons|insiste|note)(?: \w+)? (?:que |qu')(?=.{0,120}\b(?:doi|devr|pourr|il faut|il faudr|merit|gagn))"
)
CONJUNCTION = re.compile(r"^(?:et|mais|donc|car|or|alors|puis|enfin),? (?!si |que |qu')")
CLAUSE = re.compile(
    r"\s*(?:[,;:(]|\s[–—-]\s|\.\s)|\s(?=(?:pour|afin|avec|dont|où|parce|plutôt|au lieu|car|tant que|sans|ainsi|en échange|quitte|à condition)\s)"
)


def title_of(quote: str) -> str:
    """At most 90 signs, first letter capital, no final stop."""
    return _capital(_shortened(_without_lead(quote[opening(quote) :])))


def _without_lead(text: str) -> str:
    flat = flattened(text)
    report = REPORTS.match(flat)
    if report:
        return _without_lead(text[report.end() :])
    for lead in LEADS:
        found = lead.match(flat)
        if found and _stands_alone(flat, found):
            return text[found.end() :].lstrip(" :,«")
        if found and (wish := QUE.search(flat, 0, found.end())) and len(text) - wish.start() > SHORTEST // 3:
            return text[wish.start() :]
    joint = CONJUNCTION.match(flat)
    return text[joint.end() :] if joint else text


def _stands_alone(flat: str, found: re.Match[str]) -> bool:
    """What is left begins with an infinitive or a noun phrase, and the lead-in did not end with « que » (the subject would be lost)."""
    rest = tokens(flat[found.end() : found.end() + 60])
    if not rest or NOT.search(found.group()) or QUE.search(flat, 0, found.end()) or flat[found.end() : found.end() + 1] == "'":
        return False
    if found.group().endswith("'") and not found.group().endswith("d'"):
        return False
    return is_infinitive(rest[0]) or rest[0].flat in BEGINNINGS or found.group().endswith(("de ", "d'"))


def _shortened(text: str) -> str:
    text = text.strip().rstrip(" .;,:!")
    if text.endswith(("»", "”")) and not ("«" in text or "“" in text):
        text = text[:-1].rstrip(" .;,:!")
    if text.endswith("?") and text.count("?") == 1 and not _asks(text):
        text = text.rstrip("? ")
    if len(text) <= LONGEST:
        return text
    least = max(_least(text), _verb_end(text))
    cuts = [cut.start() for cut in CLAUSE.finditer(text, 0, LONGEST + 1) if least <= cut.start() <= LONGEST]
    if cuts:
        return _balanced(text[: cuts[-1]]).rstrip(" ,;:(–—-")
    at = text.rfind(" ", 0, LONGEST)
    return (text[:at] if at > 0 else text[: LONGEST - 1]).rstrip(" ,;:(–—-") + "…"


def _least(text: str) -> int:
    """A title that opens with where or for whom must reach what."""
    first = flattened(text).split(maxsplit=1)[0]
    return LATE if first in CIRCUMSTANCES else SHORTEST


def _verb_end(text: str) -> int:
    """A title keeps its main verb and some words after it: what is said of « la résidence » matters more than when it closed."""
    words = tokens(text)
    verb = next((word for word in words if is_conditional(word) and word.end < LONGEST - MARGIN), None) or main_finite(words)
    return 0 if verb is None or verb.end > LONGEST - MARGIN else verb.end + MARGIN


def _balanced(text: str) -> str:
    return text[: text.rfind("(")] if text.count("(") > text.count(")") else text


def _asks(text: str) -> bool:
    return flattened(text).startswith(("et si", "pourquoi", "est-ce", "comment", "que ", "quel", "si "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
