"""Sentences that go on about the idea just said: « Elle serait ouverte le soir », « Premier pas : … », « Les riverains y gagneraient… »."""

import re
from collections.abc import Sequence

from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.conjugation import is_conditional, is_future, main_finite
from semailles.engines.extracting.units import Unit

LABEL = re.compile(
    r"^(?:premiers? (?:pas|gestes?|jalons?|rendez-vous)|premieres? etapes?|demain matin|(?:pour |par ou |par quoi |comment )(?:commencer|demarrer|debuter|s'y mettre|s'y prendre|le lancer|la lancer)"
    r"|pour (?:qui|quels? publics?)|publics?(?: vises?)?|beneficiaires?|destinataires?|concernee?s?(?: d'abord| en premier)?|avec qui|ou|lieux?(?: d'essai)?|quand|combien|enjeux?|exemples?|conditions?|calendrier|etapes?) ?[:?]"
)
START = re.compile(
    r"^(?:et |puis |alors )?(?:(?:des )?demain matin,|pour (?:commencer|demarrer|debuter|s'y mettre),|d'abord,? (?:un essai|une visite)"
    r"|on (?:peut|pourrait|pourra) (?:deja )?(?:commencer|demarrer|debuter)\b|(?:on|elle|il|cela|ca|tout|le projet|l'essai) (?:commencerait|demarrerait|debuterait|commencera|demarrera)\b"
    r"|nous commencer(?:ions|ons)\b|(?:le|un|notre) premier (?:pas|geste|essai)\b|la premiere etape\b|le (?:lieu|terrain) d'essai\b|un premier essai\b|(?:il )?rest(?:e|era|erait) a \w+r\b|il (?:faut|faudra|faudrait) (?:environ|compter|au moins|pres de) )"
)
AUDIENCE = re.compile(
    r"^(?:c'est|ce serait|(?:elles?|ils?|cela|ca) (?:est|sont|serait|seraient|servirait|serviraient|profiterait|profiteraient|s'adresserait|s'adresseraient))"
    r" (?:\w+ ){0,3}?(?:pour (?:des|les|ceux|celles|le|la|l')|d'abord|a destination|aux? )"
)
LEANING = re.compile(
    r"^(?:(?:et|mais|puis|ainsi|alors|la) )?(?:elles?|ils?|cela|ca|celles?-ci|celui-ci|ceux-ci|(?:ce|cet|cette|ces) (?!n'|qui|que|dont|sont|sera)[\w'-]+|l'ensemble|le tout|la mesure|le dispositif|le projet|on y|nous y)"
    r" (?:[\w'-]+ ){0,3}?(?=\w)"
)
ABOUT_IT = re.compile(r"^(?:et |mais )?(?:nous|on) (?:la |le |les |l')\w+(?:ons|ra|rait|e)\b")
GAIN = re.compile(
    r"\b(?:y|en) (?:gagnerai|trouverai|profiterai|tirerai|beneficierai)(?:t|ent)\b|\b(?:saurai|pourrai|aurai|serai|gagnerai|economiserai)(?:t|ent) (?:alors|ainsi|enfin|du coup|des lors|de quoi)\b|^(?:cela|ca) (?:eviter|permettr|ferait|donnerait|rendrait|reduir)"
)
SHARE = re.compile(r"\b(?:fourni|prete|passe|viend|reli|apporte|participe|accompagne|prend|aide)r(?:ait|aient|a|ont)\b")
NEW_CALL = frozenset(
    {
        "wish",
        "want",
        "that",
        "why-not",
        "what-if",
        "could-we",
        "obligation",
        "could",
        "proposed",
        "imperative",
        "imperative:first",
        "notion",
        "useful",
    }
)
LONGEST_SHARE = 14
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.NOTE})


def is_label(unit: Unit) -> bool:
    """« Pour qui : … », « Premier pas : … »: never an idea of its own."""
    return bool(LABEL.match(unit.flat))


def goes_on(unit: Unit, signs: frozenset[str], *, just_said: bool, said_above: bool) -> bool:
    """`just_said`: the passage before carries an idea or goes on about one; `said_above`: an idea stands above under the same heading."""
    if unit.kind in {BlockKind.TITLE, BlockKind.HEADING}:
        return False
    flat = unit.flat
    if said_above and (START.match(flat) or AUDIENCE.match(flat)):
        return True
    if unit.kind not in PROSE and unit.alone:
        return False
    if said_above and (GAIN.search(flat) or _brings_its_share(unit)) and not signs & (NEW_CALL - {"useful"}):
        return True
    if just_said and ABOUT_IT.match(flat):
        return True
    return just_said and bool(LEANING.match(flat)) and not signs & NEW_CALL and _says_what_would_be(unit)


def _says_what_would_be(unit: Unit) -> bool:
    main = main_finite(unit.words)
    return main is not None and (is_conditional(main) or is_future(main) or main.flat in {"suffit", "est", "sont"})


def _brings_its_share(unit: Unit) -> bool:
    """« Béton Sobre fournirait la bétonnière »: a named body and what it would bring."""
    words = unit.words
    found = SHARE.search(unit.flat)
    if not found or len(words) > LONGEST_SHARE:
        return False
    named: Sequence[str] = [unit.core[word.start : word.end] for word in words if word.end <= found.start()]
    return any(_is_proper(name, at) for at, name in enumerate(named))


def _is_proper(name: str, at: int) -> bool:
    return name[0].isupper() if at else any(sign.isupper() for sign in name[1:])
