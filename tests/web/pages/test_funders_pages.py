"""Funders on screen: all of them, and one across the projects and the process."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.test_process_pages import words
from tests.web.scene import Scene

from semailles.projects.models import ProjectFunding

QUERIES = 19


def give(scene: Scene, rank: int, **said: str) -> ProjectFunding:
    owned = {"initiative": scene.initiative, "project": scene.project}
    return ProjectFunding.objects.create(**owned, funder="Fonds des haies", amount=500, status="décidé", source=f"lettre {rank}", **said)


@pytest.mark.parametrize("more", [1, 3])
def test_one_funder_is_told_in_as_many_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    lines = [give(scene, rank, earmark="haies, 100 €") for rank in range(more)]
    address = reverse("funder", args=[lines[-1].public_id])
    browser.get(address)

    with django_assert_num_queries(QUERIES):
        said = words(browser.get(address))

    assert f"Confirmed: €{500 * more:,}." in said
    assert f"which holds €100: €{500 * more - 100:,} too much" in said


def test_what_a_funder_leaves_is_said_where_it_leaves_it(scene: Scene, browser: Client) -> None:
    said = words(browser.get(reverse("funder", args=[scene.funding.public_id])))

    assert "€40,000 would be missing, instead of €15,000 today." in said


def test_the_list_leads_to_each_and_says_which_gives_more_than_its_earmark(scene: Scene, browser: Client) -> None:
    line = give(scene, 1, earmark="haies, 100 €")

    page = browser.get(reverse("funders"))

    assert reverse("funder", args=[line.public_id]) in page.content.decode()
    assert "€500 are promised under “haies, 100 €”, which holds €100: €400 too much." in words(page).replace("« ", "“").replace(" »", "”")


def test_the_money_of_a_project_says_it_too(scene: Scene, browser: Client) -> None:
    give(scene, 1, earmark="50 % des besoins, 100 €")

    said = words(browser.get(reverse("project-money", args=[scene.project.number])))

    assert said.count("too much") == 1


def test_nobody_is_no_funder(scene: Scene, browser: Client) -> None:
    assert browser.get(reverse("funder", args=[uuid.uuid4()])).status_code == 404
