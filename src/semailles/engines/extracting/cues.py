"""Signs that words give, each a code and a regular expression on the flattened passage. Codes are stable: callers translate them.

Bounded repetitions only: every expression is linear in the passage's length.
"""

import re
from dataclasses import dataclass

WISHES = r"propos|suggèr|suggér|demand|réclam|souhait|revendiqu|préconis|recommand|imagin|rêv|espèr|espér|pron|plaid|milit|envisag|évoqu|exig|aspir|insist"


@dataclass(frozen=True, slots=True)
class Pattern:
    """`accented`: to be looked for where accents are kept (« demande » calls, « demandé » tells)."""

    code: str
    expression: re.Pattern[str]
    accented: bool


def patterns(*rows: tuple[str, str]) -> tuple[Pattern, ...]:
    return tuple(Pattern(code, re.compile(expression), any(sign in "éèêà" for sign in expression)) for code, expression in rows)


CALLS = patterns(
    (
        "obligation",
        r"\b(?:il (?:nous |leur |vous )?(?:faut|faudra|faudrait)|faudrait[- ]il|(?:leur|nous|y) (?:faut|faudrait)|faut(?! une? heure)|faudrait)\b",
    ),
    (
        "ought",
        r"\b(?:devrai(?:t|ent)|devrions|devriez|devra|devront|devrons|(?:doit|doivent|devons)(?= (?:\w+ ){0,4}(?:s'|se |l')?\w+(?:er|ir|re|oir|enir)\b)|se doi(?:t|vent))\b",
    ),
    ("could", r"\b(?:pourrai(?:t|ent)|pourrions|pourriez|saurait)\b"),
    ("can", r"\b(?:peut|peuvent|pouvons) (?:aussi |donc |bien |tout a fait |parfaitement |facilement |etre |devenir |servir )"),
    (
        "useful",
        r"\b(?:utile|bienvenue?s?|souhaitable|opportun|pertinent|judicieux|interessant|du luxe|arrangerait|rendrait|merite(?:rait|raient|nt)?(?! d'etre (?:gardee?|notee?|lue?|dite?))|gagnerait|gagneraient|vaudrait mieux|ferait du bien|changerait|aiderait|serait (?:bien|bon|ideal|beau|formidable|mieux|logique|precieux|chouette|genial|super)(?= (?:de|d'|que|qu'|pour|si))|il est possible)\b",
    ),
    (
        "pressing",
        r"\b(?:(?:il est |est )?(?:grand )?temps (?:que|de|d')|urgent|urgence|indispensables?|necessaires?|essentiel|primordial|imperatif|crucial|prioritaires?|il (?:convient|conviendra|importe|s'agit|suffit|suffirait)|conviendrait|suffirait|en priorite|priorite (?:a|au|aux)|ne peut plus|condition de|incontournable|impose)\b",
    ),
    (
        "need",
        r"\b(?:besoins?|necessite de|manquerait|nous manque|manque (?:de|d'|un|une)|attentes? (?:des|de la|fortes?|exprim\w+)|reste a|restera a)\b",
    ),
    (
        "wish",
        rf"(?<!\bla )(?<!\bune )(?<!\bde )(?<!\ben )(?<!\bsur )(?<!\bcette )(?<!\bles )(?<!\bdes )(?<!\bsa )(?<!\bleur )(?<!\bne )\b(?:{WISHES})(?:e|ent|ons|ait|aient|erions|erait|eraient|ions)?\b(?! (?:(?:si|pourquoi|comment|quand|pardon|encore si)\b|\d))",
    ),
    (
        "want",
        r"\b(?:offre(?:nt)? d(?:e |')|(?:est|sont) prete?s? a|se proposent? d|voulons|veut(?: que| une?| des)|veulent|voudrait|voudraient|voudrions|aimerais|aimerait|aimeraient|aimerions|verrait|verraient|attendons|attend(?:ent)? (?:de|des|du|d') ?(?:\w+'? ?){1,5}(?=qu)|tiennent a|tient a ce|j'ajoute|serait d'|consisterait|appelle(?:nt)? (?:a|de (?:ses|leurs))|appelons|voi(?:t|ent) plutot|veut qu|n'a qu'a|n'avons qu'a|ferait l'affaire|feraient l'affaire|ferait une?|feraient des?)\b",
    ),
    ("wish:past", rf"\b(?:a|ont|avons|ai) (?:\w+ )?(?:{WISHES})(?:é|ée|és)\b(?! un devis)"),
    (
        "proposed",
        r"\b(?:est|sont|a ete|ont ete|serait|etait) (?:\w+ )?(?:decide (?=de |d'|que |qu')|convenu (?=de |d'|que |qu')|acte (?=de |d'|que )|proposee?s?|demandee?s?|suggeree?s?|souhaitee?s?|envisagee?s?|preconisee?s?|recommandee?s?|imaginee?s?|evoquee?s?|attendue?s?)",
    ),
    (
        "notion",
        r"\b(?:l'idee|une idee|idee (?:de|d'|:)|proposition (?:de|:)|le souhait|l'envie|cette envie|le voeu|le reve|c'est son reve|notre ambition|l'ambition|l'objectif|objectif :|projet (?:de|d')|piste (?:de|d'|:)|demande (?:de|d'|des|du|forte)|soutenons|soutient|soutenir|favorables? a|on vise|nous visons|d'accord pour|unanim\w+|s'engage(?:nt)? a|engageons|suis pour|sommes pour|plaidoyer)\b",
    ),
    ("why-not", r"\bpourquoi (?:ne )?pas\b(?! ?[»”])|\bpourquoi .{0,60}r(?:ait|aient|ions)\b|\bwhy not\b"),
    (
        "what-if",
        r"^(?:\W|et |alors |ou )*si (?:on|l'on|nous|la|le|les|chaque|un|une|l')\b.{0,300}\?|\bet si (?:on|l'on|nous|la|le|les|chaque|un|une|l'|ca)\b",
    ),
    (
        "could-we",
        r"\b(?:est-ce qu'on ne|ne pourrai[ts]-(?:on|il|elle)|ne pourrait|ne pourrions-nous|pourrait-on|pourrions-nous|peut-on (?:imaginer|envisager)|ne peut-on|a quand)\b",
    ),
    (
        "that",
        r"(?:^|: )(?:\W|et |enfin |alors |mais )*(?:que(?! (?:faire|de|d'|fait|font|va|vont|voulons|disent|dit|retenir|sait|peut))|qu')(?: |\b)(?!est-ce).{8}",
    ),
    (
        "imperative",
        r"\b\w{2,}(?:ons|ez)-(?:la|le|les|nous|en|y|moi|leur|lui)\b|\bne (?:la|le|les) \w+(?:ons|ez) (?:plus|pas)\b|\blaissez|\bfaites(?:-| (?:le|la|les|en|un|une|des|que) )|^faisons",
    ),
    (
        "to-do",
        r"(?:^|[:,;(–-] ?|\b(?:reste|est|sont|serait|chose|travail) )a (?:\w+ ){0,2}(?:\w{2,}(?:er|ir)|mettre|faire|prevoir|construire|reprendre|ouvrir)\b",
    ),
    (
        "target",
        r"\b(?:d'ici (?:a |la |fin |au |l'|l'an )?(?:\w+ )?(?:\w+ ?){0,2}|a terme|a l'horizon|demain|a moyen terme|a long terme|objectif)\b",
    ),
    ("rather", r"\b(?:plutot qu(?:e|')|au lieu (?:de|d')|a la place d|pas seulement|en echange)\b"),
    (
        "so-that",
        r"\b(?:pour que|pour qu'|afin (?:de|d'|que|qu')|de (?:maniere|facon|sorte) (?:a|que)|permettrait|permettant|pour (?:(?:y|en|ne|les|la|le|leur|mieux|se|s'|l') ?)?\w+(?:er|ir|ire|re|oir))\b",
    ),
    (
        "shared",
        r"\b(?:partagee?s?|mutualisee?s?|mutualiser|communs?|collecti(?:f|ve|fs|ves)|ensemble|cooperati(?:f|ve|ves)|solidaires?|intergenerationnel\w*|participati\w+|itinerante?s?|mobiles?|gratuite?s?|a la demand|ouverte?s? a)\b",
    ),
    (
        "each",
        r"\b(?:(?:un|une|deux|trois) (?:\w+ )?(?:par|dans chaque)|(?:dans|pour|par|derriere|devant|a) chaque|chaque (?:\w+ ){0,1}(?:village|commune|bourg|quartier|hameau|ecole|maison|rue|an|annee|mois|foyer|eleve)|par (?:village|bourg|commune|quartier|hameau|an|mois|semaine)|partout|tous les (?:ans|mois|jours|quartiers|villages|deux ans)|une fois (?:par|l'an))\b",
    ),
    (
        "reuse",
        r"\b(?:dans l'ancien(?:ne)?|l'ancien(?:ne)?|anciens|vides?|inutilisee?s?|desaffectee?s?|inoccupee?s?|abandonnee?s?|friches?)\b",
    ),
)

