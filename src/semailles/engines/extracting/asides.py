"""What is written beside the matter: notices on the document itself, errands of those who met, aims quoted from elsewhere."""

import re
from collections.abc import Iterator

from semailles.engines.blocks import BlockKind
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
        rf"^(?:a faire|penser a|pense-bete|ne pas oublier|to do|todo|memo) ?[:(]|^(?:ne pas oublier|penser) (?:a|de|d')|^(?:remercier|relire|se relire|imprimer|photocopier|scanner|excuser|balayer|re?garer|ranger)\b|^rendre (?:la|les) (?:cles?|salle|badges?)\b|^(?:demander|prendre|recuperer|chercher|garder|retrouver|rapporter) (?:la|les|le|l') ?(?:cles?|badges?|echarpe|gants|parapluie|veste|manteau|cafetiere|rallonge|projecteur|videoprojecteur|feuilles|panneaux d'affichage|gobelets|chaises)\b|^(?:r?envoyer|transmettre|diffuser|finir|terminer|corriger|taper|recopier|mettre au propre|completer|boucler) (?:le|la|les|ce|cette|ces|nos|notre) (?:{DOCUMENT}|comptes? rendus|notes?|photos?|diapos?|liste|mail|invitations?|feuille)\b|^(?:re)?(?:appeler|lancer|prevenir|contacter) (?:m\.|mme|le maire|la mairie pour)\b|^reserver (?:la|une) (?:salle|date)\b|^(?:r?envoyer|transmettre|diffuser|faire circuler|mettre en ligne|recuperer|legender|relayer) (?:[\w'-]+ ){{0,3}}(?:comptes?|resultats|photos|fiches|corrections|mails?|listes?|diapos|documents?|lien|doodle|cr|invitations?|questionnaires?|releves?)\b|^prendre (?:rendez-vous|rdv|contact) avec|^(?:caler|fixer|trouver|confirmer) (?:la|une|les|l') ?(?:dates?|prochaine|salle|horaire|heure)\b|^harmoniser (?:les|nos) (?:fiches|textes|documents|notes)|^prevoir (?:du|de la|le|les|un|une|des) (?:cafe|gouter|rallonges?|videoprojecteur|feutres|chaises|boissons|biscuits|multiprises?|traduction|micro)\b|^preparer (?:la|le|les) (?:restitution|reunion|presentation|diaporama|diapos|power)|^rendre (?:le|la|les) (?:gilets?|cles?|salle)|\bdemand\w+ (?:notre|nos|votre|vos) (?:liste|reponse|comptes? rendus?|textes?|dossiers?|avis|bilans?)\b|\bdemand\w+ a (?:voir|lire|relire|recevoir|savoir)\b",
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
        "discarded",
        r"\b(?:non|pas) (?:ete )?retenue?s?\b|(?:[:,;(–-] ?|\b(?:est|sont|ete|fut|furent|finalement|vite|a) )(?:rejetee?s?|ecartee?s?|refusee?s?|repoussee?s?|abandonnee?s?|enterree?s?|retiree?s?)\b|\bmis(?:e|es)? de cote\b|\bhors (?:de portee|de question)\b|\bon (?:n'y revient|n'en parle|oublie|laisse tomber)\b|\blaissee?s? tomber\b|\bpas de majorite\b|\btrop (?:loin, trop |complique, trop )?chere?s? ?(?:[.;,)!]|$)|\b(?:plaisanterie|boutade|c'etait une blague|fausse bonne idee|irrealistes?|utopique)\b|\bdecide(?:nt|e)? de ne pas\b|\btombee? a l'eau\b|\bsans (?:suite|objet)\b|\brien a prevoir\b|\bpersonne n'en veut\b|\bdeconseille\w*\b",
    ),
    (
        "formula",
        r"^(?:a l'attention d|je vous prie|nous vous prions|veuillez |dans l'attente de|mesdames|messieurs|madame|monsieur|cher(?:e|s|es)? (?:amis?|amies?|collegues?|habitante?s?|tous|toutes|president|presidente|madame|monsieur|voisine?s?)|vive (?:la|le|l')|remerciements? ?:|signe ?:|(?:pour )?copie ?:|objet ?:|p\.?j\.? ?:|bon appetit|belle (?:soiree|journee)|bien a vous)",
    ),
    (
        "quoted-aim",
        r"\bobjectifs? (?:affiches?|fixes?|officiels?|nationa(?:l|ux)|regiona(?:l|ux)|lega(?:l|ux)|reglementaires?|annonces?|inscrits?|de la (?:loi|region|strategie nationale)|du (?:schema|departement|plan national|scot|sraddet))\b",
    ),
)
SPEAKS_OF_ITSELF = re.compile(
    rf"\b{DOCUMENT}s?\b|\b(?:relu|redige|imprime|recopie|mis en page|prepare|(?:re)?transcrit|remis|tape)e?s?\b|\b(?:pages?|lignes|version|illustration|mention|licence)\b"
)
ERRANDS = re.compile(
    r"^secretariat\b|^taches?\b|\bpour la prochaine (?:fois|reunion|seance)\b|\bqui fait quoi (?:avant|d'ici)\b|^a faire (?:avant|d'ici|pour) (?:\w+ |l'|la ){0,3}(?:prochaine?|restitution|reunion|seance|fois|rendu)\b|^pense-bete|^(?:logistique|intendance)\b"
)
DISCARDED = re.compile(
    r"\b(?:pas|non) retenue?s?\b|\becartee?s?\b|\babandonnee?s?\b|\brejetee?s?\b|\blaissee?s? de cote\b|\bon (?:ne veut|n'a) pas\b|\bce qu(?:e nous|'on) ne (?:veut|voulons)\b|\bfausses bonnes\b"
)
CHAPTER = re.compile(
    r"(?:ce qu(?:e|i|'on|'il)\b|et (?:demain|apres|maintenant)\b|(?:nos |les |quelques )?(?:pistes|idees|propositions|actions|projets|orientations|souhaits|envies|besoins|reves|constats|enjeux|horizons?)(?: \w+){0,3}$)"
)
TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
FIRST, LAST = 4, 2


def aside_signs(length: int, unit: Unit) -> Iterator[Sign]:
    """Signs that a passage is beside the matter; the first and the last of the `length` blocks of a document often speak of it."""
    for pattern in ASIDES:
        if found := pattern.expression.search(unit.flat):
            yield pattern.code, unit.core[found.start() : found.end()]
    if ERRANDS.search(flattened(unit.heading)) or ERRANDS.search(flattened(unit.lead)):
        yield "errand", unit.heading or unit.lead
    if DISCARDED.search(flattened(unit.heading)) or DISCARDED.search(flattened(unit.lead)):
        yield "discarded", unit.heading or unit.lead
    if unit.kind in TITLES and unit.words and CHAPTER.match(unit.flat):
        yield "chapter", unit.core
    if (unit.block >= max(1, length - LAST) or unit.block < FIRST) and (found := SPEAKS_OF_ITSELF.search(unit.flat)):
        yield "closing", unit.core[found.start() : found.end()]
