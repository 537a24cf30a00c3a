"""What tells that a sentence feeds a heading of a sheet: expressions on flattened text, each with how sure it is."""

import re
from collections.abc import Iterable

from semailles.engines.extracting.findings import Heading

Sign = tuple[Heading, float, re.Pattern[str]]


def _signs(*rows: tuple[Heading, float, str]) -> tuple[Sign, ...]:
    return tuple((heading, score, re.compile(expression)) for heading, score, expression in rows)


LABELS = _signs(
    (
        Heading.AUDIENCE,
        0.9,
        r"^(?:(?:c'est )?pour (?:qui|quels? publics?)|publics?(?: vises?)?|beneficiaires?|destinataires?|concernee?s?(?: d'abord| en premier)?) ?[:?]",
    ),
    (
        Heading.LAUNCH,
        0.9,
        r"^(?:premiers? (?:pas|gestes?|jalons?|rendez-vous)|premieres? etapes?|(?:des )?demain matin|(?:pour |par ou |par quoi |comment )(?:commencer|demarrer|debuter|s'y mettre|s'y prendre|le lancer|la lancer)|etapes?|conditions?) ?[:?,]",
    ),
    (Heading.PLACE, 0.9, r"^(?:ou|lieux?(?: d'essai)?|sites?|secteurs?|perimetre) ?[:?]"),
    (Heading.STAKES, 0.9, r"^(?:enjeux?|pourquoi|pour quoi faire|interets?|benefices?|gains?) ?[:?]"),
    (Heading.EXAMPLES, 0.9, r"^(?:exemples?|precedents?|ailleurs|inspirations?|references?)(?: \w+){0,3} ?:"),
    (Heading.OBSERVATION, 0.9, r"^(?:constats?|diagnostic|aujourd'hui|situation|chiffres?)(?: partages?| communs?)? ?:"),
)
COLUMNS = _signs(
    (Heading.AUDIENCE, 0.8, r"\b(?:pour qui|publics?|beneficiaires?|destinataires?|concernes)\b"),
    (
        Heading.LAUNCH,
        0.8,
        r"\b(?:premiers? (?:pas|gestes?)|premieres? etapes?|(?:par (?:ou|quoi)|comment) (?:commencer|demarrer|le lancer|faire)|comment|pour commencer|demain matin|demarrage|lancement)\b",
    ),
    (Heading.PLACE, 0.8, r"^ou ?\??$|^(?:lieux?|sites?|communes?|secteurs?|territoires?|localisation|perimetre)\b"),
    (Heading.STAKES, 0.8, r"\b(?:enjeux?|pourquoi|benefices?|gains? attendus?|effets?)\b"),
    (Heading.EXAMPLES, 0.8, r"\b(?:exemples?|inspirations?|precedents?|deja fait ailleurs)\b"),
    (Heading.OBSERVATION, 0.7, r"\b(?:constats?|diagnostics?|ordres? de grandeur|chiffres?|etat des lieux|situation|existant)\b"),
)
SENTENCES = _signs(
    (
        Heading.OBSERVATION,
        0.9,
        r"\bs(?:e|'est|e sont) (?:retire|desengage|desiste)(?:nt|e|s|es)?\b|\brenonce(?:nt)?\b|\b(?:a|ont) (?:\w+ )?(?:renonce|refuse)\b|\bjette(?:nt)? l'eponge\b|\b(?:a|ont) (?:\w+ )?(?:dit|repondu) non\b|\brefuse(?:nt)? d(?:e |')",
    ),
    (
        Heading.EXAMPLES,
        0.8,
        (
            r"\bcomme (?:a|au|aux|en|dans) [\w'-]+\b.{0,40}$|\bl'exemple d|\b(?:un|meilleur|en|l'|leur|son) ?exemples?\b|\bprecedents? (?:donne|existe|montre|encourage)|\ba l'instar|\binspiree? d|\ba [\w'-]+,? (?:on|ils|cela|ca|c'est) (?:\w+ )?deja\b"
            r"|\bd'autres (?:vallees|territoires|communes|villes|departements|pays)|\b(?:existe|se fait|fonctionne|marche) (?:deja|ailleurs)\b|\b(?:l'a|l'ont) (?:deja )?(?:tente|fait|essaye)\b|\bretour d'experience|\bpar exemple a\b"
            r"|\bprogramme voisin\b|\b(?:cite|citent) (?:le|la|l'|les)|\bcomme l'a fait\b|\ba (?:deja )?ouvert (?:a|en)\b"
        ),
    ),
    (
        Heading.LAUNCH,
        0.8,
        (
            r"\bdes (?:demain|maintenant|cette annee|la rentree|l'automne|le printemps)\b|\bdemain matin\b|\bpremiers? (?:pas|essais?)\b|\bpremieres? etapes?\b|\b(?:a )?commencer (?:par|avec|petit)\b|\bcommenc(?:erait|eraient|era|eront|erions)\b|\bpour (?:demarrer|commencer|lancer|debuter)\b"
            r"|\b(?:on|nous|elle|il|cela) (?:peut|pourrait|pouvons) (?:demarrer|commencer|debuter)\b|\bdans un premier temps\b|\bphase (?:pilote|d'essai)\b|\betude de faisabilite\b|^un(?:e)? [\w'-]+ d'essai\b"
        ),
    ),
    (
        Heading.AUDIENCE,
        0.8,
        (
            r"\b(?:c'est|ce serait|elles? est|il est|elles? sont|ils sont) (?:d'abord |surtout |avant tout |aussi )?pour (?:des|les|ceux|celles|le|la|l')|\b(?:servirai|profiterai|beneficierai)(?:t|ent) (?:d'abord|surtout|a|aux)|\ba destination de|\bdestinee?s? (?:a|aux)\b|\bs'adresse(?:nt|rait)?\b|\bpour qui ce serait\b"
            r"|\bconcernee?s? d'abord\b|\bpensee?s? pour (?:les|ceux|des)|\bpublics? (?:vise|concerne|prioritaire|eloigne)|\bbeneficiaires?\b"
        ),
    ),
    (
        Heading.STAKES,
        0.7,
        r"\b(?:gagnerai|economiserai|eviterai|reduirai|permettrai|rapporterai|libererai|donnerai)(?:t|ent)\b|\b(?:saurai|aurai|serai|pourrai)(?:t|ent) (?:alors|ainsi|enfin|des lors|de quoi)\b|\b(?:afin (?:de|d'|que)|pour que|permettra|permet (?:de|d'|a)|(?:grand |vrai |l')enjeux?|enjeux|il en va de|sans quoi|faute de quoi|sinon|risque|au risque)\b|\bce que ca changerait\b|\beviter (?:que|de|d'|la|le|les)\b",
    ),
    (
        Heading.AUDIENCE,
        0.6,
        r"\bpour (?:les|des) (?:habitants|jeunes|familles|agriculteurs|personnes agees|seniors|saisonniers|eleves|enfants|entreprises|salaries|etudiants|touristes|menages|voisins|abonnes|riverains|artisans)\b",
    ),
    (
        Heading.LAUNCH,
        0.5,
        r"\b(?:est|sont|serait|se di(?:t|sent)) (?:deja |tous |toutes )?(?:interessee?s?|volontaires?|partante?s?|prete?s? a|d'accord pour|disponibles?)\b|\b(?:fourni|prete)r(?:ait|aient|a|ont)\b|\breste a (?:\w+er|\w+ir|faire|mettre)\b|\bsait (?:porter|garder|instruire|faire|monter)\b|\b(?:a|ont|avons) (?:deja )?(?:trouve|prete|promis|repere) (?:un|une|des|deux|trois|ses|leurs)\b|\bcondition\b",
    ),
)
WHERE = re.compile(
    r"\ble (?:site|lieu|terrain)s?(?: d'essai)?\b|\bsur l'ancien|\bdans l'ancien|\bautour d(?:e|u|es) |\bconcernee?s? d'abord\b|\bd'abord, puis\b|^(?:ou|lieu) ?:|\bse (?:reunirait|tiendrait|poserait|placerait|trouverait)\b|\b(?:s'installerait|serait (?:posee?|installee?|placee?|logee?))\b"
    r"|\bnous (?:avons regarde|pensons a|visons)\b|\b(?:mures?|partants?|partantes|citee?s)\b|\ba l'emplacement\b|\bun (?:terrain|local|hangar|batiment) (?:\w+ ){0,3}(?:a|est|attend|vide)\b|\bl'imagin(?:ons|ait|e)\b|\bdisponibles? a\b|\bcommencer(?:ait)? (?:a|par)\b"
)
WHERE_SCORE = 0.6
FIGURES = _signs(
    (
        Heading.OBSERVATION,
        0.7,
        r"\b\d+(?:[.,]\d+)? ?%|\b\d[\d  .,]{0,14} ?(?:€|euros|m€|hectares|ha|km|m²|m³|tonnes|kwh|mwh|gwh|habitants|emplois|logements|personnes|repas|communes|millions?|degres)\b|\bsur (?:deux|trois|quatre|cinq|dix)\b|\bdepuis (?:19|20)\d\d\b|\bmanque d|\ba (?:perdu|baisse|augmente|diminue|double|triple|ferme|disparu)\b|\bconstat",
    ),
    (
        Heading.OBSERVATION,
        0.6,
        r"\b(?:n'ont|n'a|n'y a|n'avons|ne trouvent?|ne reste|ne passe) (?:plus|pas|que|guere|aucune?)\b|\b(?:nous avons|on a|a) (?:\w+ )?(?:compte|releve|mesure|denombre)\b|\bpris sa retraite\b|\bfaute d(?:e|')|\b(?:personne|aucune?) \w+ ne\b|^(?:personne|aucune?) |\b(?:ferme|bute|rouille|deborde|attend)(?:nt)? (?:depuis|sur|encore|toujours)\b|\bliste d'attente\b|\ba moitie (?:plein|vide)|\b(?:tiers|moitie|quart) (?:de|des|du)\b|\bcompte \d|\b(?:fait|font) peur\b|\binquiete",
    ),
)


def first_sign(signs: Iterable[Sign], flat: str) -> tuple[Heading, float] | None:
    return next(((heading, score) for heading, score, pattern in signs if pattern.search(flat)), None)
