"""A room sorts together before a projector."""

import html
import re
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.convergence.mapped import Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.models import Correction
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative, Membership


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def order(browser: Client) -> list[UUID]:
    """The screens, as the session goes."""
    page = browser.get("/converger/seance/").content.decode()
    listed = page[page.index('<ol class="order"') :]
    return [UUID(found) for found in re.findall(r'href="/converger/seance/([0-9a-f-]{36})/"', listed)]


def screen(public_id: UUID) -> str:
    return f"/converger/seance/{public_id}/"


def shown(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def told(answer_page: str) -> str:
    found = re.search(r'<p class="note">(.*?)</p>', answer_page, re.DOTALL)
    return html.unescape(found[1]).replace("\u202f", " ").replace("\u00a0", " ") if found else ""


def ticked(scene: Mapped, *marks: str) -> list[str]:
    return [str(scene[mark].public_id) for mark in marks]


def test_each_convergence_has_its_screen_and_turns_to_the_next(scene: Mapped, browser: Client) -> None:
    first, second, third = order(browser)

    page = browser.get(screen(second)).content.decode()

    assert {scene.family(mark).public_id for mark in ("A1", "A2", "A3")} == {first, second, third}
    assert re.findall(r'href="([^"]+)" rel="(\w+)"', page) == [(screen(first), "prev"), (screen(third), "next")]


def test_a_screen_says_the_ideas_their_words_and_why_they_meet(scene: Mapped, browser: Client) -> None:
    family = scene.family("A1")

    page = shown(browser.get(screen(family.public_id)).content.decode())

    assert [part in page for part in ("A1", "B1", scene["B1"].title, "Nearest pair: A1 and B1", "notes.md, § 1")] == [True] * 5


def test_validating_goes_on_to_the_next_that_waits(scene: Mapped, browser: Client) -> None:
    first, second, third = order(browser)
    browser.post(f"{screen(second)}geste/", {"gesture": "validate"})

    answer = browser.post(f"{screen(first)}geste/", {"gesture": "validate", "reason": "toute la salle"})

    assert answer["Location"] == screen(third)
    assert [(one.verb, one.reason) for one in Correction.objects.all()] == [
        ("validated family", "toute la salle"),
        ("validated family", ""),
    ]


def test_when_all_is_validated_the_session_is_over(scene: Mapped, browser: Client) -> None:
    answers = [browser.post(f"{screen(one)}geste/", {"gesture": "validate"}) for one in order(browser)]

    assert (answers[-1]["Location"], "3 validated" in browser.get("/converger/seance/").content.decode()) == ("/converger/seance/", True)


def test_an_idea_goes_beside_the_one_whose_mark_is_said(scene: Mapped, browser: Client) -> None:
    family = scene.family("A2")

    answer = browser.post(
        f"{screen(family.public_id)}geste/", {"gesture": "move", "ideas": ticked(scene, "B2"), "mark": "c 1"}, follow=True
    )

    assert scene.groups == ["A1 B1", "A2", "A3 B2 C1", "B3", "C2"]
    assert told(answer.content.decode()).startswith("Done: moved “B2 ")


def test_the_enter_key_in_a_field_does_what_the_field_is_for(scene: Mapped, browser: Client) -> None:
    family = scene.family("A2")

    browser.post(f"{screen(family.public_id)}geste/", {"gesture": "", "ideas": ticked(scene, "B2"), "mark": "C1", "title": ""})

    assert [one.verb for one in Correction.objects.all()] == ["moved idea"]


def test_several_ideas_move_at_once_or_none_does(scene: Mapped, browser: Client) -> None:
    actions.pin_idea(scene["B1"], by=scene.by)
    family, to = scene.family("A1"), str(scene.family("C1").public_id)

    answer = browser.post(f"{screen(family.public_id)}geste/", {"gesture": "move", "ideas": ticked(scene, "A1", "B1"), "to": to})

    assert (answer.status_code, "A1 B1" in scene.groups) == (422, True)
    assert "is pinned in" in answer.content.decode()


def test_ideas_that_are_split_off_stand_under_their_own_title(scene: Mapped, browser: Client) -> None:
    actions.move_idea(scene["C2"], scene.family("A1"), by=scene.by)
    family = scene.family("A1")

    answer = browser.post(f"{screen(family.public_id)}geste/", {"gesture": "split", "ideas": ticked(scene, "C2"), "title": "Réparer"})

    assert (scene.family("C2").title, answer["Location"]) == ("Réparer", screen(family.public_id))


def test_a_group_that_one_team_alone_tells_now_leaves_the_session(scene: Mapped, browser: Client) -> None:
    family = scene.family("A1")

    browser.post(f"{screen(family.public_id)}geste/", {"gesture": "move", "ideas": ticked(scene, "B1"), "to": "seule"})

    assert (len(order(browser)), browser.get(screen(family.public_id))["Location"]) == (2, "/converger/seance/")


def test_the_last_gesture_is_undone_and_its_screen_comes_back(scene: Mapped, browser: Client) -> None:
    family = scene.family("A1")
    browser.post(f"{screen(family.public_id)}geste/", {"gesture": "move", "ideas": ticked(scene, "B1"), "to": "seule"})

    answer = browser.post(f"{screen(order(browser)[0])}geste/", {"gesture": "undo"})

    assert (scene.family("B1"), answer["Location"]) == (family, screen(family.public_id))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"gesture": "move", "mark": "C1"}, "Tick first the ideas in question."),
        ({"gesture": "move", "ideas": "B1"}, "Say where they go"),
        ({"gesture": "move", "ideas": "B1", "mark": "Z9"}, "No idea of the map bears the mark"),
        ({"gesture": "split", "ideas": "B1 A1"}, "leave it at least one"),
        ({"gesture": "split", "ideas": "B1", "title": "T" * 400}, "at most 300 characters (it has 400)"),
        ({"gesture": "split", "ideas": "B1", "title": "Manger\0ici"}, "Null characters are not allowed"),
        ({"gesture": "reopen"}, "there is nothing to reopen"),
        ({"gesture": "undo"}, "There is no correction of yours left to undo."),
        ({"gesture": ""}, "Choose a gesture: validate, move, split, undo."),
    ],
)
def test_a_gesture_that_cannot_be_made_says_why_and_keeps_what_is_ticked(
    scene: Mapped, browser: Client, typed: dict[str, str], sentence: str
) -> None:
    ideas = ticked(scene, *typed.get("ideas", "").split())

    answer = browser.post(f"{screen(scene.family('A1').public_id)}geste/", {**typed, "ideas": ideas})

    page = answer.content.decode()
    assert (answer.status_code, sentence in page, page.count(" checked>")) == (422, True, len(ideas))


