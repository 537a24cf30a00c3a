"""An initiative opens to the public: a page, a form without an account, and a link that says what became of an idea."""

import re
import time

import pytest
from django.core import signing
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.proposing import given
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.actions import validate_family
from semailles.convergence.models import Family, FamilyMember
from semailles.core.links import new_token
from semailles.core.models import Person, TakenForm
from semailles.intake.actions.contributing import LIMIT
from semailles.intake.actions.sorting_contributions import keep_contribution, refuse_contributions
from semailles.intake.actions.welcoming import WelcomeEntry, describe_welcome
from semailles.intake.models import Contribution, Idea, Welcome
from semailles.projects.actions.opening import NewProject, open_project
from semailles.projects.models import Project, ProjectIdea
from semailles.web.pages.contribute.forms import SALT
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

FRONT, FORM, QUEUE = "/accueil/", "/contribuer/", "/recueillir/contributions/"
SHED = {"title": "Une remise à outils", "text": "Chacun y prête ses outils.", "place": "la gare", "signed_as": "Une voisine", "website": ""}
QUERIES = 13


class Earlier(signing.TimestampSigner):
    """A page shown some seconds ago."""

    age = 60

    def timestamp(self) -> str:
        return signing.b62_encode(int(time.time()) - self.age)


@pytest.fixture
def welcome(initiative: Initiative, local: Person) -> Welcome:
    entry = WelcomeEntry(is_open=True, takes_ideas=True, words="**Venez**", question="Que manque-t-il ici ?")
    return describe_welcome(initiative, entry, revision=0, by=local)


def stamp(age: int = 60) -> str:
    signer = Earlier(salt=SALT)
    signer.age = age
    return signer.sign(new_token())


def test_the_public_page_says_what_is_asked_and_what_is_shown(browser: Client, welcome: Welcome) -> None:
    page = browser.get(FRONT)

    seen = text(page.content)
    assert "<strong>Venez</strong>" in page.content.decode()
    assert "Que manque-t-il ici ?" in seen
    assert "What is public, what is not" in seen
    assert page["Cache-Control"] == "no-store"


def test_the_public_page_shows_ideas_once_they_are_kept(browser: Client, initiative: Initiative, welcome: Welcome, local: Person) -> None:
    kept, _ = given(initiative, "Une légumerie")
    given(initiative, "Un pont")
    keep_contribution(kept, by=local)

    seen = text(browser.get(FRONT).content)

    assert ("Une légumerie" in seen, "Un pont" in seen, "2 ideas received, 1 kept" in seen) == (True, False, True)


