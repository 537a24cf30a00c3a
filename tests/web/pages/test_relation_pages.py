"""How the teams complete each other, and what may clash: lists with their reasons, judged by people."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.enums import Judgement
from semailles.convergence.models import Chain, Tension

CHAINS, TENSIONS = "/converger/complements/", "/converger/tensions/"
CHAIN_QUERIES, TENSION_QUERIES = 7, 6


def copied(chain: Chain, tension: Tension, count: int) -> None:
    """As many chains and tensions as this."""
    for rank in range(1, count):
        another = Chain.objects.create(initiative=chain.initiative, public_id=f"{rank:032x}", key=chain.key, ties=chain.ties)
        for place in chain.places.all():
            another.places.create(initiative=chain.initiative, idea=place.idea, step=place.step, rank=place.rank)
        Tension.objects.create(
            initiative=chain.initiative,
            public_id=f"{rank:032x}",
            kind=tension.kind,
            axis=tension.axis,
            first=tension.first,
            second=tension.second,
            said=tension.said,
        )


def test_a_chain_is_told_with_its_reason_and_its_quotes(scene: Scene, browser: Client) -> None:
    seen = text(browser.get(CHAINS).content)

    assert "1 chain, 1 link between teams: what one team leaves off, another takes up." in seen
    assert "Vegetables, from field to plate" in seen
    assert "Team A (like B) washes, cuts or preserves them; team A puts them on the plate." in seen
    assert "Team B washes, cuts or preserves them, team A puts them on the plate." in seen
    assert "releve.txt, § 2" in seen


def test_the_drawing_says_what_the_table_says(scene: Scene, browser: Client) -> None:
    page = browser.get(CHAINS).content.decode()

    assert (page.count("<circle"), page.count('<path class="tie"')) == (3, 1)
    assert "Step A B" in text(page.encode())
    assert 'cx="46"' in page


def test_a_chain_is_judged_with_a_reason_and_taken_back(scene: Scene, browser: Client) -> None:
    address = f"{CHAINS}{scene.chain.public_id}/"

    browser.post(address, {"avis": "real", "motif": "Elles se parlent déjà"})
    said = text(browser.get(CHAINS).content)
    browser.post(address, {"avis": "to_check"})

    assert "They complete each other" in said
    assert "Elles se parlent déjà" in said
    assert Chain.objects.get(pk=scene.chain.pk).state == Judgement.TO_CHECK


@pytest.mark.parametrize("kind", ["chain", "tension"])
def test_a_verdict_that_stands_is_not_written_over_from_an_older_page(scene: Scene, browser: Client, kind: str) -> None:
    row = scene.chain if kind == "chain" else scene.tension
    address = f"{CHAINS if kind == 'chain' else TENSIONS}{row.public_id}/"
    browser.post(address, {"avis": "not_one", "motif": "Deux lieux"})

    answer = browser.post(address, {"avis": "real", "motif": "Elles se parlent"})

    row.refresh_from_db()
    assert (answer.status_code, row.state, row.reason) == (422, Judgement.NOT_ONE, "Deux lieux")
    assert f"was judged already, by {row.judged_by} on" in text(answer.content)
    assert "take that back first." in text(answer.content)


def test_without_a_reason_the_form_comes_back_and_says_why(scene: Scene, browser: Client) -> None:
    answer = browser.post(f"{CHAINS}{scene.chain.public_id}/", {"avis": "real", "motif": " "})

    assert answer.status_code == 422
    assert "Say in a few words why: the others will read it." in text(answer.content)
    assert 'aria-invalid="true"' in answer.content.decode()


def test_a_chain_that_is_none_is_kept_aside_in_sight(scene: Scene, browser: Client) -> None:
    browser.post(f"{CHAINS}{scene.chain.public_id}/", {"avis": "not_one", "motif": "Deux cuisines"})

    assert "1 chain that people said is not one" in text(browser.get(CHAINS).content)


def test_a_verdict_that_nobody_offers_is_not_found(scene: Scene, browser: Client) -> None:
    assert browser.post(f"{CHAINS}{scene.chain.public_id}/", {"avis": "perhaps", "motif": "x"}).status_code == 404


def test_two_ideas_stand_side_by_side_as_a_question(scene: Scene, browser: Client) -> None:
    seen = text(browser.get(TENSIONS).content)

    assert "Nothing here is a fact: the computation only heard words that may clash." in seen
    assert "The size of digesters to be checked" in seen
    assert "Team A wants one large unit, team B wants none, or small ones. Do they speak of the same thing, and can both be?" in seen


def test_two_ideas_of_one_team_are_told_as_such(scene: Scene, browser: Client) -> None:
    scene.tension.second.team = scene.tension.first.team
    scene.tension.second.number = 99
    scene.tension.second.save(update_fields=["team", "number"])

    seen = text(browser.get(TENSIONS).content)

    assert "In team A, one idea wants one large unit, another wants none, or small ones." in seen
    assert "none that people hold for real yet" in seen


def test_a_tension_is_judged_with_a_reason_and_taken_back(scene: Scene, browser: Client) -> None:
    address = f"{TENSIONS}{scene.tension.public_id}/"

    browser.post(address, {"avis": "not_one", "motif": "Deux lieux"})
    said = text(browser.get(TENSIONS).content)
    browser.post(address, {"avis": "to_check"})

    assert "1 pair that people said does not clash" in said
    assert "“Deux lieux”" in said
    assert Tension.objects.get(pk=scene.tension.pk).state == Judgement.TO_CHECK


def test_two_figures_are_asked_about(scene: Scene, browser: Client) -> None:
    Tension.objects.filter(pk=scene.tension.pk).update(kind="figure", axis="%", said=["60 %", "30 %"], about=["cantines"])

    seen = text(browser.get(TENSIONS).content)

    assert "Two figures of one thing? cantines" in seen
    assert "Team A writes “60 %”, team B “30 %”. Is it the same thing?" in seen


def test_what_the_lexicon_forgot_is_still_shown(scene: Scene, browser: Client) -> None:
    Tension.objects.filter(pk=scene.tension.pk).update(axis="forgotten")
    Chain.objects.filter(pk=scene.chain.pk).update(key="forgotten")

    assert "Forgotten" in text(browser.get(TENSIONS).content)
    assert "Forgotten" in text(browser.get(CHAINS).content)


def test_nothing_found_proves_nothing(scene: Scene, browser: Client) -> None:
    Tension.objects.all().delete()
    Chain.objects.all().delete()

    assert "That proves nothing: the computation only hears words." in text(browser.get(TENSIONS).content)
    assert "it takes ideas of two teams, at two steps of one resource" in text(browser.get(CHAINS).content)


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_ask_a_fixed_number_of_queries(
    scene: Scene, browser: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    copied(scene.chain, scene.tension, count)
    browser.get("/")

    with django_assert_num_queries(CHAIN_QUERIES):
        chains = browser.get(CHAINS)
    with django_assert_num_queries(TENSION_QUERIES):
        tensions = browser.get(TENSIONS)

    assert (len(chains.context["lines"]), len(tensions.context["lines"])) == (count, count)


def test_no_wider_page_tells_a_tension(scene: Scene, browser: Client) -> None:
    browser.post(f"{TENSIONS}{scene.tension.public_id}/", {"avis": "real", "motif": "Motif gardé"})

    for page in ("/journal/", "/", "/converger/", "/publier/"):
        seen = text(browser.get(page).content)
        assert [word for word in ("Motif gardé", "size of digesters", "one large unit") if word in seen] == []