def test_no_person_is_named_before_the_room(scene: Mapped, browser: Client) -> None:
    Idea.objects.filter(pk=scene["A1"].pk).update(title="Écrire à jeanne@exemple.fr pour la légumerie")

    assert "jeanne" not in browser.get(screen(scene.family("A1").public_id)).content.decode()


def test_whoever_only_reads_sees_the_screens_without_their_gestures(scene: Mapped, browser: Client, local: Person) -> None:
    Idea.objects.of(scene.initiative).update(state="kept")
    Membership.objects.of(scene.initiative).filter(person=local).update(role="reader")

    page = browser.get(screen(scene.family("A1").public_id)).content.decode()

    assert (page.count('name="gesture"'), page.count('rel="next"')) == (0, 1)


def test_an_initiative_without_convergence_says_where_to_begin(initiative: Initiative, local: Person, browser: Client) -> None:
    assert "No convergence yet" in browser.get("/converger/seance/").content.decode()


@pytest.mark.parametrize("validated", [1, 3])
def test_more_validated_ask_no_more_queries(
    scene: Mapped, browser: Client, django_assert_max_num_queries: DjangoAssertNumQueries, validated: int
) -> None:
    for mark in ("A1", "A2", "A3")[:validated]:
        actions.validate_family(scene.family(mark), by=scene.by)
    browser.get("/converger/seance/")

    with django_assert_max_num_queries(31):
        browser.get("/converger/seance/")
