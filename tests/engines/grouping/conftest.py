"""A small debate of four teams, written for these tests."""

import pytest

from semailles.engines.grouping import Text

SENTENCES = {
    "a1": ("A", "Une légumerie partagée pour les maraîchers de la plaine"),
    "a2": ("A", "Installer des panneaux photovoltaïques sur le toit du gymnase"),
    "a3": ("A", "Un réseau de covoiturage entre les trois bourgs"),
    "a4": ("A", "Replanter dix kilomètres de haies le long des chemins"),
    "b1": ("B", "Il faudrait un atelier de transformation des légumes, qui servirait les cantines"),
    "b2": ("B", "Couvrir l'école de capteurs solaires"),
    "b3": ("B", "Former les jeunes apprentis à la taille de la pierre"),
    "b4": ("B", "Rouvrir la ligne de chemin de fer le week-end"),
    "c1": ("C", "On pourrait partager les trajets en voiture vers la ville"),
    "c2": ("C", "Un bocage retrouvé : planter des arbres champêtres autour des parcelles"),
    "c3": ("C", "Une récolte de témoignages sur la tempête"),
    "d1": ("D", "Pourquoi ne pas éplucher et mettre en bocaux nos légumes ensemble ?"),
    "d2": ("D", "Une centrale solaire citoyenne sur les toitures communales"),
    "d3": ("D", "Un médecin salarié par la commune"),
}


@pytest.fixture
def debate() -> list[Text]:
    return [Text(name, team, text) for name, (team, text) in SENTENCES.items()]
