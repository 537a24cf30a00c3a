"""Actors with all their spellings, mentions, and what is said of their commitment."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from tests.web.scene import Scene
from tests.web.seen import links, text

from semailles.core.models import Person
from semailles.intake.models import Claim, Mention
from semailles.publication.queries import snapshot
from semailles.web.layout.links import to_passage
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Actor, Likeness

QUERIES = 25


@pytest.fixture(autouse=True)
def _on_that_day(settings: Settings) -> None:
    settings.TODAY = date(2027, 3, 10)


def fund(scene: Scene) -> Actor:
    return Actor.objects.of(scene.initiative).get(name="Fonds des Moulins")


def claim_decided(scene: Scene) -> Claim:
    """The text says that it is decided; the budget says that it is to be confirmed."""
    passage = scene.document.versions.get().passages.get(text__startswith="Le Fonds")
    said = {"surface": "Fonds des Moulins", "actor": fund(scene), "role": "finance", "level": "décidé", "weight": 1}
    return Claim.objects.create(initiative=scene.initiative, passage=passage, start=0, end=20, quote=passage.text[:20], **said)


def test_actors_stand_by_kind_with_their_mentions_and_commitment(scene: Scene, browser: Client) -> None:
    page = browser.get("/acteurs/")

    seen = text(page.content)
    assert "3 organisations, 1 role and 0 persons, each under all its spellings" in seen
    assert [(str(group.kind), [line.actor.name for line in group.lines]) for group in page.context["groups"]] == [
        ("organisation", ["Syndicat de l'Orve", "Association Les Pas Pressés", "Fonds des Moulins"]),
        ("role", ["maraîchers"]),
    ]
    assert f"/acteurs/{fund(scene).public_id}/" in links(page.content)
    assert "Fonds des Moulins 0 mentions to be confirmed / written commitment" in seen


def test_persons_stand_apart_with_a_word_on_their_consent(scene: Scene, browser: Client) -> None:
    Actor.objects.of(scene.initiative).filter(name="maraîchers").update(kind="person", name="Odette Fauvel")

    listed, one = browser.get("/acteurs/"), browser.get(f"/acteurs/{Actor.objects.get(name='Odette Fauvel').public_id}/")

    assert "These persons are named in the documents." in text(listed.content)
    assert "Odette Fauvel 3 mentions in the documents of 2 teams." in text(one.content)
    assert "masked in print, on the web and in open data, quotes included, without a dated consent" in text(one.content)


def test_a_filter_keeps_what_was_asked(scene: Scene, browser: Client) -> None:
    found, none = browser.get("/acteurs/?q=presses&equipe=B"), browser.get("/acteurs/?q=presses&equipe=A")

    assert [line.actor.name for group in found.context["groups"] for line in group.lines] == ["Association Les Pas Pressés"]
    assert "Nobody answers." in text(none.content)


def test_both_sides_of_a_contradiction_are_shown(scene: Scene, browser: Client) -> None:
    claim = claim_decided(scene)

    listed, one = browser.get("/acteurs/"), browser.get(f"/acteurs/{fund(scene).public_id}/")

    assert "the sources disagree" in text(listed.content)
    seen = text(one.content)
    assert "The sources disagree. Both stay; the less sure one counts" in seen
    assert "decided , funds Le Fonds des Moulins" in seen
    assert "to be confirmed , budget of the process , €5,000" in seen
    assert to_passage(claim) in links(one.content)


def test_every_mention_stands_in_its_sentence_and_leads_to_its_passage(scene: Scene, browser: Client) -> None:
    growers = Actor.objects.of(scene.initiative).get(name="maraîchers")

    page = browser.get(f"/acteurs/{growers.public_id}/")

    assert page.content.decode().count("<mark>maraîchers</mark>") == 3
    for mention in Mention.objects.filter(actor=growers).select_related("passage__version__document"):
        assert to_passage(mention) in links(page.content)


def test_an_actor_leads_to_the_sheets_that_name_it(scene: Scene, browser: Client) -> None:
    union = Actor.objects.of(scene.initiative).get(name="Syndicat de l'Orve")

    page = browser.get(f"/acteurs/{union.public_id}/")

    assert "Named in 1 draft sheet." in text(page.content)
    assert "/porter/1/" in links(page.content)


def test_a_commitment_that_people_wrote_stands_with_its_project_day_and_proof(scene: Scene, browser: Client) -> None:
    step = scene.holder_step

    listed, one = browser.get("/acteurs/"), browser.get(f"/acteurs/{step.commitment.actor.public_id}/")

    (line,) = (line for group in listed.context["groups"] for line in group.lines if line.actor == step.commitment.actor)
    assert line.levels == "written commitment"
    said = f"written commitment , carries, {scene.project} since 2 March 2015, posted letter, courrier du 2 mars · the document"
    assert said in text(one.content)
    assert f"/porter/1/portage/{step.commitment.public_id}/" in links(one.content)


def test_an_actor_that_no_document_names_says_so(scene: Scene, browser: Client) -> None:
    given = Actor.objects.create(
        initiative=scene.initiative,
        public_id="7176da82-0000-4000-8000-000000000001",
        name="Moulin neuf",
        kind="organisation",
        is_given=True,
    )

    assert "Given by people: no document names it yet." in text(browser.get(f"/acteurs/{given.public_id}/").content)


def test_without_any_actor_the_page_says_where_to_go(scene: Scene, local: Person, browser: Client) -> None:
    other = open_initiative("Ailleurs", by=local)
    Actor.objects.update(initiative=other)

    assert "No document names anybody yet." in text(browser.get("/acteurs/").content)
    assert browser.get(f"/acteurs/{scene.actor.public_id}/").status_code == 404


@pytest.mark.parametrize("more", [0, 3])
def test_more_actors_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(more):
        Actor.objects.create(
            initiative=scene.initiative, public_id=f"7176da82-0000-4000-8000-00000000000{rank}", name=f"Moulin {rank}", kind="organisation"
        )
    browser.get("/acteurs/")

    with django_assert_num_queries(QUERIES):
        page = browser.get("/acteurs/")

    assert page.context["page"].paginator.count == 4 + more


def union(scene: Scene) -> Actor:
    return Actor.objects.of(scene.initiative).get(name="Syndicat de l'Orve")


def test_people_say_that_an_actor_is_another_one_and_undo_it(scene: Scene, browser: Client) -> None:
    address = f"/acteurs/{fund(scene).public_id}/"

    faulty = browser.post(f"{address}rapprocher/", {"into": "Personne de connu", "reason": "même siège"})
    merged = browser.post(f"{address}rapprocher/", {"into": "syndicat de l'orve", "reason": "même siège"}, follow=True)
    old = browser.get(address)
    listed = browser.get("/acteurs/")
    undone = browser.post(f"{address}separer/", follow=True)

    assert (faulty.status_code, "No actor is written like this" in text(faulty.content)) == (422, True)
    assert merged.redirect_chain == [(f"/acteurs/{union(scene).public_id}/", 302)]
    assert "Also stands for Fonds des Moulins" in text(merged.content)
    assert "People said that it is the same actor as Syndicat de l'Orve ." in text(old.content)
    assert "Why même siège" in text(old.content)
    assert [line.actor.name for line in listed.context["groups"][0].lines] == ["Syndicat de l'Orve", "Association Les Pas Pressés"]
    assert undone.redirect_chain == [(address, 302)]
    assert [str(said) for said in undone.context["messages"]] == ["« Fonds des Moulins » and « Syndicat de l'Orve » stay two actors."]


def test_a_pair_that_people_tell_apart_is_not_asked_again(scene: Scene, browser: Client) -> None:
    Likeness.objects.create(initiative=scene.initiative, actor=fund(scene), into=union(scene), reason="part", words="orve")
    pair = {"actor": fund(scene).public_id, "into": union(scene).public_id}

    asked = browser.get("/acteurs/")
    answered = browser.post("/acteurs/rapprocher/", {**pair, "answer": "apart"}, follow=True)

    assert [why for _, why in asked.context["alike"]] == ["One name holds the other."]
    assert "Fonds des Moulins = Syndicat de l'Orve ? One name holds the other." in text(asked.content)
    assert answered.context["alike"] == []


def test_a_pair_that_people_bring_together_is_one_actor(scene: Scene, browser: Client) -> None:
    Likeness.objects.create(initiative=scene.initiative, actor=fund(scene), into=union(scene), reason="part", words="orve")
    pair = {"actor": fund(scene).public_id, "into": union(scene).public_id}

    answered = browser.post("/acteurs/rapprocher/", {**pair, "answer": "same"}, follow=True)

    assert answered.context["alike"] == []
    assert (fund(scene).merged_into, fund(scene).merge_reason) == (union(scene), "One name holds the other.")
    printed = {actor.name: actor.aliases for actor in snapshot(scene.initiative).actors}
    assert (printed["Syndicat de l'Orve"], "Fonds des Moulins" in printed) == (union(scene).also_written, False)
