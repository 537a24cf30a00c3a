"""The draft sheets, listed and open."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.projects.enums import Maturity
from semailles.projects.models import Project, ProjectCost, ProjectIdea
from semailles.web.layout.links import to_family, to_idea, to_passage
from semailles.web.pages.maturity.steps import ladder, standing

SHEET_QUERIES = 41


def copies(scene: Scene, count: int) -> None:
    """As many more sheets, on the same ideas."""
    feeds = list(scene.project.feeds.all())
    for rank in range(count):
        other = Project.objects.create(
            initiative=scene.initiative,
            public_id=f"00000000-0000-0000-0000-{rank:012}",
            number=10 + rank,
            title="Autre",
            family=scene.family,
        )
        ProjectIdea.objects.bulk_create(
            ProjectIdea(initiative=scene.initiative, project=other, idea=feed.idea, rank=feed.rank) for feed in feeds
        )


def test_without_a_sheet_the_next_gesture_is_said(scene: Scene, browser: Client) -> None:
    Project.objects.update(set_aside_on="2027-03-08", set_aside_reason="personne ne le porte")

    assert "No sheet yet: a sheet is drawn from a convergence that says enough." in browser.get("/porter/").content.decode()


@pytest.mark.parametrize("page", ["", "portage/", "argent/", "calendrier/", "lieu/", "maturite/", "origine/"])
def test_every_page_of_a_dropped_or_merged_project_says_so_first(scene: Scene, browser: Client, page: str) -> None:
    into = Project.objects.create(initiative=scene.initiative, number=90, title="Une ferme", taken_up_on="2027-03-08")
    dropped = Project.objects.create(initiative=scene.initiative, number=91, set_aside_on="2027-03-08", set_aside_reason="trop cher")
    Project.objects.filter(pk=scene.project.pk).update(merged_into=into, merge_reason="même hangar")

    merged, left = (text(browser.get(f"/porter/{number}/{page}").content) for number in (scene.project.number, dropped.number))

    assert "Merged into 90. Une ferme : même hangar · Part again" in merged
    assert "Dropped on 8 March 2027: trop cher · Take the project back" in left


@pytest.mark.parametrize("more", [0, 2])
def test_a_sheet_is_read_in_a_fixed_number_of_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    copies(scene, more)
    browser.get("/porter/1/")

    with django_assert_num_queries(SHEET_QUERIES):
        page = browser.get("/porter/1/")

    assert page.status_code == 200


def test_a_sheet_keeps_its_chain_in_both_directions(scene: Scene, browser: Client) -> None:
    page = browser.get(f"/porter/{scene.project.number}/").content.decode().replace("&amp;", "&")

    for feed in scene.project.feeds.select_related("idea").prefetch_related("idea__sources__passage__version__document"):
        assert to_idea(feed.idea) in page
        assert all(to_passage(source) in page for source in feed.idea.sources.all())
    assert to_family(scene.family) in page


def test_the_money_of_a_sheet_is_said_to_the_cent(scene: Scene, browser: Client) -> None:
    ProjectCost.objects.update(amount="12500.50")

    assert "Needs: €12,500.50. Confirmed: " in text(browser.get("/porter/1/").content)


def test_an_empty_heading_asks_its_question(scene: Scene, browser: Client) -> None:
    page = browser.get("/porter/1/").content.decode()

    assert page.count("to be completed by the working group") == 5
    assert "Where was it done, with which result? Who can tell of it?" in page


def test_a_sheet_that_is_not_there_is_not_found(scene: Scene, browser: Client) -> None:
    assert browser.get("/porter/999/").status_code == 404


@pytest.mark.parametrize(
    ("maturity", "said"),
    [(Maturity.IDEA, "Idea, not yet convergent"), (Maturity.CARRIED, "Carried, not yet proposed"), (Maturity.SOWN, "Sown elsewhere")],
)
def test_the_ladder_says_where_a_project_stands(maturity: Maturity, said: str) -> None:
    steps = ladder(maturity)

    assert standing(maturity) == said
    assert [step.is_here for step in steps].index(True) == sum(1 for step in steps if step.is_done)
