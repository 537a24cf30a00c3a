"""A short title, readable alone, made from a quote: the lead-in goes, the action stays."""

import re

from semailles.engines.extracting.conjugation import is_infinitive, main_finite
from semailles.engines.extracting.cues import WISHES
from semailles.engines.extracting.cutting import LONGEST, shortened
from semailles.engines.extracting.flat import flattened, opening, tokens
from semailles.engines.extracting.recasting import BEGINNINGS, after_label, done, indefinite, stated, supposed

QUE = re.compile(r"\b(?:que |qu')\s*$")
NOT = re.compile(r"^(?!.*(?:pourquoi|pourrai|pourrions|devrai|si )).*\b(?:ne\b|n')")
SHORTEST = 13
LINKS = r"(?:(?:et|mais|or|donc|alors|enfin|ainsi|aussi|ensuite|des lors|puis|par ailleurs|en outre|de plus|d'abord|car oui|pour (?:lui|elle|eux|nous|moi)|selon (?:lui|elle|eux|nous|moi)|dans le meme ordre d'idees?|de mon cote|a mon avis|je pense qu'|nous pensons qu'|d'ailleurs|en attendant|encore|oui|bref|et puis|finalement|à terme|a terme|a plus long terme|plus largement|et plus largement),? ?)*"
EXTRAS = r"(?: (?:aussi|donc|egalement|ainsi|bien|peut-etre|par exemple|en outre|surtout|simplement|quand meme|alors|de plus|vraiment|absolument|imperativement|d'abord|enfin|meme|deja|en revanche))*,?"
WHO = r"(?:on|nous|je|j'|il|elle|ils|elles|(?:le|la|les|l'|un|une|des|plusieurs|certains|tous|quelques) ?(?:[\w'-]+ ){0,4}?[\w'-]+)"
SAYS = r"(?:propos|suggere|demand|reclam|souhait|revendiqu|preconis|recommand|imagin|rev|esper|exig|envisag|evoqu|plaid|milit|aimer(?:a|)i|voudr(?:a|)i|soutien|soutenon)(?:e|es|ent|e?ons|t|s|nt|ient)?\b"
LEADS = tuple(
    re.compile(rf"^{LINKS}(?:{body}){EXTRAS} ?(?:(?:a ce )?(?:de |d'|que |qu'|a |pour )(?!on ne |nous ne ))?")
    for body in (
        r"(?:est-ce )?(?:qu'|que )?(?:on|l'on|nous) (?:ne )?(?:pourrait|pourrions|devrait|devrions|doit|devons|peut|pouvons|verrait|gagnerait a)(?: pas)?",
        r"ne (?:pourrait-on|pourrions-nous|devrait-on) pas|pourrait-on|pourrions-nous",
        r"pourquoi (?:ne )?pas",
        r"(?:encore )?(?:il )?(?:nous |leur |y )?(?:faut|faudrait|faudra)(?:[- ]il)?",
        r"il (?:est|serait|devient|semble|parait|nous semble|nous parait) (?:aussi |donc |bien |vraiment )?(?:grand )?(?:temps|utile|bon|bien|necessaire|urgent|indispensable|souhaitable|important|interessant|essentiel|opportun|propose|demande|souhaite|suggere|possible|judicieux|pertinent|prioritaire)",
        r"il (?:convient|conviendrait|importe|s'agit|s'agirait|suffirait)",
        rf"(?:plusieurs|certaine?s|beaucoup|d'autres|quelqu'un|tous) {SAYS}",
        r"il (?:nous |leur )?manqu(?:erait|ait|e)\b(?: surtout| aussi| encore)?",
        rf"{WHO} ?(?:\w+ )?(?<!\bla )(?<!\bune )(?<!\bde ){SAYS}",
        r"(?:nous|on|je) (?:\w+ )?(?:voulons|veut|voulait|tenons a|tient a)",
        r"(?:l'idee|une idee|la proposition|notre proposition|le souhait|l'objectif|notre objectif|notre ambition)(?: (?:est|serait|etait)| :)?",
        r"besoin(?: \w+){0,3} ?:|besoin|proposition ?:|idee ?:|projet ?:|action ?:|piste ?:",
        r"(?:we|they) (?:should|could|must|propose to|suggest to|want to|need to|would like to)|let's|what if we|how about",
    )
)
REPORTS = re.compile(
    r"^(?:[\w'’,()-]+ ){0,12}?(?:dit|disent|redit|ajoute|ajoutent|ajoutons|pense|pensons|pensent|trouve|trouvent|estime|estiment|semble|rappelle|rappelons|insiste|note)(?: \w+)? (?:que |qu')(?=.{0,120}\b(?:doi|devr|pourr|il faut|il faudr|merit|gagn))"
)


