"""A new map is shown as what it would change; people take or leave it idea by idea, and nothing moves before."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.actions import PROPOSING, move_idea, propose_map
from semailles.convergence.models import Correction, Family, FamilyMember, Proposal, ProposedChange
from semailles.core.jobs.queries import latest_job
from semailles.core.models import Person
from semailles.intake.models import Idea

PAGE, DECIDE = "/converger/carte/", "/converger/carte/changements/"
PAGE_QUERIES = 13


@pytest.fixture
def strays(scene: Scene) -> list[Idea]:
    """Two ideas that an older computation left elsewhere: one of the convergence, one that stood alone."""
    families = {word: Family.objects.of(scene.initiative).current().get(title__contains=word) for word in ("haies", "Fonds")}
    first: Idea = scene.family.ideas.exclude(pk=scene.family.medoid_id).order_by("pk")[0]
    second: Idea = families["Fonds"].ideas.get()
    FamilyMember.objects.filter(idea=first).update(family=families["haies"])
    FamilyMember.objects.filter(idea=second).update(family=scene.family)
    Family.objects.filter(pk=families["Fonds"].pk).update(is_current=False)
    return [first, second]


@pytest.fixture
def proposal(scene: Scene, strays: list[Idea], local: Person) -> Proposal:
    return propose_map(scene.initiative, by=local)


def places(ideas: list[Idea]) -> list[str]:
    """A word of each family, enough to tell it."""
    titles = [FamilyMember.objects.get(idea=idea, family__is_current=True).family.title for idea in ideas]
    return [next(word for word in ("haies", "Fonds", "légumerie") if word in title) for title in titles]


def change_of(idea: Idea) -> ProposedChange:
    return ProposedChange.objects.get(idea=idea)


def test_before_any_map_is_asked_for_the_page_offers_to(scene: Scene, browser: Client) -> None:
    seen = text(browser.get(PAGE).content)

    assert "nothing moves before you say so." in seen
    assert "Ask for a new map what you validated, pinned or tied does not move" in seen


def test_a_map_that_is_asked_for_says_where_it_stands_until_it_is_there(scene: Scene, browser: Client, strays: list[Idea]) -> None:
    browser.post(f"{PAGE}demander/")
    waiting = browser.get(PAGE)
    job = latest_job(scene.initiative.public_id, PROPOSING)
    assert job is not None
    again = browser.get(PAGE, {"vu": waiting.context["job"].seen}, headers={"HX-Request": "true"})
    ProposedChange.objects.of(scene.initiative).delete()

    assert "The new map waits for its turn." in text(waiting.content)
    assert 'hx-trigger="every 1s"' in waiting.content.decode()
    assert again.status_code == 204


def test_what_would_change_stands_family_by_family_with_the_words_of_both_sides(
    scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea]
) -> None:
    page = browser.get(PAGE)

    seen = text(page.content)
    assert "2 ideas would change their group" in seen
    assert "2 to be decided, 0 taken, 0 left." in seen
    assert f"Towards {scene.family.title}" in seen
    assert "Today in Replanter des haies le long de l'Orve" in seen
    assert "It would stand beside" in seen
    assert "Towards a new convergence: Le Fonds" in seen
    assert [len(group.changes) for group in page.context["diff"].groups] == [1, 1]
    assert places(strays) == ["haies", "légumerie"]


def test_one_change_is_taken_and_one_is_left(scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea]) -> None:
    first, second = strays

    browser.post(DECIDE, {"changes": change_of(first).public_id, "gesture": "take", "reason": "Plus clair"})
    answer = browser.post(DECIDE, {"changes": change_of(second).public_id, "gesture": "leave"}, follow=True)

    assert places(strays) == ["légumerie", "légumerie"]
    assert "0 to be decided, 1 taken, 1 left." in text(answer.content)
    assert Correction.objects.values_list("verb", "reason").get() == ("took changes", "Plus clair")


def test_all_are_taken_as_one_gesture(scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea]) -> None:
    browser.post(DECIDE, {"all": "1", "gesture": "take"})

    assert places(strays) == ["légumerie", "Fonds"]
    assert Correction.objects.count() == 1


def test_all_left_nothing_has_changed(scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea]) -> None:
    answer = browser.post(f"{PAGE}fermer/", follow=True)

    assert places(strays) == ["haies", "légumerie"]
    assert Correction.objects.count() == 0
    assert "This proposed map is closed." in text(answer.content)


def test_when_the_map_moved_since_the_change_says_so_and_is_refused_beside_its_idea(
    scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea], local: Person
) -> None:
    first, second = strays
    move_idea(first, to=None, by=local)

    before = text(browser.get(PAGE).content)
    answer = browser.post(DECIDE, {"changes": [change_of(first).public_id, change_of(second).public_id], "gesture": "take"})

    assert "The map has moved since: this idea now stands in" in before
    assert answer.status_code == 409
    refused = {one.change.idea: one.refused for one in answer.context["diff"].changes}
    assert refused == {first: f"The map has moved since: « {first.title} » cannot go there any more. Ask for a new map.", second: ""}
    assert places([second]) == ["Fonds"]


@pytest.mark.parametrize("gesture", ["take", "leave"])
def test_what_another_tab_decided_already_is_said_beside_its_idea(
    scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea], gesture: str
) -> None:
    decided = {"changes": change_of(strays[0]).public_id}
    browser.post(DECIDE, {**decided, "gesture": "take"})

    answer = browser.post(DECIDE, {**decided, "gesture": gesture})

    assert answer.status_code == 409
    assert f"What becomes of “{strays[0].title}” was decided already." in text(answer.content)
    assert Correction.objects.count() == 1


def test_a_page_of_a_closed_proposal_decides_nothing(
    scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea], local: Person
) -> None:
    older = [
        {"changes": change_of(strays[0]).public_id, "gesture": "take"},
        {"all": "1", "proposal": proposal.public_id, "gesture": "take"},
    ]
    propose_map(scene.initiative, by=local)

    answers = [browser.post(DECIDE, typed) for typed in older]
    closing = browser.post(f"{PAGE}fermer/", {"proposal": proposal.public_id})

    assert [answer.status_code for answer in (*answers, closing)] == [409, 409, 409]
    assert all("This proposed map is closed: ask for a new one." in text(answer.content) for answer in (*answers, closing))
    assert places(strays) == ["haies", "légumerie"]


def test_all_taken_in_another_tab_leave_nothing_to_take(scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea]) -> None:
    browser.post(DECIDE, {"all": "1", "gesture": "take"})

    answer = browser.post(DECIDE, {"all": "1", "gesture": "take"})

    assert (answer.status_code, Correction.objects.count()) == (409, 1)
    assert "Nothing is left to decide in this proposed map." in text(answer.content)


def test_no_new_map_is_asked_for_while_one_is_half_decided(scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea]) -> None:
    browser.post(DECIDE, {"changes": change_of(strays[0]).public_id, "gesture": "leave"})

    page, answer = browser.get(PAGE), browser.post(f"{PAGE}demander/")

    assert "To ask for a new map, decide about the rest of this one, or close it." in text(page.content)
    assert answer.status_code == 409
    assert "A proposed map is still being decided" in text(answer.content)


def test_the_page_says_that_the_map_has_moved_since_the_proposal(
    scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea], local: Person
) -> None:
    sentence = "The map has moved since this proposal: each change is checked again when it is taken."
    before = text(browser.get(PAGE).content)
    move_idea(strays[0], to=None, by=local)

    assert [sentence in seen for seen in (before, text(browser.get(PAGE).content))] == [False, True]


def test_when_nothing_would_change_the_page_says_so(scene: Scene, browser: Client, local: Person) -> None:
    propose_map(scene.initiative, by=local)

    seen = text(browser.get(PAGE).content)

    assert "Nothing would change" in seen
    assert "The computation would make the same groups again." in seen


@pytest.mark.parametrize("typed", [{}, {"gesture": "take"}, {"gesture": "burn", "all": "1"}, {"gesture": "take", "changes": "x"}])
def test_nothing_chosen_changes_nothing(
    scene: Scene, browser: Client, proposal: Proposal, strays: list[Idea], typed: dict[str, str]
) -> None:
    answer = browser.post(DECIDE, typed, follow=True)

    assert "Nothing was chosen: nothing has changed." in text(answer.content)
    assert places(strays) == ["haies", "légumerie"]


@pytest.mark.parametrize("left", [1, 2])
def test_more_changes_ask_no_more_queries(
    scene: Scene, browser: Client, proposal: Proposal, django_assert_num_queries: DjangoAssertNumQueries, left: int
) -> None:
    ProposedChange.objects.filter(rank__gte=left).delete()
    browser.get(PAGE)

    with django_assert_num_queries(PAGE_QUERIES):
        page = browser.get(PAGE)

    assert page.context["diff"].total == left