FACTS = patterns(
    ("already", r"\b(?:deja|desormais|actuellement|aujourd'hui|en ce moment|existe deja|pour l'instant|toujours pas)\b"),
    (
        "since",
        r"\b(?:depuis|il y a|l'an (?:dernier|passe)|annee (?:derniere|passee)|hier|la semaine derniere|le mois dernier|en (?:19|20)[0-2]\d\b|entre (?:19|20)\d\d|autrefois|^avant\b|naguere|a l'epoque)\b",
    ),
    (
        "figure",
        r"\d ?%|\b\d[\d  .,]{0,14} ?(?:€|euros?|m€|k€|millions?|milliards?|ha|hectares|km|m²|m³|m2|kwh|mwh|gwh|kwc|tonnes?|t|habitants|emplois|logements|salaries|personnes|voix|pages|jours|ans)\b|\bsur (?:deux|trois|quatre|cinq|dix|cent|\d+)\b",
    ),
    ("label:number", r":\s*(?:environ |pres de |≈ ?|\+ ?)?\d[^:]{0,25}$"),
    (
        "team",
        r"^(?:equipe|groupe|panel|table|atelier|feuille|seance|phase|kilometre|km|jour|annexe|page|diapo|fiche|tableau|figure|photo) (?:n° ?)?\d",
    ),
    ("number:first", r"^(?:environ |pres de |plus de |moins de |seulement |\+ ?|- ?|≈ ?|~ ?)?\d"),
    ("average", r"\b(?:en moyenne|moyenne?|taux|part de|deficit|hausse|baisse de|augmentation de|contre \d|ecart|median)\b"),
    (
        "thanks",
        r"\b(?:merci|remerci\w+|excus\w+|bonjour|bonsoir|cordialement|amities|amicalement|bien a (?:toi|vous)|a bientot|bonne (?:nuit|journee|soiree)|salut|pardon|desole|applaudi\w*|bravo|coucou|bises?|thanks|thank you)\b",
    ),
    (
        "meeting",
        r"\b(?:prochaine? (?:reunion|seance|rencontre|atelier|fois|soiree)|reunions?|seances?|pleniere|ordre du jour|compte[- ]rendus?|tour de table|releve de (?:decisions|conclusions)|relecture|mise en page|restitution|(?:\d+|les|des|nos|ces) entretiens|entretiens? (?:avec|individuel|semi)\w*|questionnaire|atelier (?:n°|numero|\d)|secretaire de seance|secretariat|fin de|debut de|pause|diapo|powerpoint|projecteur|\(logistique\)|logistique :|videoprojecteur|salle (?:est|etait) reservee|covoiturage pour la|photos?|annexe|page|voir (?:annexe|tableau|onglet|carte|p\.)|cf)\b",
    ),
    (
        "clock",
        r"\b(?:\d{1,2} ?h(?: ?\d{2})?|\d{1,2}h\d{2}|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d|\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))\b",
    ),
    (
        "source",
        r"\b(?:sources?|d'apres|selon (?:[\w-]+\.(?:org|com|fr|net|eu)|l'insee|les chiffres|le recensement|la|l')|enquete|recensement|insee|inventaire \d|statistiques?|credit)\b",
    ),
    (
        "contact",
        r"@|\bhttps?:|\bwww\.|\btel(?:ephone)? ?[:.]|\b0\d(?:[ .]\d\d){4}\b|^(?:de|a|cc|objet|date|envoye|sujet|from|to|subject|sent) ?: ",
    ),
    (
        "telling",
        r"\b(?:rappelle(?:nt)?|precise(?:nt)?|indique(?:nt)?|confirme(?:nt)?|explique(?:nt)?|cite(?:nt)?|raconte(?:nt)?|remarque(?:nt)?|repond(?:ent)?|signale(?:nt)?|souligne(?:nt)?|estime(?:nt)?|craint|craignent|constate(?:nt)?|note(?:nt)?|doute(?:nt)?|avertit|dit|disent|a (?:explique|presente|rappele|precise|repondu|confirme|indique|signale|annonce))\b",
    ),
    (
        "denied",
        r"^(?:(?!\bavant qu).)*?\b(?:n'|ne )\w+(?:'\w+)? (?:\w+ )?(?:pas|plus|rien|jamais|aucune?|personne|guere)\b|^(?:pas (?:de|d'|encore)|aucune?|personne|rien)\b",
    ),
    (
        "unwanted",
        r"\bne (?:veu\w+|voul\w+|souhait\w+|demand\w+|cherch\w+) pas\b|\b(?:se retire(?:nt)?|s(?:'est|e sont) retiree?s?|renonce(?:nt)?|(?:a|ont) renonce|jette(?:nt)? l'eponge)\b",
    ),
    (
        "crowd",
        r"^(?:une (?:quinzaine|vingtaine|dizaine|trentaine|douzaine|centaine) de|(?:quelques|plusieurs|\d+) (?:personnes|participants))\b",
    ),
    (
        "label:fact",
        r"^(?:constats?|rappels?|forces?|faiblesses?|atouts?|freins?|points? (?:forts?|faibles?)|sources?|note|nb|n\.b|attention|risques?|menaces?|cout|budget|contact|photos?|longueur|proprietaires?|duree|date|lieu|\+|-|−|p\.?s|redaction|excuses?|presents?|animation|version|total|superficie|population|reserves?|question|reponse|exemples?|consigne|contexte|meteo|intervenante?s?|autour de la table|etaient (?:la|presente?s?)|retranscription|objectif affiche) ?(?:\w+ ){0,3}:",
    ),
    (
        "about-us",
        r"\b(?:nous (?:sommes|avons|etions|remercions|tenons|connaissons|savons|n'avons)|notre (?:groupe|equipe|travail|methode|sujet)|l'equipe|le groupe (?:s'est|est|a)|j'ai|je (?:suis|me|n'ai|sais|ne|passe|mets|reprends)|on (?:a|s'est|est|n'a))\b",
    ),
    ("people", r"\b(?:m\.|mme|monsieur|madame|messieurs)\b"),
    ("but", r"^(?:mais|or|cependant|pourtant|toutefois|sauf|sinon|car|c'est|ce n'est|cela|ca|ceci|voila|idem|oui|non|bref)\b"),
    (
        "doubt",
        r"\b(?:a verifier|a voir|peut-etre|pas de notre ressort|hors sujet|pas notre|debat|discussion|desaccord|clivant|partages|hesite|\(\?\))\b|\?\)",
    ),
)
