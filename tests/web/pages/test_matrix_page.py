"""The matrix of views: a cell opens beside it, a theme opens with every team side by side."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.models import Family
from semailles.workshop.models import Theme

QUERIES = 10


def test_an_empty_cell_is_a_blind_spot_in_words(scene: Scene, browser: Client) -> None:
    seen = text(browser.get("/converger/matrice/").content)

    assert "2 themes, 2 teams and 6 ideas. 1 theme is seen by all; 1 has at least one blind spot." in seen
    assert "Biodiversité" in seen
    assert "A 1 idea: Replanter des haies le long de l'Orve B blind spot in all 1" in seen


def test_a_cell_opens_without_scripts_beside_the_matrix(scene: Scene, browser: Client) -> None:
    page = browser.get("/converger/matrice/", {"theme": scene.theme.public_id, "equipe": "B"})

    seen = text(page.content)
    assert page.content.decode().count('aria-current="true"') == 2  # the step of the path, the cell
    assert "Et si l'on installait une légumerie commune" in seen
    assert "releve.txt, § 3" in seen
    assert "strong With team A it says: Créer une légumerie partagée" in seen


def test_htmx_gets_the_panel_alone(scene: Scene, browser: Client) -> None:
    address = f"/converger/matrice/?theme={scene.theme.public_id}&equipe=B"

    part, back = (
        browser.get(address, headers={"HX-Request": "true"}),
        browser.get(address, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}),
    )

    assert [b"<html" in part.content, b"<html" in back.content] == [False, True]
    assert "Et si l'on installait une légumerie commune" in text(part.content)
    assert "HX-Request" in part.headers["Vary"]


def test_a_blind_spot_opens_as_a_blind_spot(scene: Scene, browser: Client) -> None:
    green = Theme.objects.of(scene.initiative).get(title="Biodiversité")

    seen = text(browser.get("/converger/matrice/", {"theme": green.public_id, "equipe": "B"}).content)

    assert "Blind spot: it says nothing of this theme in what was read. That is no disagreement." in seen


def test_a_theme_opens_with_every_team_side_by_side(scene: Scene, browser: Client) -> None:
    page = browser.get("/converger/matrice/", {"theme": scene.theme.public_id})

    assert [(column.team.letter, len(column.quoted)) for column in page.context["columns"]] == [("A", 3), ("B", 2)]


def test_ideas_without_theme_have_their_row(scene: Scene, browser: Client) -> None:
    Family.objects.of(scene.initiative).filter(title__startswith="Replanter").update(theme=None)

    page = browser.get("/converger/matrice/", {"theme": "sans", "equipe": "A"})

    assert [idea.title for idea, _ in page.context["quoted"]] == ["Replanter des haies le long de l'Orve"]
    assert page.context["matrix"].rows[-1].theme is None


@pytest.mark.parametrize("theme", ["no-such", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_theme_is_not_found(scene: Scene, browser: Client, theme: str) -> None:
    assert browser.get("/converger/matrice/", {"theme": theme}).status_code == 404


def test_without_any_idea_the_page_says_where_to_go(scene: Scene, browser: Client) -> None:
    Family.objects.of(scene.initiative).update(is_current=False)

    assert "Nothing was grouped yet" in text(browser.get("/converger/matrice/").content)


@pytest.mark.parametrize("more", [0, 3])
def test_more_rows_ask_no_more_queries(scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int) -> None:
    for rank in range(more):
        Theme.objects.create(initiative=scene.initiative, title=f"Thème {rank}", is_given=True)
    browser.get("/converger/matrice/")

    with django_assert_num_queries(QUERIES):
        page = browser.get("/converger/matrice/")

    assert len(page.context["matrix"].rows) == 2 + more
