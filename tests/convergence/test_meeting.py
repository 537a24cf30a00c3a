"""Where teams meet, and what one alone said, as pages list them."""

import pytest
from tests.web.scene import Scene, settle

from semailles.convergence.enums import Strength
from semailles.convergence.models import Family
from semailles.convergence.queries import families
from semailles.convergence.queries.families import UNPLACED, Asked, Families
from semailles.core.models import Person
from semailles.intake.actions import set_idea_aside
from semailles.workshop.models import Initiative, Theme


@pytest.fixture
def settled(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def titles(found: Families) -> list[str]:
    return [family.title for family in found]


def alone(settled: Scene, asked: Asked) -> list[str]:
    return titles(families.singulars(settled.initiative, asked))


SHARED = "Créer une légumerie partagée pour les cantines de la vallée"
FUND = "Le Fonds des Moulins pourrait financer la légumerie, à confirmer"
HEDGES = "Replanter des haies le long de l'Orve"
WALKING = "Un pédibus entre la gare et l'école, avec l'association Les Pas Pressés"


def test_themes_come_by_what_they_hold_and_a_theme_set_aside_does_not_come(settled: Scene) -> None:
    Theme.objects.of(settled.initiative).filter(title="Biodiversité").update(set_aside_on="2027-03-08", set_aside_reason="hors sujet")

    assert {theme.title: size for theme, size in families.theme_sizes(settled.initiative).items()} == {"Alimentation": 5}


def test_what_one_team_said_comes_team_by_team(settled: Scene) -> None:
    found = families.singulars(settled.initiative)

    assert [family.medoid.team.letter for family in found] == ["A", "A", "B"]
    assert families.count_by_team(found) == {"A": 2, "B": 1}
    assert sorted(titles(found)) == sorted([FUND, HEDGES, WALKING])


def test_the_first_of_each_team_are_read_at_once(settled: Scene) -> None:
    found = families.first_of_each_team(families.singulars(settled.initiative), 1)

    assert [family.medoid.team.letter for family in found] == ["A", "B"]


def test_convergences_are_found_by_theme_teams_and_strength(settled: Scene) -> None:
    themes = families.theme_sizes(settled.initiative)
    food = next(theme.public_id for theme in themes if theme.title == "Alimentation")

    def found(asked: Asked) -> list[str]:
        return titles(families.convergences(settled.initiative, themes, asked))

    assert [found(Asked(theme=food)), found(Asked(theme=UNPLACED))] == [[SHARED], []]
    assert [found(Asked(teams=("A", "B"))), found(Asked(teams=("A", "C")))] == [[SHARED], []]
    assert [found(Asked(strength=Strength.STRONG)), found(Asked(strength=Strength.WEAK))] == [[SHARED], []]


def test_words_are_found_whatever_their_accents_and_capitals(settled: Scene) -> None:
    assert [alone(settled, Asked("PEDIBUS")), alone(settled, Asked("pédibus gare")), alone(settled, Asked("pédibus haies"))] == [
        [WALKING],
        [WALKING],
        [],
    ]


def test_a_family_without_a_standing_theme_is_to_be_placed(settled: Scene) -> None:
    Theme.objects.of(settled.initiative).filter(title="Biodiversité").update(set_aside_on="2027-03-08", set_aside_reason="hors sujet")

    assert titles(families.unplaced(settled.initiative)) == [HEDGES]
    assert alone(settled, Asked(theme=UNPLACED)) == [HEDGES]


def test_an_idea_set_aside_counts_no_more_in_the_reach_of_its_family(settled: Scene, local: Person) -> None:
    family = Family.objects.of(settled.initiative).get(title=SHARED)
    idea = family.ideas.filter(team__letter="B").get()
    before = families.reaches(settled.initiative, [family])[family.pk]

    set_idea_aside(idea, "déjà dit", by=local)
    after = families.reaches(settled.initiative, [family])[family.pk]

    assert [before.by_letter, after.by_letter] == [{"A": 2, "B": 1}, {"A": 2}]
    assert (before.ideas, before.letters, after.letters) == (3, ("A", "B"), ("A",))