LINK = re.compile(
    r"^(?:(?:et|mais|donc|car|or|alors|puis),? (?!si |quand)|(?:ensuite|enfin|d'abord|de meme|des lors|a plus long terme|selon (?:lui|elle|eux)|la encore|la aussi|la-bas|plus loin|un peu plus loin|juste a cote|du coup|en revanche|autre idee|autre chose|pour finir|[aà] \w+ (?:minutes|heures|kilometres|metres|pas) de la|non loin(?: de la)?|pres de la)(?:,| :) |d'ailleurs,? |(?:moi,? )?(?:je|nous|on) (?:crois|croyons|pense|pensons|trouve|trouvons|dirais) (?:aussi |donc |en outre )?(?:que |qu'))"
)
AS_FOR = re.compile(
    r"^quant (?P<to>aux|au|a la|a l') ?(?P<name>[^,:;]{3,60}), (?:(?P<same>(?:qu')?(?:ils?|elles?) (?!faut|faudra|y a|serait|suffi|convien|manqu))|)"
)
WHAT_IF = re.compile(r"^(?:et )?si (?!elle|il|ca|c'|nous|vous|je|tu)")
THAT = re.compile(r"^(?:que |qu')(?!on ne |nous )")
PERSON = re.compile(r"^(?:(?:moi|nous|lui),? )?(?:elles?|ils?|on|nous|je) ")
OFFER = re.compile(
    r"^(?:elles?|ils?|on|nous|je|j') ?(?:s'offre(?:nt)?|se propose(?:nt)?|s'engage(?:nt)?|(?:est|sont|sommes|serait|seraient) prete?s?|voudrai\w+|aimerai\w+|souhaite\w*|espere\w*|envisage\w*|veu(?:t|lent)) (?:bien |aussi |meme )?(?:a |de |d')?(?=(?:se |s'|y |en )?\w+(?:er|ir|re)\b)"
)
CIRCUMSTANCE = re.compile(
    r"^(?!pour (?:lui|elle|eux|nous|moi)\b|dans le meme|en (?:attendant,|effet|outre|revanche|fait|plus)|a (?:terme|mon avis)|au (?:fond|passage))(?:pour|a|au|aux|dans|en|sur|chez|cote|avec|devant|derriere|entre) [^,:;]{2,45}, (?=\w)"
)
WISH = re.compile(rf"^(?:{flattened(WISHES)})(?:e|ent|ons|ait|erait|eraient|erions)$|^(?:ver|voud|aimer)r?ai(?:t|ent)$|^verrions$")
SEES = re.compile(r"^verr")
MODAL = re.compile(r"\b(?:pourrai|pourrion|devrai|devrion|doi|peu|fau)\w*(?:[- ]il)? (?:\w+ )?$")
MOST_LEADS = 4
LATE = 60


def title_of(quote: str) -> str:
    """At most 90 signs, first letter capital, no final stop, no word that waits for another."""
    text = quote[opening(quote) :]
    for _ in range(MOST_LEADS):
        shorter = _reworded(text)
        if shorter == text:
            break
        text = shorter[opening(shorter) :]
    return _capital(shortened(indefinite(text))) or quote[:LONGEST]


