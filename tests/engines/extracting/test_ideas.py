"""What is an idea, and what is not."""

from collections.abc import Callable, Sequence

import pytest

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import IdeaKind

Quotes = Callable[[Sequence[Block]], list[str]]
Build = Callable[[Sequence[tuple[BlockKind, str]]], list[Block]]
P, H, L, N = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.NOTE

SAID = (
    "On pourrait installer une consigne à vélos sous la halle du marché.",
    "Il serait utile de cartographier les puits privés avec les lycéens.",
    "Pourquoi ne pas transformer la caserne en résidence d'artistes ?",
    "Et si la salle des mariages devenait un café le mercredi ?",
    "Il faut ouvrir un dispensaire au rez-de-chaussée de la tour.",
    "Les berges doivent être rendues aux promeneurs avant la fin du mandat.",
    "Les riverains demandent un mur antibruit le long de la rocade.",
    "Le groupe imagine une ferme maraîchère sur le toit du centre commercial.",
    "Nous rêvons d'une place sans voitures où les enfants jouent après l'école.",
    "Que chaque quartier ait son four à pain et son composteur !",
    "Plantons des vergers sur les talus de l'autoroute.",
    "Le syndicat mettra ses camions à disposition des épiceries solidaires chaque lundi.",
    "Il est proposé de mutualiser les tondeuses entre les cinq hameaux.",
    "Créer une monnaie locale avec les commerçants du centre.",
    "We should turn the old depot into a shared workshop for repair.",
)
TOLD = (
    "La commune compte 4 200 habitants, dont 31 % de retraités.",
    "Le marché a lieu tous les samedis depuis 1962.",
    "Nous avons visité trois fermes et rencontré le maire.",
    "Merci à toutes et à tous pour votre présence.",
    "La prochaine réunion aura lieu le 12 mai à 18 h.",
    "Bonjour à tous,",
    "La piscine est fermée depuis deux ans.",
    "Le taux de vacance atteint 17 % dans le centre ancien.",
    "Un habitant explique que son père travaillait déjà à la filature.",
    "Source : recensement agricole de 2020.",
    "L'usine a supprimé 140 postes l'an dernier.",
    "Contact : atelier@exemple.fr",
)


@pytest.mark.parametrize("sentence", SAID)
def test_a_call_for_action_is_an_idea_in_every_grammar(sentence: str, document: Build, quotes: Quotes) -> None:
    blocks = document([(P, "Notes du groupe, prises à plusieurs mains."), (P, sentence)])

    assert quotes(blocks) == [sentence.rstrip(".")]


@pytest.mark.parametrize("sentence", TOLD)
def test_a_fact_is_no_idea(sentence: str, document: Build, quotes: Quotes) -> None:
    blocks = document([(P, "Notes du groupe, prises à plusieurs mains."), (P, sentence)])

    assert quotes(blocks) == []


def test_a_sentence_is_taken_out_of_its_paragraph_without_its_neighbours(document: Build) -> None:
    text = "Le lavoir date de 1880. On pourrait en faire un bain public chauffé au bois. Deux conseillers ont souri."
    blocks = document([(P, "Compte rendu rédigé par Zoé."), (P, text)])

    idea = extract(blocks).ideas[0]

    assert (idea.quote, idea.span.block) == ("On pourrait en faire un bain public chauffé au bois", 1)
    assert text[idea.span.start : idea.span.end] == idea.quote


def test_people_present_and_agenda_are_no_ideas(document: Build, quotes: Quotes) -> None:
    parts = [
        (H, "Compte rendu"),
        (H, "Présents"),
        (L, "Yasmina Le Goff, association Terre et Toits"),
        (L, "Un représentant de la préfecture"),
        (H, "Ordre du jour"),
        (L, "Retour sur la visite"),
        (L, "Projet de halle"),
        (L, "Questions diverses"),
    ]

    assert quotes(document(parts)) == []


def test_a_heading_that_says_what_to_do_is_an_idea_and_one_that_names_a_topic_is_not(document: Build, quotes: Quotes) -> None:
    parts = [
        (H, "Rapport final"),
        (H, "Les mobilités"),
        (P, "Le bus passe deux fois."),
        (H, "Rouvrir la gare aux voyageurs"),
        (P, "Elle est fermée depuis 1969."),
    ]

    assert quotes(document(parts)) == ["Rouvrir la gare aux voyageurs"]


