"""How sure a line is, and of which nature, from its own words, then from what the document says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from semailles.engines.blocks import Block
from semailles.engines.euros import sums
from semailles.engines.extracting.findings import CommitmentCue, Level, Side, Span
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.ledger.entries import Entry
from semailles.engines.extracting.ledger.words import any_of

STATUSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(expression))
    for status, expression in (
        (
            "à confirmer",
            r"\ba (?:re)?confirmer\b|\b(?:votes?|deliberations?|accords?|reponses?) (?:prevue?s?|attendue?s?|a venir)\b|\bsous reserve\b|\bnon (?:encore )?(?:confirme|acquis|notifie|valide|vote)\w*|\ba valider\b|\baccord (?:oral|verbal|de principe)\b|\bpas encore\b|\bto be confirmed\b|\btbc\b|^\?$",
        ),
        ("refusé", r"\brefus\w+|\bdecline\w*|\bnon accorde\w*|\brejete\w*|\brefused\b"),
        (
            "envisagé",
            r"\benvisag\w+|\ba (?:solliciter|contacter|demander|rechercher|trouver|prospecter)\b|\bpressenti\w*|\bespere\w*|\bpossible\b|\beventuel\w*",
        ),
        (
            "sollicité",
            r"\bsollicit\w+|\bdemande\w*\b|\bdepos\w+|\ben cours\b|\ben attente\b|\ben discussion\b|\ben instruction\b|\brequested\b",
        ),
        ("versé", r"\bverse(?:e|s|es)?\b|\bencaisse\w*|\brecue?s?\b|\bpaid\b"),
        ("notifié", r"\bnotifie\w*"),
        (
            "décidé",
            r"\bacquis\w*|\baccorde\w*|\bvote(?:e|s|es)?\b|\bdecide\w*|\bconfirme(?:e|s|es)?\b|\bsigne(?:e|s|es)?\b|\bvalide(?:e|s|es)?\b|\bobtenu\w*|\battribue\w*|\bdeliber(?:e|ee|ation)s?\b|\bsecured\b|\bconfirmed\b|\bgranted\b",
        ),
    )
)
IN_LABEL = re.compile(r"\b(?:a confirmer|sollicite(?:e|s|es)?|demande(?:e|s|es)?|refuse(?:e|s|es)?|notifie(?:e|s|es)?|acquise?s?)\b")
NATURES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (nature, re.compile(expression))
    for nature, expression in (
        ("bénévolat non valorisé", r"\bbenev\w+|\bvolunteer\w*"),
        ("en nature valorisé", r"\ben nature\b|\bvaloris\w+|\bmises? a disposition\b|\bgracieu\w+|\bin kind\b"),
        ("prêt", r"\bprets?\b(?! d[e'] ?(?:salle|materiel|locaux|local|vehicule))|\bemprunts?\b|\bloan\b"),
        ("citoyen", r"\bdons?\b|\bcagnotte\b|\bcrowdfunding\b|\bfinancement participatif\b|\bsouscriptions?\b|\bepargne citoyenne\b"),
        ("fonds propres", r"\bfonds propres\b|\bautofinancement\b|\bapport personnel\b|\bown funds\b"),
        ("recette", r"\bventes?\b|\bbilletterie\b|\bparticipations? aux frais\b|\binscriptions?\b"),
    )
)
ONLY_KIND = re.compile(r"^(?:ht|ttc|subventions?|en nature|grants?|in kind|prets?|dons?|fonds propres|benevolat|recettes?|mecenat)$")
IN_KIND, GRANT = "en nature valorisé", "subvention"
TO_CONFIRM, DECIDED = "à confirmer", "décidé"
LOWER = {Level.SOUGHT: "sollicité", Level.TO_CONFIRM: TO_CONFIRM}
SHORT_STATUS = 5  # words of a remark that only says a status
FINANCE = r"(?:co-?)?financer|soutenir financierement|contribuer au financement|prendre en charge"
DECISION = re.compile(
    rf"\b(?:a|ont|avons) (?:\w+ ){{0,2}}?(?:decide|accepte|convenu|choisi|vote)\w* (?:de |d'|a )(?:\w+ment )?(?:{FINANCE}) (?P<what>[^.;:]{{0,80}})"
    r"|\b(?:a|ont|avons) (?:\w+ ){0,2}?(?:decide|accepte|vote|acte)\w* (?:du |le |un |leur |son )(?:co-?)?financement (?P<whose>[^.;:]{0,80})"
    rf"|\b(?:s'est|se sont|nous sommes) engage\w* a (?:{FINANCE}) (?P<that>[^.;:]{{0,80}})"
    r"|\b(?:has|have) (?:decided|agreed) to (?:co-?)?(?:fund|finance) (?P<it>[^.;:]{0,80})"
)
DENIED = re.compile(r"\b(?:n'|ne )(?:a|ont|avons)\b|\bsi\b|\bpas (?:encore )?decide")
THE = r"(?:ensemble )?(?:de |d'|a )?(?:cette |ce |la |le |l'|notre |this |the )?"
PROCESS = re.compile(
    rf"^{THE}(?:{any_of('process', 'named')}|{any_of('process', 'document')})"
    rf"|^(?:de |d')?(?:cette|ce|cet|notre|this) (?!(?:\w+ )?(?:{any_of('project', 'headings')}|{any_of('project', 'costs')}))\w"
)


@dataclass(frozen=True, slots=True)
class Sureness:
    """`code`: said (by the line's own words), decided (by a sentence of the document), elsewhere (a lower level, said in the document), default."""

    status: str
    code: str
    words: str = ""


def decision(blocks: Sequence[Block]) -> Span | None:
    """« … ont décidé de financer cette synthèse »: the sentence that decides the process, and not one of its projects."""
    for at, block in enumerate(blocks):
        flat = flattened(block.text)
        for found in DECISION.finditer(flat):
            start, end = _sentence(block.text, found.start(), found.end())
            what = next((group for group in found.groups() if group), "")
            if PROCESS.search(what) and not DENIED.search(flat[start : found.end()]):
                return Span(at, start, end)
    return None


def sureness(one: Entry, head: str, decided: str, claims: Sequence[CommitmentCue]) -> Sureness:
    """The line's own words; else those above all lines (« Financeurs pressentis »); else the lower level that the document says of its actor; else the decision; else to be confirmed. `claims`: those of its actor."""
    own = _own_status(one) or _status_above(head)
    if own:
        return own
    lower = next((claim for claim in claims if claim.level in LOWER), None)
    if lower:
        return Sureness(LOWER[lower.level], "elsewhere", lower.quote)
    return Sureness(DECIDED, "decided", decided) if decided else Sureness(TO_CONFIRM, "default")


def _own_status(one: Entry) -> Sureness | None:
    for remark in one.said:
        flat = flattened(remark)
        found = next((status for status, pattern in STATUSES if pattern.search(flat)), None)
        if found:
            return Sureness(found, "said", remark)
    in_label = IN_LABEL.search(flattened(one.label))
    if in_label:
        return Sureness(next(status for status, pattern in STATUSES if pattern.search(in_label.group())), "said", one.label)
    return None


def _status_above(head: str) -> Sureness | None:
    flat = flattened(head)
    found = next((status for status, pattern in STATUSES if not sums(head) and pattern.search(flat)), None)
    return Sureness(found, "said", head) if found else None


def nature(one: Entry, side: Side) -> str:
    """What is given instead of a sum is in kind, on either side; a cost with a sum has no nature."""
    flat = flattened(" ".join((one.label, *one.said)))
    if side is Side.COST:
        return IN_KIND if one.gives else ""
    found = next((name for name, pattern in NATURES if pattern.search(flat)), GRANT)
    return IN_KIND if one.gives and found != "bénévolat non valorisé" else found


def remarks(one: Entry) -> tuple[str, ...]:
    """What else is said, without what only says a status or a tax base."""
    return tuple(remark for remark in one.said if not _is_status(remark) and not ONLY_KIND.match(flattened(remark)))


def _is_status(remark: str) -> bool:
    return len(remark.split()) <= SHORT_STATUS and any(pattern.search(flattened(remark)) for _, pattern in STATUSES)


def tax_base(one: Entry) -> str:
    flat = " ".join(map(flattened, (one.label, *one.said)))
    if re.search(r"\bttc\b|\btoutes taxes\b", flat):
        return "TTC"
    return "HT" if re.search(r"\bht\b|\bhors taxes?\b", flat) else ""


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(text.rfind(stop, 0, start) for stop in (". ", "! ", "? "))
    last = next((at for at in range(end, len(text)) if text[at] in ".!?"), len(text))
    return (first + 2 if first >= 0 else 0), min(last + 1, len(text))
