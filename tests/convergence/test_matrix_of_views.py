"""Themes × teams."""

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene, settle

from semailles.convergence.queries.matrix import Matrix, cell_ideas, first_by_team, matrix, placed_ideas
from semailles.core.models import Person
from semailles.workshop.models import Initiative, Theme

QUERIES = 5


@pytest.fixture
def settled(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def numbers(seen: Matrix) -> list[tuple[str, list[int], int]]:
    return [(str(row.theme or "-"), [cell.count for cell in row.cells], row.total) for row in seen.rows]


def test_each_theme_counts_the_ideas_of_each_team(settled: Scene) -> None:
    seen = matrix(settled.initiative)

    assert numbers(seen) == [("Alimentation", [3, 2], 5), ("Biodiversité", [1, 0], 1)]
    assert [row.blind for row in seen.rows] == [(), ("B",)]
    assert ([cell.count for cell in seen.totals], seen.ideas) == ([4, 2], 6)


def test_a_cell_says_its_surest_titles(settled: Scene) -> None:
    cell = matrix(settled.initiative).rows[0].cells[0]

    surest = cell_ideas(settled.initiative, settled.theme, "A")
    assert cell.titles == tuple(idea.title for idea in surest[:2])


def test_a_given_theme_that_nobody_saw_stays_in_sight(settled: Scene) -> None:
    Theme.objects.create(initiative=settled.initiative, title="Fret", is_given=True)

    assert numbers(matrix(settled.initiative))[-1] == ("Fret", [0, 0], 0)


def test_ideas_of_a_theme_set_aside_are_to_be_placed(settled: Scene) -> None:
    Theme.objects.of(settled.initiative).filter(title="Biodiversité").update(set_aside_on="2027-03-08", set_aside_reason="hors sujet")

    assert numbers(matrix(settled.initiative)) == [("Alimentation", [3, 2], 5), ("-", [1, 0], 1)]
    assert [idea.title for idea in placed_ideas(settled.initiative, None)] == ["Replanter des haies le long de l'Orve"]


def test_the_first_ideas_of_each_team_stand_side_by_side(settled: Scene) -> None:
    found = first_by_team(placed_ideas(settled.initiative, settled.theme), 1)

    assert {letter: len(ideas) for letter, ideas in found.items()} == {"A": 1, "B": 1}


@pytest.mark.parametrize("more", [0, 3])
def test_more_themes_ask_no_more_queries(settled: Scene, django_assert_num_queries: DjangoAssertNumQueries, more: int) -> None:
    for rank in range(more):
        Theme.objects.create(initiative=settled.initiative, title=f"Thème {rank}", is_given=True)

    with django_assert_num_queries(QUERIES):
        seen = matrix(settled.initiative)

    assert len(seen.rows) == 2 + more
