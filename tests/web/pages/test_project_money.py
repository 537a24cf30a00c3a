"""The money of a project on screen: read, written, withdrawn, and said when it is written badly."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.test_process_pages import words
from tests.web.scene import Scene

from semailles.core.files import sha256, stored_path
from semailles.core.models import Person
from semailles.projects.actions import drop_project
from semailles.projects.models import Project, ProjectCost, ProjectFunding, ProjectLink

QUERIES = 14


def test_the_page_says_what_is_secured_and_what_a_withdrawal_would_break(scene: Scene, browser: Client) -> None:
    said = words(browser.get(reverse("project-money", args=[scene.project.number])))

    assert "€15,000 are not secured, out of €40,000 needed." in said
    assert "without it, €40,000 would be missing" in said


def test_without_a_line_the_next_gesture_is_said(scene: Scene, browser: Client) -> None:
    scene.project.costs.all().delete()
    scene.project.fundings.all().delete()

    page = browser.get(reverse("project-money", args=[scene.project.number])).content.decode()

    assert re.findall(r"<h1>(.*?)</h1>", page) == ["What it costs, and who pays"]


@pytest.mark.parametrize("more", [0, 2])
def test_more_lines_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(more):
        owned = {"initiative": scene.initiative, "project": scene.project}
        ProjectCost.objects.create(**owned, item=f"Four {rank}", amount=100)
        ProjectFunding.objects.create(**owned, funder=f"Fonds {rank}", amount=100)
    address = reverse("project-money", args=[scene.project.number])
    browser.get(address)

    with django_assert_num_queries(QUERIES):
        page = browser.get(address).content.decode()

    assert len(re.findall(r'id="(?:depenses|ressources)-', page)) == 2 + 2 * more


def test_a_cost_in_days_is_written_and_stands_apart(scene: Scene, browser: Client) -> None:
    typed = {"item": "Chantier", "tax_base": "sans objet", "effort": "12,5", "effort_unit": "jours", "key": str(uuid.uuid4())}

    answers = [browser.post(reverse("project-line-add", args=[scene.project.number, "depenses"]), typed) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert ProjectCost.objects.filter(item="Chantier").values_list("effort", "amount").get() == (12.5, None)
    assert "12.5 days" in words(browser.get(reverse("project-money", args=[scene.project.number])))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("douze mille", "« douze mille » is no amount. Write for instance 12000, 12 000,50 or 4 k€."),
        ("-500", "« -500 »: an amount is never negative. What comes in is a resource, what goes out is a cost."),
        ("99999999999999", "« 99999999999999 » is more than a budget can hold: write fewer than ten billion euros."),
    ],
)
def test_an_amount_that_is_none_is_said_and_nothing_typed_is_lost(scene: Scene, browser: Client, typed: str, sentence: str) -> None:
    form = {"item": "Four à pain", "amount": typed, "tax_base": "TTC", "key": str(uuid.uuid4())}

    response = browser.post(reverse("project-line-add", args=[scene.project.number, "depenses"]), form)

    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in words(response).replace("“", "« ").replace("”", " »")
    assert 'value="Four à pain"' in page


def test_a_funder_withdraws_and_the_gap_opens(scene: Scene, browser: Client) -> None:
    gesture = reverse("project-line-gesture", args=[scene.project.number, "ressources", scene.funding.public_id, "retirer"])

    response = browser.post(gesture, {"reason": "le fonds ferme", "on": "10/03/2027"}, follow=True)

    said = words(response)
    assert "Its euros leave every total" in said
    assert "le fonds ferme" in said
    assert scene.project.fundings.get().status == "refusé"


def test_the_same_euros_twice_are_said(scene: Scene, browser: Client) -> None:
    owned = {"initiative": scene.initiative, "project": scene.project}
    ProjectFunding.objects.create(**owned, funder="Fonds des moulins", amount=25000, status="décidé")

    said = words(browser.get(reverse("project-money", args=[scene.project.number])))

    assert "Perhaps the same euros: counted once" in said
    assert "they count once, as the less sure of both" in said


def test_two_tabs_on_one_line_do_not_undo_each_other(scene: Scene, browser: Client) -> None:
    line = reverse("project-line", args=[scene.project.number, "depenses", scene.cost.public_id])
    first, second = ({"item": item, "amount": "40000", "tax_base": "TTC", "revision": "0"} for item in ("Four", "Cuisine et four"))

    answers = [browser.post(line, typed).status_code for typed in (first, second)]

    assert (answers, ProjectCost.objects.get(pk=scene.cost.pk).item) == ([302, 409], "Four")


def test_a_line_of_another_sheet_is_not_found_here(scene: Scene, browser: Client) -> None:
    assert browser.get(f"/porter/{scene.project.number}/argent/autres/ajouter/").status_code == 404
    assert browser.get(reverse("project-line", args=[999, "depenses", scene.cost.public_id])).status_code == 404


def test_what_several_share_is_told_on_both_sides(scene: Scene, browser: Client) -> None:
    shared, other = (
        Project.objects.create(initiative=scene.initiative, number=90 + rank, title=title, kind=kind, taken_up_on="2027-03-08")
        for rank, (title, kind) in enumerate([("Une plateforme", "transverse"), ("Une ferme", "projet")])
    )
    ProjectCost.objects.create(initiative=scene.initiative, project=shared, item="Un entrepôt", amount=9000)
    for served, share in ((scene.project, 40), (other, None)):
        ProjectLink.objects.create(initiative=scene.initiative, project=shared, other=served, kind="sert", share=share)

    theirs = words(browser.get(reverse("project-money", args=[shared.number])))
    ours = words(browser.get(reverse("project-money", args=[scene.project.number])))

    assert "Whom it serves, and the share of each" in theirs
    assert "60% equal part of what is left €5,400" in theirs
    assert "90. Une plateforme 40% €3,600" in ours
    assert "What it bears of what several share" in ours


def test_a_letter_that_is_refused_leaves_no_file(scene: Scene, browser: Client, local: Person) -> None:
    drop_project(scene.project, "trop tôt", by=local)
    content = uuid.uuid4().bytes

    place = [scene.project.number, scene.funding.public_id]
    answer = browser.post(reverse("project-line-attach", args=place), {"file": SimpleUploadedFile("lettre.pdf", content)})

    assert (answer.status_code, stored_path(sha256(content)).exists()) == (422, False)


def test_the_letter_of_a_funder_is_filed_and_read_again(scene: Scene, browser: Client) -> None:
    place = [scene.project.number, scene.funding.public_id]
    before = browser.get(reverse("project-line-proof", args=place)).status_code

    browser.post(reverse("project-line-attach", args=place), {"file": SimpleUploadedFile("lettre.pdf", b"%PDF-1.4 Nous paierons.")})

    shown = browser.get(reverse("project-line-proof", args=place))
    assert before == 404
    assert b"".join(shown.streaming_content) == b"%PDF-1.4 Nous paierons."
    assert shown["Content-Disposition"].startswith("attachment;")
    assert reverse("project-line-proof", args=place) in browser.get(reverse("project-money", args=place[:1])).content.decode()
