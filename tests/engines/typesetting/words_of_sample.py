"""Word lists of the sample book: invented territory, plain institutions."""

TEAMS = (
    (
        "A",
        "L’échelle humaine",
        "Faire émerger des projets qui soient des solutions, à la taille d’une maison, d’une rue, d’un quai de gare.",
    ),
    ("B", "Les espaces ouverts", "Une approche du territoire par les plaines, les lisières et les rivières."),
    ("C", "Dès demain matin", ""),
    ("D", "La stratégie mesurée", "Un manifeste, des chiffres avec leurs bornes, une assemblée des porteurs."),
    ("E", "Les chemins de fer", "Les gares comme places publiques."),
    ("F", "L’eau d’abord", "Le bassin versant commande."),
)
DOCUMENTS = {
    "A": ("rapport-final.docx, § N", "planches.pptx, diapo N"),
    "B": ("carnet-espaces-ouverts.pdf, p. N", "dispositifs.pptx, diapo N"),
    "C": ("initiatives.odt, § N", "Compte rendu de la réunion : fin.docx, § N"),
    "D": ("manifeste.docx, § N", "strategie-mesuree.xlsx, ligne N"),
    "E": ("gares.md, § N",),
    "F": ("eau.txt, § N",),
}
THEMES = (
    "Alimentation et circuits courts", "Mobilités du quotidien", "Bâtiments et matériaux", "Production d’énergie", "Eau et rivières", "Biodiversité ordinaire", "Foncier et aménagement",
    "Formation et métiers", "Économie de la transition", "Gouvernance et citoyenneté", "Fret et logistique", "Patrimoine et tourisme", "Santé", "Numérique sobre", "Déchets et réemploi", "Culture et récits",
)  # fmt: skip
ACTS = (
    "Ouvrir",
    "Regrouper",
    "Planter",
    "Relier",
    "Mesurer",
    "Louer",
    "Garantir",
    "Faire connaître",
    "Acheter en commun",
    "Mettre en réseau",
    "Tester",
    "Restaurer",
    "Partager",
)
TITLES = (
    "une légumerie près de la gare", "la rénovation des pavillons identiques", "les haies des lisières", "les cantines et les fermes", "la chaleur de la rivière", "un atelier vélo mobile", "l’achat de béton de chanvre",
    "un bureau de gare le mardi et le jeudi", "les toits de l’école", "des données communales d’énergie", "le fret fluvial des éco-matériaux", "la source et son lavoir", "les chemins ruraux vers les quais",
    "une assemblée des porteurs", "le compost des quartiers", "des jardins d’entreprise", "une épargne locale fléchée", "la plaine maraîchère", "une boucle de chaleur renouvelable", "le covoiturage du plateau",
    "les compteurs carbone des lycées", "une réserve foncière agricole", "la ressourcerie du canal",
)  # fmt: skip
REASONS = (
    "parce que le trajet le plus court est celui qu’on ne fait pas", "pour que l’argent public serve deux fois", "avant que la terre ne soit vendue", "en commençant par les trois communes qui l’ont demandé",
    "avec les artisans qui savent déjà le faire", "et dire chaque année ce que cela a changé", "sans attendre le prochain schéma",
)  # fmt: skip
SENTENCES = (
    "Le plateau produit ce que la vallée achète plus loin.", "Trois équipes ont dessiné la même halle, chacune sous un autre nom.", "La cantine achète à moins de trente kilomètres dès que la légumerie existe.",
    "Un chantier sur deux jette ce que le suivant commande.", "La gare du matin est vide à dix heures ; elle pourrait accueillir un bureau, une réserve, un atelier.", "Personne ne gouverne à cette échelle, et pourtant tout s’y décide.",
    "Les haies gardent l’eau, le bois et les oiseaux : on les compte rarement ensemble.", "Le premier geste coûte moins de 2000 euros et se fait en une saison.", "Qui signe, qui entretient, qui rend compte ?",
    "La chaleur perdue de la station d’épuration chaufferait 140 logements.", "Les lycéens relèvent les compteurs et publient les résultats.", "Un hectare de maraîchage fait vivre une famille et demie.", "Le fret par la rivière demande un quai, une grue et deux clients réguliers.",
    "Le syndicat prête le terrain pendant neuf ans renouvelables.", "On n’a pas trouvé de chiffre récent ; celui de 2012 sert faute de mieux.", "Chaque équipe a laissé un angle mort, et ce n’est pas le même.", "La voiture reste la règle parce que le dernier kilomètre n’a pas de trottoir.",
    "Une commande annoncée pour cinq ans fait semer ; une subvention d’un an fait attendre.", "Les artisans demandent une formation courte, sur un chantier vrai.", "Le sol vivant est le plus grand réservoir du territoire.",
)  # fmt: skip
HEADINGS = (
    ("description", "Description", "Qui fait quoi, où, pour qui, en trois gestes ?"),
    ("stakes", "Enjeux", "Que gagne le territoire ? Que perd-il si rien ne se fait ?"),
    ("observation", "Constat", "Quels chiffres, de quelle année, de quelle source ?"),
    ("place", "Lieu", "Dans quelles communes, sur quel terrain ?"),
    ("audience", "Pour qui", "Qui s'en sert, combien, qui en est exclu ?"),
    ("launch", "Comment le lancer", "Quel est le premier geste, demain matin ? Qui le fait ?"),
    ("examples", "Exemples", "Où cela s'est-il fait, avec quel résultat ? Qui peut en parler ?"),
)
ACTORS = (
    "Chambre d’agriculture du Val", "Syndicat de la rivière", "Commune d’Orvanne-le-Pont", "Communauté de communes du Plateau", "Association Roue libre", "Établissement foncier", "Opérateur ferroviaire", "Lycée de la Plaine", "Conseil d’architecture",
    "Département", "Région", "Coopérative des Maraîchers", "Gestionnaire du fleuve", "Bailleur social", "Agence de l’énergie", "Chambre de métiers", "Parc naturel", "Collectif des Cuillerées", "Ressourcerie du canal", "Office de tourisme",
    "Conseil de développement", "Université populaire", "Syndicat des déchets", "Banque coopérative", "Fédération du bâtiment", "Réseau des cantines", "Maire délégué", "Directrice d’école", "Chargé de mission énergie", "Président du syndicat",
)  # fmt: skip
