"""What a column of a table holds, told by its header."""

import re
from enum import StrEnum
from functools import lru_cache

from semailles.engines.extracting.flat import flattened


class Column(StrEnum):
    ACTION = "action"
    MATTER = "matter"  # what is talked about, action or fact alike
    ACTOR = "actor"
    DATE = "date"
    STATUS = "status"
    NUMBER = "number"
    COST = "cost"
    FACT = "fact"
    TOPIC = "topic"
    REMARK = "remark"
    PLACE = "place"
    LAUNCH = "launch"
    UNKNOWN = "unknown"


PATTERNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (Column.MATTER, re.compile(r"^(?:ce qu|ce que|quoi)|\bdit\b")),
    (
        Column.LAUNCH,
        re.compile(
            r"\b(?:premiers? (?:pas|gestes?)|premieres? etapes?|(?:par (?:ou|quoi)|comment) (?:commencer|demarrer|le lancer)|pour commencer|demain matin|demarrage|lancement|first steps?)\b"
        ),
    ),
    (Column.NUMBER, re.compile(r"^(?:n°?|no|num(?:ero)?|id|code|ref|rang|#)\.?$")),
    (
        Column.ACTOR,
        re.compile(
            r"\b(?:qui|acteurs?|porteurs?|porte par|pilotes?|partenaires?|responsables?|referents?|financeurs?|structures?|organismes?|noms?|contacts?|personnes?|publics?|pour qui|beneficiaires?|who|actors?|partners?|lead)\b"
        ),
    ),
    (
        Column.STATUS,
        re.compile(r"\b(?:etat|avancement|statut|status|realise|maturite|priorite|faisabilite|note|score|votes?|voix|gommettes?|points)\b"),
    ),
    (
        Column.DATE,
        re.compile(
            r"\b(?:quand|dates?|echeances?|echeancier|calendrier|delais?|annees?|periodes?|horizon|temps|duree|when|jour|mois|heures?)\b"
        ),
    ),
    (Column.COST, re.compile(r"\b(?:couts?|budgets?|montants?|prix|euros?|€|financements?|depenses?|recettes?|moyens|cost)\b|€")),
    (
        Column.FACT,
        re.compile(
            r"\b(?:constats?|diagnostics?|indicateurs?|valeurs?|sources?|chiffres?|donnees|atouts?|faiblesses?|forces?|menaces?|freins?|problemes?|enjeux?|oui|non|questions?|resultats?|habitants|population|situation|existant|ordres? de grandeur|unites?)\b"
        ),
    ),
    (
        Column.ACTION,
        re.compile(
            r"\b(?:actions?|projets?|propositions?|mesures?|idees?|solutions?|pistes?|demandes?|besoins?|recommandations?|preconisations?|proposals?|ideas?|envies?|a faire|souhaits?|leviers?)\b"
        ),
    ),
    (
        Column.MATTER,
        re.compile(
            r"\b(?:decisions?|chantiers?|operations?|intitules?|titres?|libelles?|descriptions?|contenus?|what|reponses?|objectifs?|textes?)\b"
        ),
    ),
    (Column.REMARK, re.compile(r"\b(?:remarques?|observations?|commentaires?|precisions?|details?|notes|suites?|comments?|conditions?)\b")),
    (Column.PLACE, re.compile(r"\b(?:ou|lieux?|communes?|secteurs?|territoires?|localisation|where|perimetre)\b")),
    (
        Column.TOPIC,
        re.compile(
            r"\b(?:themes?|thematiques?|sujets?|axes?|points?|domaines?|categories|rubriques?|volets?|famille|type|objets?|topic)\b"
        ),
    ),
)
DONE = re.compile(
    r"^(?:deja )?(?:fait|faite|faits|realisee?s?|acheve|achevee|terminee?s?|clos|ok|livree?|en service|oui, fait|existant|existe|en place|effectuee?|termine|abandonne|annule|diagnostic|constat|pour memoire|done|pm)\b"
)
TO_DO = re.compile(
    r"^(?:a (?!l'arret)|idee|proposition|propose|nouveau|nouvelle|prioritaire|priorite|urgent|en projet|projet|en discussion|en debat|en reflexion|en attente|possible|souhaite|court terme|moyen terme|long terme|to do|non|pas encore)|\ba (?:lancer|creuser|etudier|debattre|faire|voir|l'etude|monter|chiffrer|trouver|definir)\b"
)


@lru_cache(maxsize=512)
def column(header: str) -> Column:
    flat = flattened(header).strip(" :?.!*")
    return next((kind for kind, pattern in PATTERNS if pattern.search(flat)), Column.UNKNOWN)
