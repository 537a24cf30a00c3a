"""The page of a project's place."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.projects.models import ProjectPlace

PAGE = "/porter/1/lieu/"


def test_a_former_commune_with_its_point_is_drawn(scene: Scene, browser: Client) -> None:
    browser.post(f"{PAGE}ajouter/", {"label": "Courcouronnes", "latitude": "48,6239", "longitude": "2.4294", "precision": "exact"})

    answer = browser.get(PAGE)

    assert "today in Évry-Courcouronnes, INSEE code 91228 (list of 2026)" in text(answer.content)
    assert answer.content.count(b'class="cells"') == 1


def test_half_a_point_is_refused_in_words(scene: Scene, browser: Client) -> None:
    answer = browser.post(f"{PAGE}ajouter/", {"label": "Évry", "latitude": "48,6239", "precision": "exact"})

    assert answer.status_code == 422
    assert "A point has a latitude and a longitude: write both, or none." in text(answer.content)
    assert ProjectPlace.objects.count() == 1


def test_an_area_typed_point_by_point_is_drawn_and_given_back(scene: Scene, browser: Client) -> None:
    corners = "48,62 2,42\r\n48,61 2,48\r\n48,54 2,66\r\n48,62 2,42"
    browser.post(f"{PAGE}ajouter/", {"label": "la lisière", "shape": corners, "precision": "exact"})
    place = ProjectPlace.objects.get(label="la lisière")

    assert place.shape == {"type": "Polygon", "coordinates": [[[2.42, 48.62], [2.48, 48.61], [2.66, 48.54], [2.42, 48.62]]]}
    assert "area drawn" in text(browser.get(PAGE).content)
    assert browser.get(PAGE).content.count(b'class="area"') == 2  # wide, and for a phone
    assert b"48.62, 2.42\n48.61, 2.48" in browser.get(f"{PAGE}{place.public_id}/").content


def test_metres_are_refused_in_words(scene: Scene, browser: Client) -> None:
    answer = browser.post(f"{PAGE}ajouter/", {"label": "la lisière", "shape": "652345.2 6839012.7", "precision": "exact"})

    assert answer.status_code == 422
    assert "“652345.2, 6839012.7” are no degrees" in text(answer.content)


def test_a_commune_is_found_by_its_former_name_then_chosen(scene: Scene, browser: Client) -> None:
    found = browser.get(f"{PAGE}ajouter/", {"commune": "courcour"})
    assert "Courcouronnes 91228 today in Évry-Courcouronnes, INSEE code 91228" in text(found.content)

    chosen = browser.get(f"{PAGE}ajouter/", {"commune": "courcour", "code": "91228", "nom": "Évry-Courcouronnes"})

    assert 'value="Évry-Courcouronnes"' in chosen.content.decode()
    assert b'value="91228"' in chosen.content


def test_the_finder_says_what_it_does_not_find(scene: Scene, browser: Client) -> None:
    part = browser.get(f"{PAGE}ajouter/", {"commune": "Rivendell"}, headers={"hx-request": "true"})

    assert text(part.content).strip().startswith("No commune is called “Rivendell” or has that code.")


def test_the_scale_is_chosen_beside_the_places(scene: Scene, browser: Client) -> None:
    browser.post(f"{PAGE}echelle/", {"scale": "commune", "revision": scene.project.revision})

    assert "The scale at which it makes sense: commune." in text(browser.get(PAGE).content)


def test_a_place_is_set_aside_and_put_back(scene: Scene, browser: Client) -> None:
    one = [1, scene.place.public_id]
    browser.post(reverse("project-place-set-aside", args=one), {"reason": "trop loin"})
    assert list(ProjectPlace.objects.standing()) == []

    browser.post(reverse("project-place-put-back", args=one))

    assert list(ProjectPlace.objects.standing()) == [scene.place]


def test_it_lies_outside_and_stays(scene: Scene, browser: Client) -> None:
    browser.post(reverse("project-place-outside", args=[1, scene.place.public_id]))

    assert "outside the territory" in text(browser.get(PAGE).content)


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_the_same_whatever_the_places(
    many: int, scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get(PAGE)
    for rank in range(many):
        where = {"latitude": 48 + rank, "longitude": 2}
        ProjectPlace.objects.create(initiative=scene.initiative, project=scene.project, label=f"Lieu {rank}", **where)

    with django_assert_num_queries(10):
        assert f"Lieu {many - 1}" in text(browser.get(PAGE).content)
