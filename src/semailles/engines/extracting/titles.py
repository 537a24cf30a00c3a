"""A short title, readable alone, made from a quote: the lead-in goes, the action stays."""

import re

from semailles.engines.extracting.conjugation import is_infinitive, main_finite
from semailles.engines.extracting.flat import flattened, opening, tokens

QUE = re.compile(r"\b(?:que |qu')\s*$")
BEGINNINGS = frozenset(
    ["un", "une", "des", "la", "le", "les", "l'", "ne", "mieux", "se", "s'", "y", "en", "du", "to", "plus", "chaque", "deux", "trois"]
)
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
        if found and (wish := QUE.search(flat, 0, found.end())) and len(text) - wish.start() > SHORTEST // 2:
            return text[wish.start() :]
    joint = CONJUNCTION.match(flat)
    return text[joint.end() :] if joint else text


def _stands_alone(flat: str, found: re.Match[str]) -> bool:
    """What is left begins with an infinitive or a noun phrase, and the lead-in did not end with « que » (the subject would be lost)."""
    rest = tokens(flat[found.end() : found.end() + 60])
    if not rest or QUE.search(flat, 0, found.end()) or flat[found.end() : found.end() + 1] == "'":
        return False
    if found.group().endswith("'") and not found.group().endswith("d'"):
        return False
    return is_infinitive(rest[0]) or rest[0].flat in BEGINNINGS or found.group().endswith(("de ", "d'"))


def _shortened(text: str) -> str:
    text = text.strip().rstrip(' .;,:!»”"').strip()
    if text.endswith("?") and text.count("?") == 1 and not _asks(text):
        text = text.rstrip("? ")
    if len(text) <= LONGEST:
        return text
    least = max(SHORTEST, _verb_end(text))
    cuts = [cut.start() for cut in CLAUSE.finditer(text, 0, LONGEST + 1) if least <= cut.start() <= LONGEST]
    if cuts:
        return _balanced(text[: cuts[-1]]).rstrip(" ,;:(–—-")
    at = text.rfind(" ", 0, LONGEST)
    return (text[:at] if at > 0 else text[: LONGEST - 1]).rstrip(" ,;:(–—-") + "…"


def _verb_end(text: str) -> int:
    """A title keeps its main verb and some words after it: what is said of « la résidence des Isards » matters more than when it closed."""
    verb = main_finite(tokens(text))
    if verb is None or verb.end > LONGEST - 15:
        return 0
    return verb.end + 12


def _balanced(text: str) -> str:
    return text[: text.rfind("(")] if text.count("(") > text.count(")") else text


def _asks(text: str) -> bool:
    return flattened(text).startswith(("et si", "pourquoi", "est-ce", "comment", "que ", "quel", "si "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