def _reworded(text: str) -> str:
    """One lead-in less."""
    flat = flattened(text)
    if (link := LINK.match(flat)) and len(text) - link.end() > SHORTEST:
        return text[link.end() :]
    if rest := after_label(text):
        return rest
    if as_for := AS_FOR.match(flat):
        named = _article(as_for) + text[as_for.start("name") : as_for.end("name")]
        said = f"{named} {text[as_for.end() :]}"
        return (stated(said) or said) if as_for.group("same") else f"{named} : {text[as_for.end() :]}"
    if (what_if := WHAT_IF.match(flat)) and (flat.startswith("et ") or flat.rstrip().endswith("?")):
        return supposed(text[what_if.end() :].rstrip(" ?"))
    for before in (_circumstance(flat), 0):
        if before is not None and (rest := _without_lead(text[before:])) is not None:
            return text[:before] + rest
    return text


def _circumstance(flat: str) -> int | None:
    """« Pour les pavillons, nous proposons un prêt » keeps for whom."""
    found = CIRCUMSTANCE.match(flat)
    return found.end() if found else None


def _without_lead(text: str) -> str | None:
    flat = flattened(text)
    if report := REPORTS.match(flat) or OFFER.match(flat):
        return text[report.end() :]
    if that := THAT.match(flat):
        return stated(text[that.end() :])
    for lead in LEADS:
        found = lead.match(flat)
        if found and _stands_alone(flat, found):
            return text[found.end() :].lstrip(" :,«")
        if found and (wish := QUE.search(flat, 0, found.end())) and len(text) - found.end() > SHORTEST:
            return stated(text[found.end() :]) or text[wish.start() :]
    return (done(text) if PERSON.match(flat) else None) or _wished(text, flat)


def _wished(text: str, flat: str) -> str | None:
    """« Mme Roux propose une ligne de covoiturage », whoever speaks."""
    main = main_finite(tokens(text))
    if main is None or main.end > LATE or not WISH.match(main.flat) or NOT.search(flat[: main.end + 4]):
        return None
    at = main.end + len(re.match(EXTRAS, flat[main.end :]).group())  # type: ignore[union-attr]  # may be empty, always matches
    rest = text[at:].lstrip()
    first = next(iter(tokens(rest)), None)
    if first is None or len(rest) < SHORTEST:
        return None
    if first.flat in {"que", "qu'"}:
        return stated(rest[first.end :].lstrip()) or rest
    if first.flat in {"de", "d'"} and is_infinitive(tokens(rest)[1]):
        return rest[tokens(rest)[1].start :]
    if SEES.match(main.flat) and is_infinitive(first):
        return f"voir {rest}"
    return rest if first.flat in BEGINNINGS - {"se", "s'", "y", "en", "ne"} else None


def _stands_alone(flat: str, found: re.Match[str]) -> bool:
    """What is left begins with an infinitive or a noun phrase, and the lead-in did not end with « que » (the subject would be lost)."""
    rest = tokens(flat[found.end() : found.end() + 60])
    if not rest or NOT.search(found.group()) or QUE.search(flat, 0, found.end()) or flat[found.end() : found.end() + 1] == "'":
        return False
    if found.group().endswith("'") and not found.group().endswith("d'"):
        return False
    if MODAL.search(found.group()) and rest[0].flat.endswith(("er", "ir", "oir", "ire", "dre", "tre")):
        return True
    return is_infinitive(rest[0]) or rest[0].flat in BEGINNINGS or found.group().endswith((" de ", " d'"))


def _article(as_for: re.Match[str]) -> str:
    """« aux » is « les », « à l' » is « l' »."""
    return {"aux": "les ", "au": "le ", "a la": "la ", "a l'": "l'"}[as_for.group("to")]


def _capital(text: str) -> str:
    text = text.lstrip(" .,;:!?)-–—…'’")
    return text[:1].upper() + text[1:]