@pytest.mark.parametrize("count", [1, 3])
def test_the_public_page_asks_the_same_questions_for_one_idea_and_for_three(
    browser: Client, initiative: Initiative, welcome: Welcome, local: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for rank in range(count):
        keep_contribution(given(initiative, f"Idée {rank}")[0], by=local)
    browser.get(FRONT)

    with django_assert_num_queries(QUERIES):
        browser.get(FRONT)


def test_an_idea_is_sent_and_followed_without_an_account(browser: Client, welcome: Welcome) -> None:
    form = browser.get(FORM)
    assert "Que manque-t-il ici ?" in text(form.content)

    answer = browser.post(FORM, {**SHED, "stamp": stamp()}, follow=True)

    seen = text(answer.content)
    address = answer.redirect_chain[0][0]
    assert re.fullmatch(r"/suivi/[\w-]{43}/", address)
    assert "Une remise à outils" in seen
    assert "To be read by the team" in seen
    assert f"http://testserver{address}" in answer.content.decode()
    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("same-origin", "no-store")
    assert Idea.objects.count() == 0


def test_the_same_form_sent_again_leads_to_the_same_page(browser: Client, welcome: Welcome) -> None:
    typed = {**SHED, "stamp": stamp()}

    first, second = browser.post(FORM, typed), browser.post(FORM, typed)

    assert (first["Location"] == second["Location"], Contribution.objects.count()) == (True, 1)


def test_the_link_by_which_an_idea_is_followed_is_kept_nowhere(browser: Client, welcome: Welcome) -> None:
    """Not even for who sends the form twice, and is led there again."""
    typed = {**SHED, "stamp": stamp(), "sent_once": "22222222-2222-4222-8222-222222222222"}

    first, second = browser.post(FORM, typed), browser.post(FORM, typed)

    assert (first["Location"] == second["Location"], TakenForm.objects.get().answer) == (True, "/suivi/{stamp}/")


def test_other_words_from_a_page_that_was_sent_are_another_idea(browser: Client, welcome: Welcome) -> None:
    """One goes back, writes something else, and sends."""
    sent = stamp()
    browser.post(FORM, {**SHED, "stamp": sent})

    answer = browser.post(FORM, {**SHED, "title": "Un four à pain", "stamp": sent})
    assert "An idea was sent from this page already." in text(answer.content)
    assert "Un four à pain" in answer.content.decode()

    browser.post(FORM, {**SHED, "title": "Un four à pain", "stamp": stamp()})
    assert list(Contribution.objects.values_list("title", flat=True)) == [SHED["title"], "Un four à pain"]


def test_a_page_that_served_elsewhere_sends_another_idea(browser: Client, welcome: Welcome, local: Person) -> None:
    sent = stamp()
    browser.post(FORM, {**SHED, "stamp": sent})
    Contribution.objects.all().delete()  # as where another initiative of the instance received it

    answer = browser.post(FORM, {**SHED, "stamp": sent})

    assert (answer.status_code, "An idea was sent from this page already." in text(answer.content)) == (422, True)


@pytest.mark.parametrize(
    ("changed", "age", "sentence"),
    [
        ({}, 1, "That was very quick: read your idea once more, then send it again."),
        ({}, 100_000, "This page was opened more than a day ago: what you wrote is below, send it again."),
        ({"website": "http://spam.example"}, 60, "The field « Leave this empty » is filled: empty it, then send your idea again."),
        ({"title": ""}, 60, "Say your idea in a few words."),
        ({"text": "a" * 2001}, 60, "Ensure this value has at most 2000 characters (it has 2001)."),
    ],
)
def test_what_is_refused_says_why_and_loses_nothing(
    browser: Client, welcome: Welcome, changed: dict[str, str], age: int, sentence: str
) -> None:
    answer = browser.post(FORM, {**SHED, **changed, "stamp": stamp(age)})

    assert answer.status_code == 422
    assert sentence.replace("« ", "“").replace(" »", "”") in text(answer.content)
    assert SHED["place"] in answer.content.decode()
    assert Contribution.objects.count() == 0


def test_a_page_left_open_for_days_is_sent_again_with_a_fresh_stamp(browser: Client, welcome: Welcome) -> None:
    page = browser.post(FORM, {**SHED, "stamp": stamp(100_000)}).content.decode()

    fresh = re.search(r'name="stamp" value="([^"]+)"', page)

    assert fresh
    assert signing.TimestampSigner(salt=SALT).unsign(fresh[1], max_age=60)


def test_too_many_ideas_from_one_place_wait_with_their_words(browser: Client, welcome: Welcome) -> None:
    for _ in range(LIMIT):
        browser.post(FORM, {**SHED, "stamp": stamp()})

    answer = browser.post(FORM, {**SHED, "stamp": stamp()})

    assert "That is too often from here: come back in 60 minutes." in text(answer.content)
    assert (SHED["text"] in answer.content.decode(), Contribution.objects.count()) == (True, LIMIT)


def test_the_link_tells_what_people_decided(browser: Client, initiative: Initiative, welcome: Welcome, local: Person) -> None:
    kept, kept_at = given(initiative)
    refused, refused_at = given(initiative)
    keep_contribution(kept, by=local)
    refuse_contributions([refused], "Hors du territoire.", by=local)

    assert "Kept" in text(browser.get(kept_at).content)
    assert "No project yet" in text(browser.get(kept_at).content)
    assert "Hors du territoire." in text(browser.get(refused_at).content)


def test_whoever_holds_the_link_erases_their_name_and_withdraws(browser: Client, initiative: Initiative, welcome: Welcome) -> None:
    row, address = given(initiative)

    browser.post(address, {"gesture": "erase"})
    row.refresh_from_db()
    assert (row.signed_as, row.state) == ("", "waiting")

    answer = browser.post(address, {"gesture": "withdraw"}, follow=True)
    assert "Withdrawn by you" in text(answer.content)
    assert Contribution.objects.get().title == ""


def test_what_was_kept_is_not_withdrawn_and_the_page_says_why(
    browser: Client, initiative: Initiative, welcome: Welcome, local: Person
) -> None:
    row, address = given(initiative)
    keep_contribution(row, by=local)

    answer = browser.post(address, {"gesture": "withdraw"})

    assert (answer.status_code, "Your idea was kept" in text(answer.content)) == (409, True)


def test_a_link_that_is_none_tells_nothing_of_the_initiative(browser: Client, initiative: Initiative, welcome: Welcome) -> None:
    answer = browser.get("/suivi/nothing/")

    assert (answer.status_code, "This link is not one of ours" in text(answer.content)) == (404, True)
    assert initiative.name not in answer.content.decode()


def test_links_are_not_guessed_for_long(browser: Client, initiative: Initiative, welcome: Welcome) -> None:
    for rank in range(30):
        browser.get(f"/suivi/guess-{rank}/")

    assert "That is too often from here" in text(browser.get("/suivi/guess-31/").content)
    assert browser.get(given(initiative)[1]).status_code == 200


def test_the_link_says_with_whom_it_meets_and_which_project_it_feeds(
    browser: Client, scene: Scene, welcome: Welcome, local: Person
) -> None:
    row, address = given(scene.initiative, "Une légumerie de plus")
    idea = keep_contribution(row, by=local)
    FamilyMember.objects.create(initiative=scene.initiative, family=scene.family, idea=idea)
    assert scene.family.title not in text(browser.get(address).content)

    validate_family(Family.objects.get(pk=scene.family.pk), by=local)
    open_project(scene.initiative, NewProject("La légumerie du bas", ideas=[idea]), by=local)

    seen = text(browser.get(address).content)
    assert f"“ {scene.family.title} ”" in seen or f"“{scene.family.title}”" in seen
    assert re.search(r"\d+ other ideas?, 3 teams", seen)
    assert "Feeds a project" in seen
    assert "La légumerie du bas" in seen


def test_a_draft_that_nobody_took_up_is_not_told(browser: Client, scene: Scene, welcome: Welcome, local: Person) -> None:
    row, address = given(scene.initiative)
    idea = keep_contribution(row, by=local)
    ProjectIdea.objects.create(initiative=scene.initiative, project=Project.objects.drafts()[0], idea=idea)

    assert "No project yet" in text(browser.get(address).content)


def test_a_link_of_another_initiative_opens_nothing_here(browser: Client, initiative: Initiative, welcome: Welcome, local: Person) -> None:
    other = open_initiative("Plateau", by=local)
    describe_welcome(other, WelcomeEntry(is_open=True, takes_ideas=True), revision=0, by=local)
    row, address = given(other)

    assert browser.get(address).status_code == 404
    answer = browser.post(f"{QUEUE}decider/", {"contributions": str(row.public_id), "gesture": "unwanted"})
    assert (answer.status_code, Contribution.objects.get().state) == (404, "waiting")
