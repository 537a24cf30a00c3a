"""Money that is not that of the process."""

import pytest
from tests.conftest import EXAMPLE
from tests.founding_note import NOTE

from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import Ledger
from semailles.engines.reading import read

PROJECT = """
Projet 3 : une chaufferie bois

La chaufferie servirait la halle et l’école.

Plan de financement :
- ADEME : 40 000 €
- Région : 20 000 €
- Commune : 15 000 €

Dépenses :
- Chaudière : 60 000 €
- Animation du chantier : 5 000 €
- Travaux : 10 000 €
"""
OTHERS = {
    "projet.txt": "Rapport de l’équipe 2\n" + PROJECT,
    "synthese.md": "# Synthèse de l’équipe 2\n\n## La fête des possibles\n\n### Budget\n\nRecettes\n\n- Région : 800 €\n- Buvette : 300 €\n\nDépenses\n\n"
    "- Animation : 500 €\n- Communication : 300 €\n- Repas : 300 €\n",
    "prose.txt": "Compte rendu de l’atelier\n\nLa chaufferie coûterait 40 000 €, la Région en financerait 20 000 €. La cantine dépense 12 000 € par an.\n\n"
    "Ressources : les habitants, les élus, les artisans.\n\nBesoins :\n- une halle\n- des vélos\n- un local de 120 m² à 600 €/mois\n",
    "actions.csv": "Action;Coût;Porteur;Financeurs\nPlanter des haies;5 000 €;Commune;Région\nMettre en forme un livret;3 000 €;CCI;Région\n"
    "Animer des ateliers;2 000 €;CAUE;Département\n",
    "projets.csv": "Projet;Dépenses;Recettes\nCantine;12000;8000\nHaies;5000;2000\nAnimation;3000;1000\n",
    "association.txt": "Comptes de l’association Les Oyats\n\nRecettes :\nCotisations : 1 200 €\nVentes de légumes : 8 000 €\n\n"
    "Dépenses :\nSemences : 900 €\nLoyer : 3 000 €\nOutillage : 1 200 €\n",
    "investissement.txt": "Équipe 4\n\nBesoins d’investissement\nToiture solaire : 80 000 €\nBatteries : 20 000 €\n\n"
    "Financement\nÉpargne citoyenne : 30 000 €\nRégion : 70 000 €\n",
    "fiche.txt": "Note d’organisation de la démarche\n\nLa Région et Eaux Claires ont décidé de financer cette démarche.\n\nFiche 4 : la halle aux légumes\n\n"
    "Coût du projet :\n- Chambre froide : 30 000 €\n- Étals : 12 000 €\n\nFinancement du projet :\n- Région : 20 000 €\n- Commune : 22 000 €\n",
    "figures.md": "# Démarche\n\n| Besoins | Valeur |\n|---|---|\n| Logements | 1 200 |\n| Emplois | 3 400 |\n",
    "meeting.txt": "Réunion du comité de pilotage de la démarche\n\nDépenses de chauffage des familles :\n- 1 800 € par an pour une maison\n- 900 € pour un appartement\n\n"
    "Il faut aider les familles.\n",
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_money_is_not_the_budget_of_the_process(name: str) -> None:
    assert extract(read(name, OTHERS[name].encode()).blocks).ledger == Ledger()


@pytest.mark.parametrize("path", sorted(path for path in EXAMPLE.rglob("*/*") if path.is_file()), ids=lambda path: path.name)
def test_no_document_of_the_example_holds_a_budget_of_the_process(path: object) -> None:
    name, content = path.name, path.read_bytes()  # type: ignore[attr-defined]  # paths of the example

    assert extract(read(name, content).blocks).ledger.lines == ()


def test_a_note_that_also_holds_a_project_gives_only_the_budget_of_the_process() -> None:
    found = extract(read("note.txt", (NOTE + PROJECT).encode()).blocks)

    assert [line.label for line in found.ledger.lines if line.part == "ligne"] == [
        "EPD Île de France",
        "Rail et Rives-DRT",
        "Eaux Claires",
        "CAUE",
        "Assistance groupe de travail",
        "Mise en forme projets",
        "Publications et documents",
    ]


def test_a_budget_gives_no_idea_nor_does_the_sentence_that_decides_it() -> None:
    found = extract(read("note.txt", NOTE.encode()).blocks)

    assert [idea.quote for idea in found.ideas if "financer" in idea.quote or "€" in idea.quote or "stagiaire" in idea.quote] == []
