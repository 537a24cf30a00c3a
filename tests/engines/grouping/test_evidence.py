"""Why a family is believed: links, chance, strength."""

import pytest
from scipy import sparse

from semailles.engines.grouping import Strength, Text, group
from semailles.engines.grouping.evidence import joined, strength


def test_links_show_the_words_that_two_teams_share() -> None:
    texts = [
        Text("1", "A", "Des cuves de récupération de l'eau de pluie"),
        Text("2", "B", "Récupérer l'eau de pluie des toitures"),
        Text("3", "B", "Un bal masqué"),
    ]
    link = group(texts).families[0].links[0]

    assert (link.a, link.b) == ("1", "2")
    assert link.words[:2] == ("eau", "pluie")


def test_links_name_the_notion_when_no_word_is_shared() -> None:
    texts = [
        Text("1", "A", "Un réseau de covoiturage"),
        Text("2", "B", "Partager les trajets à plusieurs"),
        Text("3", "B", "Du pain au levain"),
    ]
    family = next(family for family in group(texts).families if "1" in family.members)

    assert [word for word in family.links[0].words if word.startswith("≈")] == ["≈ covoiturage"]


def test_a_notion_that_both_write_is_not_told_as_other_words() -> None:
    texts = [
        Text("1", "A", "Servir du poisson dans les cantines"),
        Text("2", "B", "Du poisson frais pour chaque cantine"),
        Text("3", "B", "Un bal masqué"),
    ]
    family = next(family for family in group(texts).families if "1" in family.members)

    assert sorted(family.links[0].words[:2]) == ["cantine", "poisson"]
    assert "≈ cantine" not in family.links[0].words


def test_links_between_teams_come_before_links_within_one(debate: list[Text]) -> None:
    team = {text.id: text.team for text in debate}
    for family in group(debate).families:
        within = [team[link.a] == team[link.b] for link in family.links]
        assert within == sorted(within)


@pytest.mark.parametrize(
    ("nearness", "teams", "is_mutual", "expected"),
    [
        (0.45, 2, True, Strength.STRONG),
        (0.27, 3, True, Strength.STRONG),
        (0.27, 2, True, Strength.MEDIUM),
        (0.22, 4, True, Strength.MEDIUM),
        (0.19, 4, True, Strength.WEAK),
        (0.45, 2, False, Strength.WEAK),
    ],
)
def test_strength_follows_its_written_rule(nearness: float, teams: int, is_mutual: bool, expected: Strength) -> None:
    assert strength(nearness, teams, is_mutual=is_mutual) == expected


def test_what_one_team_repeats_makes_no_convergence_stronger() -> None:
    inner = sparse.csr_matrix([[0.0, 0.9, 0.2], [0.9, 0.0, 0.1], [0.2, 0.1, 0.0]])

    assert (joined(inner, ["A", "A", "B"]), joined(inner, ["A", "B", "B"]), joined(inner, ["A", "A", "A"])) == (0.2, 0.9, 0.0)


def test_one_word_out_of_many_brings_no_ideas_together() -> None:
    texts = [
        Text("1", "A", "Planter des haies bocagères entre les champs"),
        Text("2", "B", "Replanter les haies du bocage entre les champs"),
        Text("3", "A", "Ouvrir une cantine de village où les anciens et les écoliers mangent le même repas"),
        Text("4", "B", "Un repas partagé une fois par mois dans la cantine de l'école, avec les anciens"),
        Text("5", "A", "Prêter la salle des fêtes aux répétitions de l'harmonie municipale"),
        Text("6", "B", "Vider la salle des archives de ses vieux papiers"),
    ]

    joined_by_teams = {family.members: family.strength for family in group(texts).families if family.strength}
    assert joined_by_teams == {("1", "2"): Strength.STRONG, ("3", "4"): Strength.STRONG}


def test_strongest_convergences_come_first(debate: list[Text]) -> None:
    covered = [len(family.teams) for family in group(debate).families]

    assert covered[0] == 3
    assert covered[-4:] == [1, 1, 1, 1]
