"""What is written beside the matter: notices on the document itself, errands of those who met, aims quoted from elsewhere."""

import re
from collections.abc import Iterator

from semailles.engines.extracting.cues import patterns
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.shapes import Sign
from semailles.engines.extracting.units import Unit

DOCUMENT = (
    r"(?:texte|document|rapport|carnet|releve|tableau|manifeste|journal|cahier|dossier|compte[- ]rendu|recueil|diaporama|fichier|livret)"
)
ASIDES = patterns(
    (
        "notice",
        r"^jeu de (?:demonstration|donnees)\b|\bdocument de travail\b|\bversion (?:provisoire|de travail|non relue|du \d)|\b(?:ne pas|diffusion) (?:diffuser|restreinte|interne)\b|\btous droits\b|\breproduction (?:interdite|autorisee)\b|\btoute ressemblance\b|\b(?:personnages|personnes|noms) (?:\w+ ){0,3}(?:fictifs|fictives|changes|modifies)\b|\ba titre d'illustration\b|^brouillon\b|\bconfidentiel\b",
    ),
    (
        "errand",
        rf"^(?:a faire|penser a|pense-bete|ne pas oublier|to do|todo|memo) ?[:(]|^(?:ne pas oublier|penser) (?:a|de|d')|^(?:remercier|relire|se relire|imprimer|photocopier|scanner|excuser|balayer|re?garer|ranger)\b|^rendre (?:la|les) (?:cles?|salle|badges?)\b|^(?:demander|prendre|recuperer|chercher|garder|retrouver|rapporter) (?:la|les|le|l') ?(?:cles?|badges?|echarpe|gants|parapluie|veste|manteau|cafetiere|rallonge|projecteur|videoprojecteur|feuilles|panneaux d'affichage|gobelets|chaises)\b|^(?:r?envoyer|transmettre|diffuser|finir|terminer|corriger|taper|recopier|mettre au propre|completer|boucler) (?:le|la|les|ce|cette|ces|nos|notre) (?:{DOCUMENT}|comptes? rendus|notes?|photos?|diapos?|liste|mail|invitations?|feuille)\b|^(?:re)?(?:appeler|lancer|prevenir|contacter) (?:m\.|mme|le maire|la mairie pour)\b|^reserver (?:la|une) (?:salle|date)\b|\bdemand\w+ (?:notre|nos|votre|vos) (?:liste|reponse|comptes? rendus?|textes?|dossiers?|avis|bilans?)\b|\bdemand\w+ a (?:voir|lire|relire|recevoir|savoir)\b",
    ),
    (
        "about-text",
        rf"^ce qu(?:e|i|'on) .{{0,80}}\b(?:appren|raconte|enseigne|nous (?:dit|disent))|\b(?:ce|notre|le present|du present|dans le) {DOCUMENT}\b|^une? (?:ligne|fiche|page|feuille) par (?:action|projet|idee|equipe|groupe|theme)\b|\bla colonne (?:des?|du|de la)\b|^les (?:phrases|lignes|passages|encadres|chiffres|mots|pages|couleurs|asterisques) (?:qui|en|marquees?|soulignees?|entre)\b|^(?:le|la|celui|celle|ceux) (?:passage|chapitre|partie|page|paragraphe|d[eu]s?|de la) .{{0,60}}, (?:le|la|les) plus \w+\b|\b(?:cette|chaque) (?:colonne|page|ligne|fiche|annexe)\b|\btexte (?:lu|relu|adopte|remis)\b",
    ),
    (
        "cited",
        r"\((?:[^()]{0,60}[ ,])?(?:[\w-]+(?:\.[\w-]+)*\.(?:org|com|fr|net|eu|info)|(?:insee|ademe|iaurif|source)[^()]{0,40})(?:, (?:19|20)\d\d)?\)|\([^()]{2,40}, (?:19|20)[0-2]\d\)",
    ),
    (
        "example",
        r"\b(?:programme|territoire|departement) voisin\b|\bmontr\w+ l'(?:exemple|ambition)\b|\bun (?:exemple|precedent) (?:donne|est|existe|montre)\b|\b(?:l'a|l'ont) deja (?:tente|fait|essaye)\b|\bcite(?:nt)? (?:le|la|l'|les|en) |\bavai(?:t|ent) (?:commence|montre|ouvert|tente|adopte)\b",
    ),
    (
        "quoted-aim",
        r"\bobjectifs? (?:affiches?|fixes?|officiels?|nationa(?:l|ux)|regiona(?:l|ux)|lega(?:l|ux)|reglementaires?|annonces?|inscrits?|de la (?:loi|region|strategie nationale)|du (?:schema|departement|plan national|scot|sraddet))\b",
    ),
)
SPEAKS_OF_ITSELF = re.compile(
    rf"\b{DOCUMENT}s?\b|\b(?:relu|redige|imprime|recopie|mis en page|prepare|transcrit|remis)e?s?\b|\b(?:pages?|lignes|version|illustration|mention|licence)\b"
)
ERRANDS = re.compile(
    r"^a faire (?:avant|d'ici|pour) (?:\w+ |l'|la ){0,3}(?:prochaine?|restitution|reunion|seance|fois|rendu)\b|^pense-bete|^(?:logistique|intendance)\b"
)
LAST = 2


def aside_signs(length: int, unit: Unit) -> Iterator[Sign]:
    """Signs that a passage is beside the matter; the last of the `length` blocks of a document often speak of the document."""
    for pattern in ASIDES:
        if found := pattern.expression.search(unit.flat):
            yield pattern.code, unit.core[found.start() : found.end()]
    if ERRANDS.search(flattened(unit.heading)) or ERRANDS.search(flattened(unit.lead)):
        yield "errand", unit.heading or unit.lead
    if unit.block >= max(1, length - LAST) and (found := SPEAKS_OF_ITSELF.search(unit.flat)):
        yield "closing", unit.core[found.start() : found.end()]
