"""The portfolio on screen: one table, filters, the same words on several projects, views that are kept, tables taken out."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook
from tests.projects.carried import carry, fill
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.models import Person
from semailles.projects.actions import drop_project, merge_projects
from semailles.projects.enums import Maturity, Sphere, Status
from semailles.projects.models import Project, ProjectCommitment, SavedView

QUERIES = 37


@pytest.fixture
def three(scene: Scene) -> list[Project]:
    """The scene's, one that is blocked, one whose title would run in a spreadsheet."""
    stops = {"blocked_by": "le foncier", "unblocked_when": "une promesse", "status_owner": "la Régie", "status_on": date(2015, 2, 3)}
    more = {"initiative": scene.initiative, "family": scene.family, "taken_up_on": date(2015, 2, 3)}
    blocked = Project.objects.create(number=20, title="Halle", status=Status.BLOCKED, maturity=Maturity.SHAPED, **stops, **more)
    runs = Project.objects.create(number=21, title="=1+1", sphere=Sphere.FOOD, **more)
    return [scene.project, blocked, runs]


def numbers(browser: Client, query: str) -> list[int]:
    return [row.project.number for row in browser.get(f"/porter/?{query}").context["rows"]]


@pytest.mark.parametrize("more", [0, 2])
def test_more_projects_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(more):
        carry(
            Project.objects.create(initiative=scene.initiative, number=20 + rank, title="Autre", taken_up_on=date(2015, 2, 3)),
            name=f"A{rank}",
        )
    browser.get("/porter/")

    with django_assert_num_queries(QUERIES):
        page = browser.get("/porter/?maturite=idée&champ=").content.decode()

    assert page.count('<tr role="row">') == 2 + more


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [1, 20, 21]),
        ("maturite=mise+en+forme", [20]),
        ("avancement=bloqué", [20]),
        ("champ=alimentation", [21]),
        ("porteur=nobody", [1, 20, 21]),
        ("manque=sphere", [1, 20]),
        ("mots=halle", [20]),
        ("silence=30", []),
        ("argent=uncosted", [20, 21]),
        ("argent=short", [1]),
        ("argent=covered", []),
        ("tri=gap", [1, 20, 21]),
        ("tri=maturity", [20, 1, 21]),
        ("tri=title", [21, 1, 20]),
        ("maturite=inconnue", [1, 20, 21]),
    ],
)
def test_filters_keep_what_they_say(three: list[Project], browser: Client, query: str, found: list[int]) -> None:
    assert numbers(browser, query) == found


def test_a_holder_is_asked_by_name(three: list[Project], browser: Client, local: Person) -> None:
    holder = carry(three[1]).actor

    assert numbers(browser, f"porteur={holder.public_id}") == [20]
    assert numbers(browser, "porteur=nobody") == [1, 21]


def test_what_blocks_is_read_in_the_table(three: list[Project], browser: Client) -> None:
    assert "le foncier" in browser.get("/porter/").content.decode()


def test_the_money_of_each_project_stands_in_its_line(three: list[Project], browser: Client, scene: Scene) -> None:
    rows = browser.get("/porter/").context["rows"]

    assert [(row.balance.needs, row.balance.confirmed, row.balance.gap) for row in rows] == [(40000, 25000, 15000), (0, 0, 0), (0, 0, 0)]


def test_a_draft_shows_what_the_documents_say(scene: Scene, browser: Client) -> None:
    Project.objects.filter(pk=scene.project.pk).update(taken_up_on=None)
    ProjectCommitment.objects.all().delete()

    page = text(browser.get("/porter/").content)

    assert "1 project: 1 draft that nobody took up, 1 with its costs." in page
    assert [words in page for words in ("named:", "Syndicat de l'Orve", "A B 1 heading out of 7 holds words")] == [True, True, True]


def test_what_was_dropped_or_merged_stays_in_sight_with_its_reason(three: list[Project], browser: Client, local: Person) -> None:
    drop_project(three[2], "personne ne le porte", by=local)
    merge_projects(three[1], three[0], "même lieu", by=local)

    page = text(browser.get("/porter/").content)

    assert [words in page for words in ("dropped: personne ne le porte", "merged into 1. ", "même lieu")] == [True, True, True]


def test_the_same_words_go_on_every_ticked_project_and_no_other(three: list[Project], browser: Client) -> None:
    answer = browser.post("/porter/ensemble/?tri=title", {"project": ["1", "20"], "facilitator": "Une animatrice"})

    assert answer["Location"] == "/porter/?tri=title"
    assert list(Project.objects.order_by("number").values_list("facilitator", flat=True)) == ["Une animatrice", "Une animatrice", ""]


def test_a_day_that_cannot_be_read_writes_nothing_and_keeps_the_ticks(three: list[Project], browser: Client) -> None:
    answer = browser.post("/porter/ensemble/", {"project": ["20"], "next_review_on": "30 février", "facilitator": "Une animatrice"})

    assert answer.status_code == 422
    assert 'value="20" checked' in answer.content.decode()
    assert not Project.objects.exclude(facilitator="").exists()


def test_a_view_is_kept_under_its_name_then_forgotten(three: list[Project], browser: Client) -> None:
    browser.post("/porter/vues/", {"name": "Bloqués", "query": "avancement=bloqué"})
    browser.post("/porter/vues/", {"name": "Bloqués", "query": "avancement=bloqué&tri=title"})
    kept = SavedView.objects.get()

    assert (kept.name, kept.query) == ("Bloqués", "avancement=bloqué&tri=title")
    assert "?avancement=bloqué&amp;tri=title" in browser.get("/porter/").content.decode()
    browser.post(f"/porter/vues/{kept.public_id}/oublier/")
    assert not SavedView.objects.standing().exists()


def test_no_cell_of_a_table_runs(three: list[Project], browser: Client) -> None:
    table = browser.get("/porter/portefeuille.csv?champ=alimentation").content.decode("utf-8-sig")
    book = CalamineWorkbook.from_filelike(BytesIO(browser.get("/porter/portefeuille.xlsx?champ=alimentation").content))

    assert table.splitlines()[1].startswith("21;'=1+1;idea;to come;food;")
    assert book.get_sheet_by_index(0).to_python()[1][:3] == [21.0, "=1+1", "idea"]


def test_a_table_of_another_kind_is_nowhere(scene: Scene, browser: Client) -> None:
    assert browser.get("/porter/portefeuille.exe").status_code == 404


def test_what_lapsed_is_said(scene: Scene, browser: Client, local: Person) -> None:
    fill(scene.project, by=local)
    Project.objects.update(maturity=Maturity.CARRIED, tagline="")

    assert "holds no more" in browser.get("/porter/").content.decode()
