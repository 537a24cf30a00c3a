"""What people write on a sheet beside its texts."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene

from semailles.core.models import Event
from semailles.projects.enums import LinkKind
from semailles.projects.models import Comment, Example, Obstacle, Project, ProjectLink, ProjectMilestone
from semailles.web.pages.project_sheet.forms import ADDED_ON, IDENTITY

SHEET_QUERIES = 41


def obstacle(scene: Scene, number: int = 1) -> list[Obstacle]:
    owned = {"initiative": scene.initiative, "project": scene.project}
    return [
        Obstacle.objects.create(**owned, public_id=f"00000000-0000-0000-0000-{rank:012}", obstacle=f"Frein {rank}")
        for rank in range(number)
    ]


def at(scene: Scene, *more: str) -> str:
    return "/".join(["/porter", str(scene.project.number), *more, ""])


def test_an_identity_is_written_and_takes_the_draft_up(scene: Scene, browser: Client) -> None:
    typed = {"revision": 0, "tagline": "Des légumes lavés ici.", "keywords": "cantine, légumes", "lead_months": "1,5"}

    response = browser.post(at(scene, "identite"), {**typed, "themes": [str(scene.theme.public_id)]})

    kept = Project.objects.get(pk=scene.project.pk)
    assert response["Location"] == f"/porter/{kept.number}/#identity"
    assert (kept.tagline, kept.keywords, float(kept.lead_months or 0)) == ("Des légumes lavés ici.", ["cantine", "légumes"], 1.5)
    assert (list(kept.themes.all()), kept.is_draft, kept.revision) == ([scene.theme], False, 1)
    assert "Des légumes lavés ici." in browser.get(at(scene)).content.decode()


def test_each_field_of_the_identity_is_asked_once(scene: Scene, browser: Client) -> None:
    page = browser.get(at(scene, "identite")).content.decode()

    assert {name: page.count(f'name="{name}"') for name in IDENTITY if name != "themes"} == dict.fromkeys(set(IDENTITY) - {"themes"}, 1)
    assert (page.count('<fieldset class="part">'), page.count(f'value="{scene.theme.public_id}"')) == (5, 1)


def test_what_the_lists_of_the_identity_lack_is_one_link_away(scene: Scene, browser: Client) -> None:
    page = browser.get(at(scene, "identite")).content.decode()

    hints = {name: re.search(rf'id="id_{name}-hint">(.*?)</p>', page, re.DOTALL) for name in (*ADDED_ON, "deadline_on")}
    said = {name: hint[1] if hint else "" for name, hint in hints.items()}
    assert {name: re.findall(r'href="([^"]+)" target="_blank"', said[name]) for name in ADDED_ON} == {
        "axis": ["/demarche/axes/ajouter/"],
        "group": ["/demarche/instances/ajouter/"],
        "competent_body": ["/demarche/instances/ajouter/"],
    }
    assert said["deadline_on"] == "For instance 28/02/2015."


def test_two_tabs_that_write_the_identity_see_each_other(scene: Scene, browser: Client) -> None:
    browser.post(at(scene, "identite"), {"revision": 0, "tagline": "Un."})

    response = browser.post(at(scene, "identite"), {"revision": 0, "tagline": "Deux."})

    assert response.status_code == 409
    assert (Project.objects.get(pk=scene.project.pk).tagline, "Deux." in response.content.decode()) == ("Un.", True)


def test_two_tabs_that_choose_themes_see_each_other(scene: Scene, browser: Client) -> None:
    browser.post(at(scene, "identite"), {"revision": 0, "tagline": "Un."})

    response = browser.post(at(scene, "identite"), {"revision": 0, "tagline": "Un.", "themes": [str(scene.theme.public_id)]})

    assert (response.status_code, list(Project.objects.get(pk=scene.project.pk).themes.all())) == (409, [])


def test_saving_the_identity_again_chooses_every_field_that_differs_and_not_the_themes_alone(scene: Scene, browser: Client) -> None:
    browser.post(at(scene, "identite"), {"revision": 0, "tagline": "Un."})

    answer = browser.post(at(scene, "identite"), {"revision": 0, "tagline": "", "themes": [str(scene.theme.public_id)]})

    assert [(one.label, one.kept) for one in answer.context["conflict"].conflicts] == [("tagline", "Un."), ("themes", "–")]


def test_an_obstacle_is_added_once_even_by_a_double_click(scene: Scene, browser: Client) -> None:
    typed = {"key": "11111111-1111-1111-1111-111111111111", "obstacle": "Bâtiment aux normes", "lever": "L’atelier du lycée"}
    for _click in range(2):
        browser.post(at(scene, "fiche", "freins", "ajouter"), typed)

    assert list(Obstacle.objects.values_list("obstacle", "project")) == [("Bâtiment aux normes", scene.project.pk)]
    page = browser.get(at(scene)).content.decode()
    said = ("Bâtiment aux normes" in page, "Nobody sees to it yet." in page, "No lever is known yet." in page)
    assert said == (True, True, False)


def test_an_obstacle_that_is_lifted_stays_with_its_day(scene: Scene, browser: Client) -> None:
    (one,) = obstacle(scene)

    browser.post(at(scene, "freins", str(one.public_id), "lever"))

    assert Obstacle.objects.get().lifted_on is not None
    assert Event.objects.filter(verb="lifted", label="Frein 0").count() == 1


def test_a_line_set_aside_keeps_its_reason_and_comes_back(scene: Scene, browser: Client) -> None:
    (one,) = obstacle(scene)
    line = at(scene, "fiche", "freins", str(one.public_id))

    faulty = browser.post(f"{line}ecarter/", {"reason": ""})
    browser.post(f"{line}ecarter/", {"reason": "dit deux fois"})

    assert (faulty.status_code, Obstacle.objects.get().set_aside_reason) == (422, "dit deux fois")
    assert "dit deux fois" in browser.get(at(scene)).content.decode()
    browser.post(f"{line}remettre/")
    assert Obstacle.objects.get().is_standing


def test_an_example_without_its_source_is_not_written(scene: Scene, browser: Client) -> None:
    response = browser.post(at(scene, "fiche", "exemples", "ajouter"), {"where": "Ungersheim"})

    assert (response.status_code, "Ungersheim" in response.content.decode()) == (422, True)


def test_a_link_is_read_from_both_sides(scene: Scene, browser: Client) -> None:
    other = Project.objects.create(initiative=scene.initiative, number=90, title="Une ferme", taken_up_on="2027-03-08")

    browser.post(at(scene, "fiche", "liens", "ajouter"), {"kind": LinkKind.DEPENDS, "other": str(other.public_id)})

    assert ProjectLink.objects.get().other == other
    assert "Depends on" in browser.get(at(scene)).content.decode()
    assert "Is needed by" in browser.get("/porter/90/").content.decode()


def test_the_lines_of_another_project_are_not_found(scene: Scene, browser: Client) -> None:
    (one,) = obstacle(scene)
    Project.objects.create(initiative=scene.initiative, number=90, title="Une ferme", taken_up_on="2027-03-08")

    assert browser.get(f"/porter/90/fiche/freins/{one.public_id}/").status_code == 404


def test_what_was_dropped_is_not_written_any_more(scene: Scene, browser: Client) -> None:
    Project.objects.filter(pk=scene.project.pk).update(set_aside_on="2027-03-08", set_aside_reason="personne ne le porte")

    response = browser.post(at(scene, "fiche", "freins", "ajouter"), {"obstacle": "Un frein"})

    assert (response.status_code, "personne ne le porte" in response.content.decode(), Obstacle.objects.count()) == (422, True, 0)


def test_the_places_and_the_first_steps_that_people_wrote_stand_under_their_headings(scene: Scene, browser: Client) -> None:
    before = browser.get(at(scene)).content.decode()
    owned = {"initiative": scene.initiative, "project": scene.project}
    ProjectMilestone.objects.create(**owned, label="Visite de la halle", planned_on="2027-04-13", responsible="Le lycée")
    Example.objects.create(**owned, where="Ungersheim", source="Journal de la commune", public_id="22222222-2222-2222-2222-222222222222")

    page = " ".join(browser.get(at(scene)).content.decode().split())

    assert "<strong>It happens in:</strong> Les berges de l" in page
    assert '<dt>13 April 2027</dt> <dd>Visite de la halle, <span class="soft">Le lycée</span></dd>' in page
    assert before.count("to be completed by the working group") - page.count("to be completed by the working group") == 1


def test_a_sheet_that_was_dropped_is_read_and_not_written(scene: Scene, browser: Client) -> None:
    obstacle(scene)
    open_sheet = browser.get(at(scene)).content.decode()
    Project.objects.filter(pk=scene.project.pk).update(set_aside_on="2027-03-08", set_aside_reason="personne ne le porte")

    closed = browser.get(at(scene)).content.decode()

    gestures = [f'{at(scene, "identite")}"', "/rubriques/", "/freins/", "/images/ajouter/", "/remarques/ajouter/"]
    assert [each in open_sheet for each in gestures] == [True] * 5
    assert [each in closed for each in gestures] == [False] * 5
    assert "Frein 0" in closed


@pytest.mark.parametrize("count", [1, 3])
def test_more_lines_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    obstacle(scene, count)
    browser.get(at(scene))

    with django_assert_num_queries(SHEET_QUERIES):
        page = browser.get(at(scene)).content.decode()

    assert page.count("Nobody sees to it yet.") == count


def test_a_question_is_asked_answered_and_closed(scene: Scene, browser: Client) -> None:
    browser.post(at(scene, "remarques", "ajouter"), {"text": "Quel bâtiment ?", "slot": "lieu", "asked_to": "le lycée"})
    one = Comment.objects.get()
    before = browser.get(at(scene)).content.decode()

    browser.post(at(scene, "remarques", str(one.public_id), "repondre"), {"answer": "L’atelier."})
    browser.post(at(scene, "remarques", str(one.public_id), "clore"))

    one.refresh_from_db()
    assert ("Quel bâtiment ?" in before, "No answer yet." in before, "Place. Written by somebody on this machine, " in before) == (
        True,
        True,
        True,
    )
    assert (one.answer, one.closed_at is not None) == ("L’atelier.", True)
    assert "1 closed" in browser.get(at(scene)).content.decode()
    browser.post(at(scene, "remarques", str(one.public_id), "rouvrir"))
    assert Comment.objects.get().closed_at is None


def test_an_empty_answer_is_no_answer(scene: Scene, browser: Client) -> None:
    browser.post(at(scene, "remarques", "ajouter"), {"text": "Quel bâtiment ?"})

    response = browser.post(at(scene, "remarques", str(Comment.objects.get().public_id), "repondre"), {"answer": " "})

    assert (response.status_code, Comment.objects.get().answered_at) == (422, None)


def test_an_effect_is_written_and_read_with_where_it_comes_from(scene: Scene, browser: Client) -> None:
    typed = {"kind": "énergie", "indicator": "électricité des toits", "central": "1 027,5", "low": "900", "unit": "MWh", "base": "annuel"}
    typed |= {"method": "27 kWc à 1 000 kWh", "source": "relevé du 2 mars", "key": "6c2c6d0e-0f0b-4c38-9a26-6d4b0a6a3a5e"}

    answers = [browser.post(at(scene, "fiche", "effets", "ajouter"), typed).status_code for _ in range(2)]

    said = " ".join(re.sub(r"<[^>]+>", " ", browser.get(at(scene)).content.decode()).split())
    assert (answers, scene.project.effects.count()) == ([302, 302], 1)
    assert "électricité des toits: 1,027.5 MWh a year (900 at least)" in said
    assert "Method: 27 kWc à 1 000 kWh. Source: relevé du 2 mars." in said


def test_a_figure_that_is_none_is_said_and_nothing_typed_is_lost(scene: Scene, browser: Client) -> None:
    page = browser.post(at(scene, "fiche", "effets", "ajouter"), {"kind": "énergie", "central": "beaucoup", "unit": "MWh"})

    assert page.status_code == 422
    assert "is no number. Write for instance 1 200 or 0,5; the unit goes into its own field." in page.content.decode()
    assert 'value="beaucoup"' in page.content.decode()