def test_bullets_inherit_the_sense_of_what_announces_them(document: Build, quotes: Quotes) -> None:
    proposed = [
        (H, "Rapport"),
        (H, "Nos propositions"),
        (L, "Une maison médicale itinérante pour les vallées"),
        (L, "Compostage partagé dans chaque résidence"),
    ]
    observed = [(H, "Rapport"), (H, "Constats"), (L, "Une maison médicale fermée en 2019"), (L, "Des volets clos toute l'année")]

    assert quotes(document(proposed)) == [text for _, text in proposed[2:]]
    assert quotes(document(observed)) == []


def test_speaker_notes_carry_ideas(document: Build, quotes: Quotes) -> None:
    parts = [
        (BlockKind.TITLE, "Restitution"),
        (BlockKind.TITLE, "La forêt"),
        (N, "Parler lentement. Il faudrait replanter des haies le long du canal. Montrer la photo."),
    ]

    assert quotes(document(parts)) == ["Il faudrait replanter des haies le long du canal"]


def test_a_table_gives_its_column_of_actions_and_not_its_actors_dates_or_facts(
    row: Callable[[dict[str, str]], Block], quotes: Quotes
) -> None:
    blocks = [
        Block("Tableau", BlockKind.HEADING, Locator()),
        row(
            {
                "Thème": "Eau",
                "Constat": "28 % de fuites",
                "Action": "Renouveler les canalisations du bourg",
                "Porteur": "Régie des eaux",
                "Échéance": "2027",
            }
        ),
        row(
            {
                "Thème": "Bois",
                "Constat": "Une seule scierie",
                "Action": "Plateforme de séchage partagée",
                "Porteur": "Commune",
                "Échéance": "2028",
            }
        ),
    ]

    assert quotes(blocks) == ["Renouveler les canalisations du bourg", "Plateforme de séchage partagée"]


def test_a_row_already_done_is_no_idea(row: Callable[[dict[str, str]], Block], quotes: Quotes) -> None:
    blocks = [Block("Tableau", BlockKind.HEADING, Locator()), row({"Quoi": "Inventaire des haies", "Qui": "équipe", "État": "fait"})]

    assert quotes(blocks) == []


def test_the_reasons_are_given_strongest_first() -> None:
    blocks = [Block("Notes", BlockKind.HEADING, Locator()), Block("Il faudrait ouvrir un jardin partagé.", BlockKind.PARAGRAPH, Locator())]

    cues = extract(blocks).ideas[0].cues

    assert [cue.code for cue in cues][:1] == ["obligation"]
    assert [abs(cue.weight) for cue in cues] == sorted((abs(cue.weight) for cue in cues), reverse=True)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nous rêvons d'une vallée sans voitures en 2050.", IdeaKind.VISION),
        ("Les familles demandent une crèche ouverte le soir.", IdeaKind.NEED),
        ("On pourrait planter des noyers sur la digue.", IdeaKind.PROPOSAL),
        ("La commune ouvrira une recyclerie dans l'ancienne gare, 40 000 € sont votés.", IdeaKind.PROJECT),
    ],
)
def test_an_idea_is_a_need_a_proposal_a_project_or_a_vision(sentence: str, kind: IdeaKind, document: Build) -> None:
    blocks = document([(P, "Notes de la soirée."), (P, sentence)])

    assert [idea.kind for idea in extract(blocks).ideas] == [kind]


def test_a_telegraphic_quote_takes_its_heading_to_be_understood(document: Build) -> None:
    blocks = document([(H, "Paperboard"), (H, "Propositions pour le port"), (L, "Créer une halle couverte")])

    assert [idea.text for idea in extract(blocks).ideas] == ["Propositions pour le port : Créer une halle couverte"]


def test_a_running_title_counts_once(quotes: Quotes) -> None:
    title = Block("Rouvrir la ligne des vignes", BlockKind.TITLE, Locator())
    first = Block("Diaporama", BlockKind.TITLE, Locator())

    assert quotes([first, title, title]) == ["Rouvrir la ligne des vignes"]
