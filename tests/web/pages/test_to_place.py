"""« À placer »: where an idea stands, where it would rather stand and why, in one gesture."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.models import Correction, Family, FamilyMember
from semailles.intake.models import Idea

PAGE = "/converger/a-placer/"
PAGE_QUERIES = 11


@pytest.fixture
def stray(scene: Scene) -> Idea:
    """An idea of the convergence that stands elsewhere, without anybody being sure of it."""
    idea: Idea = scene.family.ideas.exclude(pk=scene.family.medoid_id).order_by("pk")[0]
    elsewhere = Family.objects.of(scene.initiative).current().get(title__startswith="Replanter")
    FamilyMember.objects.filter(idea=idea).update(family=elsewhere, is_doubtful=True, confidence=0.2)
    return idea


def place(browser: Client, idea: Idea, to: object) -> str:
    return text(browser.post(f"{PAGE}{idea.public_id}/", {"to": to}, follow=True).content)


def member(idea: Idea) -> FamilyMember:
    return FamilyMember.objects.select_related("family").get(idea=idea, family__is_current=True)


def test_nothing_to_place_is_said(scene: Scene, browser: Client) -> None:
    FamilyMember.objects.update(is_doubtful=False)

    assert "Nothing is left to be placed" in text(browser.get(PAGE).content)


def test_an_idea_to_be_placed_shows_the_likeliest_convergence_with_its_reason(scene: Scene, browser: Client, stray: Idea) -> None:
    page = browser.get(PAGE)

    line = next(line for line in page.context["lines"] if line.member.idea == stray)
    assert line.choice.elsewhere[0].family == scene.family
    seen = text(page.content)
    assert f"It would rather stand in {scene.family.title} near" in seen
    assert "shared words:" in seen


def test_notions_that_nobody_wrote_are_not_told_as_shared_words(scene: Scene, browser: Client, stray: Idea) -> None:
    stray.text = "Partager les trajets à plusieurs"
    stray.save(update_fields=["text"])
    near = scene.family.ideas.exclude(pk=stray.pk).order_by("pk")[0]
    near.text = "Un réseau de covoiturage"
    near.save(update_fields=["text"])

    seen = text(browser.get(PAGE).content)

    assert "same notions with other words: covoiturage" in seen


def test_an_idea_that_is_near_nothing_else_is_left_there_or_set_apart(scene: Scene, browser: Client) -> None:
    FamilyMember.objects.update(is_doubtful=False)
    hedges = Family.objects.of(scene.initiative).current().get(title__startswith="Replanter")
    lone = hedges.ideas.get()
    FamilyMember.objects.filter(idea=lone).update(family=scene.family, is_doubtful=True, confidence=0.0)

    page = browser.get(PAGE)

    assert [(line.member.idea, line.first, line.choice.elsewhere) for line in page.context["lines"]] == [(lone, "alone", ())]
    assert 'class="button small first" name="to" value="alone"' in page.content.decode()
    assert "It would rather stand in" not in text(page.content)


def test_an_idea_goes_where_one_says(scene: Scene, browser: Client, stray: Idea) -> None:
    seen = place(browser, stray, scene.family.public_id)

    assert f"now stands in “{scene.family.title}”." in seen
    assert (member(stray).family, member(stray).is_doubtful) == (scene.family, False)


def test_an_idea_stays_where_it_stands_and_is_doubtful_no_more(scene: Scene, browser: Client, stray: Idea) -> None:
    place(browser, stray, "here")

    assert (member(stray).family.title.split()[0], member(stray).is_doubtful, member(stray).is_pinned) == ("Replanter", False, True)


def test_an_idea_stands_apart(scene: Scene, browser: Client, stray: Idea) -> None:
    place(browser, stray, "alone")

    assert [one.idea for one in member(stray).family.members.all()] == [stray]
    assert Correction.objects.get().verb == "moved idea"


def test_a_refusal_stands_beside_its_idea(scene: Scene, browser: Client, stray: Idea) -> None:
    here = member(stray).family

    answer = browser.post(f"{PAGE}{stray.public_id}/", {"to": here.public_id})

    assert answer.status_code == 409
    assert [line.refused for line in answer.context["lines"] if line.refused] == [f"« {stray.title} » stands there already."]


@pytest.mark.parametrize("to", ["", "nowhere", "00000000-0000-0000-0000-000000000007"])
def test_a_place_that_does_not_exist_is_not_found(scene: Scene, browser: Client, stray: Idea, to: str) -> None:
    assert browser.post(f"{PAGE}{stray.public_id}/", {"to": to}).status_code == 404


@pytest.mark.parametrize("more", [0, 2])
def test_more_ideas_to_place_ask_no_more_queries(
    scene: Scene, browser: Client, stray: Idea, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    FamilyMember.objects.exclude(idea=stray).update(is_doubtful=False)
    others = FamilyMember.objects.filter(family__is_current=True).exclude(idea=stray).order_by("pk")[:more]
    FamilyMember.objects.filter(pk__in=list(others.values_list("pk", flat=True))).update(is_doubtful=True)
    browser.get(PAGE)

    with django_assert_num_queries(PAGE_QUERIES):
        page = browser.get(PAGE)

    assert len(page.context["lines"]) == 1 + more
