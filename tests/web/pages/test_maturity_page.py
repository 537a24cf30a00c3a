"""The ladder of one project on screen."""

from django.test import Client
from tests.projects.carried import fill
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.projects.actions.maturing import climb_maturity
from semailles.projects.enums import Ground, Maturity, Status
from semailles.projects.grounds import Evidence
from semailles.projects.maturity import CONDITIONS
from semailles.web.pages.maturity.addresses import address_of


def test_what_is_missing_is_a_sentence_and_a_link(scene: Scene, browser: Client) -> None:
    page = browser.get("/porter/1/maturite/").content.decode()

    assert "Idea, not yet convergent" in page
    assert "what it is, in one sentence</a>" in page
    assert "5 things are missing" in page


def test_each_condition_leads_to_a_page_that_answers(scene: Scene, browser: Client) -> None:
    for condition in CONDITIONS:
        assert browser.get(address_of(scene.project, condition).partition("#")[0]).status_code == 200


def test_a_choice_takes_what_one_team_said_up_a_step(scene: Scene, browser: Client, local: Person) -> None:
    fill(scene.project, by=local)

    refused = browser.post("/porter/1/maturite/monter/", {"on": "3/2/2015", "choice": ""})
    browser.post("/porter/1/maturite/monter/", {"on": "3/2/2015", "choice": "le comité y tient"})

    scene.project.refresh_from_db()
    assert (refused.status_code, scene.project.maturity) == (422, Maturity.CONVERGENT)
    assert "le comité y tient" in browser.get("/porter/1/maturite/").content.decode()


def test_what_is_missing_refuses_the_step_and_keeps_the_words(scene: Scene, browser: Client) -> None:
    answer = browser.post("/porter/1/maturite/monter/", {"on": "3/2/2015", "choice": "le comité y tient"})

    assert answer.status_code == 422
    assert "it lacks what it is, in one sentence;" in answer.content.decode()
    assert "le comité y tient" in answer.content.decode()


def test_going_back_says_why(scene: Scene, browser: Client, local: Person) -> None:
    fill(scene.project, by=local)
    climb_maturity(scene.project, Evidence(Ground.CHOICE, label="un choix"), by=local)

    answer = browser.post("/porter/1/maturite/redescendre/", {"on": "", "reason": ""})
    browser.post("/porter/1/maturite/redescendre/", {"on": scene.project.steps.get().on.strftime("%d/%m/%Y"), "reason": "à revoir"})

    scene.project.refresh_from_db()
    assert (answer.status_code, scene.project.maturity) == (422, Maturity.IDEA)


def test_a_blocked_project_says_what_would_free_it_and_when_to_ask_again(scene: Scene, browser: Client) -> None:
    typed = {"status": Status.BLOCKED, "blocked_by": "le foncier", "status_on": "3/2/2015", "remind_on": "4/2/2015", "revision": "0"}

    refused = browser.post("/porter/1/maturite/avancement/", typed)
    browser.post("/porter/1/maturite/avancement/", {**typed, "unblocked_when": "une promesse de vente", "status_owner": "la Régie"})

    assert refused.status_code == 422
    page = browser.get("/porter/1/maturite/").content.decode()
    assert "une promesse de vente" in page
    assert "the day has come" in page


def test_two_people_on_the_status_see_each_other(scene: Scene, browser: Client) -> None:
    browser.post("/porter/1/maturite/avancement/", {"status": Status.UNDER_WAY, "revision": "0"})

    assert browser.post("/porter/1/maturite/avancement/", {"status": Status.DONE, "revision": "0"}).status_code == 409
