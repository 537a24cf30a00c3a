"""Actors as the documents name them."""

from datetime import date

import pytest
from pytest_django.fixtures import Settings
from tests.web.scene import Scene, settle

from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.models import Claim
from semailles.intake.queries.mentions import (
    Asked,
    actors_in_order,
    colleges,
    count_by_kind,
    mentions_by_letter,
    mentions_of,
    named_actors,
    standings,
)
from semailles.intake.readings import read_file
from semailles.workshop.models import Actor, Initiative


@pytest.fixture(autouse=True)
def _on_that_day(settings: Settings) -> None:
    settings.TODAY = date(2027, 3, 10)


@pytest.fixture
def settled(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def names(settled: Scene, asked: Asked) -> list[str]:
    return [actor.name for actor in actors_in_order(settled.initiative, dict(named_actors(settled.initiative, asked)))]


def test_the_most_often_named_come_first_kind_by_kind(settled: Scene) -> None:
    mentions = dict(named_actors(settled.initiative))
    found = [(actor.kind, actor.name, mentions[actor.pk]) for actor in actors_in_order(settled.initiative, mentions)]

    assert found == [
        ("organisation", "Syndicat de l'Orve", 2),
        ("organisation", "Association Les Pas Pressés", 1),
        ("organisation", "Fonds des Moulins", 0),
        ("role", "maraîchers", 3),
    ]


def test_actors_are_found_by_college_kind_and_team(settled: Scene) -> None:
    assert names(settled, Asked(college="association")) == ["Association Les Pas Pressés"]
    assert names(settled, Asked(kind="role")) == ["maraîchers"]
    assert names(settled, Asked(team="B")) == ["Syndicat de l'Orve", "Association Les Pas Pressés", "maraîchers"]


def test_a_spelling_finds_its_actor_whatever_its_accents(settled: Scene) -> None:
    assert [names(settled, Asked("pas PRESSES")), names(settled, Asked("moulins orve"))] == [["Association Les Pas Pressés"], []]


def test_counts_and_colleges_are_those_of_the_initiative(settled: Scene) -> None:
    assert (count_by_kind(settled.initiative), colleges(settled.initiative)) == (
        {"organisation": 3, "role": 1},
        ["association", "entreprise"],
    )


def test_mentions_come_in_reading_order_with_whose_documents_they_stand_in(settled: Scene) -> None:
    growers = Actor.objects.of(settled.initiative).get(name="maraîchers")

    assert [(mention.passage.version.document.path, mention.quote) for mention in mentions_of(growers)] == [
        ("a-rives/notes.md", "maraîchers"),
        ("a-rives/notes.md", "maraîchers"),
        ("b-bourgs/releve.txt", "maraîchers"),
    ]
    assert mentions_by_letter(growers) == {"A": 2, "B": 1}


def test_a_new_version_of_a_document_takes_the_place_of_the_old_one(settled: Scene, local: Person) -> None:
    growers = Actor.objects.of(settled.initiative).get(name="maraîchers")
    content = b"Rien sur personne."

    receive_document(settled.initiative, "a-rives/notes.md", content, read_file("notes.md", content, known=()), by=local)

    assert mentions_by_letter(growers) == {"B": 1}


def test_all_that_is_said_of_a_commitment_stands_together(settled: Scene) -> None:
    actor = Actor.objects.of(settled.initiative).get(name="Fonds des Moulins")
    passage = settled.document.versions.get().passages.order_by("-rank")[0]
    Claim.objects.create(
        initiative=settled.initiative,
        passage=passage,
        start=0,
        end=10,
        quote=passage.text[:10],
        surface=actor.name,
        actor=actor,
        role="finance",
        level="décidé",
        weight=1,
    )

    found = standings(settled.initiative, [actor])[actor.pk]

    assert ([claim.level for claim in found.claims], [line.status for line in found.fundings], [one.level for one in found.ladders]) == (
        ["décidé"],
        ["à confirmer"],
        ["engagement écrit"],
    )
    assert found.levels == ("décidé", "à confirmer", "engagement écrit")
    assert found.levels_of_funding == ("décidé", "à confirmer")


def test_an_actor_of_which_nothing_is_said_has_no_standing(settled: Scene) -> None:
    growers = Actor.objects.of(settled.initiative).get(name="maraîchers")

    assert growers.pk not in standings(settled.initiative, [growers])
