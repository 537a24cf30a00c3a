"""A spelling taken for one actor is another's: people say it, and every later run follows."""

from datetime import date

import pytest
from tests.intake.test_merging import UNION, WALKERS, named, one

from semailles.core.journal import journal_of
from semailles.core.models import Person
from semailles.intake.actions import (
    bring_spellings_together,
    detach_spelling,
    dismiss_actor,
    drop_spelling,
    recall_actor,
    receive_document,
    return_spelling,
    seek_actors,
    separate_actor,
    unite_actors,
)
from semailles.intake.models import Claim, Mention
from semailles.intake.queries import known_actors
from semailles.intake.queries.spellings import Written, ways_written
from semailles.intake.readings import read_file
from semailles.workshop.actions import name_actor, welcome_actors
from semailles.workshop.directory import GivenActor
from semailles.workshop.enums import ActorKind
from semailles.workshop.errors import NotOneActor, StillNamed
from semailles.workshop.models import Actor, Initiative, Likeness, Spelling

TWO = """Le Syndicat de l'Orve accompagnerait la légumerie.

Le SDO financerait un pédibus. L'association Les Pas Pressés soutient le SDO.
"""
GIVEN = GivenActor(UNION, ActorKind.ORGANISATION, "institution", ("SDO",), "")


@pytest.fixture
def union(initiative: Initiative, local: Person) -> Actor:
    welcome_actors(initiative, [GIVEN], by=local)
    run(initiative, local)
    return one(initiative, UNION)


def run(initiative: Initiative, by: Person) -> None:
    """The main job again: the file of actors, the documents, their spellings."""
    welcome_actors(initiative, [GIVEN], by=by)
    content = TWO.encode()
    receive_document(initiative, "a/note.txt", content, read_file("a/note.txt", content, known=known_actors(initiative)), by=by)
    bring_spellings_together(initiative, by=by)


def owners(initiative: Initiative) -> list[tuple[str, str | None]]:
    return list(Mention.objects.of(initiative).order_by("pk").values_list("quote", "actor__name"))


def test_a_spelling_goes_to_a_new_actor_with_its_mentions_and_stays_there(initiative: Initiative, local: Person, union: Actor) -> None:
    before = named(initiative)
    ways = ways_written(union)
    passage = Mention.objects.filter(quote="SDO")[0].passage
    claim = Claim.objects.create(
        initiative=initiative, passage=passage, start=0, end=3, quote="SDO", surface="SDO", actor=union, level="sollicité", weight=1
    )

    fresh = detach_spelling(union, "SDO", by=local)
    after = named(initiative)
    run(initiative, local)
    claim.refresh_from_db()

    assert (before, ways) == ({UNION: 3, WALKERS: 1}, [Written("SDO", 2)])
    assert (after, named(initiative)) == ({"SDO": 2, UNION: 1, WALKERS: 1}, {"SDO": 2, UNION: 1, WALKERS: 1})
    assert (claim.actor, ways_written(union)) == (fresh, [])
    assert not Likeness.objects.of(initiative).filter(is_told_apart=False, actor=fresh).exists()
    said = [line.sentence for line in journal_of(initiative.public_id, subjects=[union.public_id]).lines]
    assert "said that « SDO », taken for « Syndicat de l'Orve » (actor), is « SDO »" in said


def test_a_spelling_goes_to_an_actor_that_stands_and_comes_back(initiative: Initiative, local: Person, union: Actor) -> None:
    before = owners(initiative)
    fund = name_actor(initiative, "Société du Domaine", by=local)

    detach_spelling(union, "SDO", fund, by=local)
    given = named(initiative)
    return_spelling(Spelling.objects.get(actor=fund, text="SDO"), by=local)
    back = owners(initiative)
    run(initiative, local)

    assert given == {fund.name: 2, UNION: 1, WALKERS: 1}
    assert (back, owners(initiative)) == (before, before)
    assert Spelling.objects.get(text="SDO").came_from is None


def test_a_new_actor_whose_name_goes_back_is_the_same_again(initiative: Initiative, local: Person, union: Actor) -> None:
    before = named(initiative)
    fresh = detach_spelling(union, "SDO", by=local)

    return_spelling(fresh.spellings.get(), by=local)
    run(initiative, local)
    merged = named(initiative)
    separate_actor(Actor.objects.get(pk=fresh.pk), by=local)

    assert (merged, named(initiative)) == (before, {"SDO": 2, UNION: 1, WALKERS: 1})


def test_what_people_gave_holds_through_merges_and_set_asides(initiative: Initiative, local: Person, union: Actor) -> None:
    fresh = detach_spelling(union, "SDO", by=local)
    unite_actors(fresh, one(initiative, WALKERS), "essai", by=local)
    run(initiative, local)
    merged = named(initiative)
    separate_actor(Actor.objects.get(pk=fresh.pk), by=local)
    dismiss_actor(Actor.objects.get(pk=fresh.pk), "une machine", on=date(2027, 3, 8), by=local)
    run(initiative, local)
    aside = named(initiative)
    recall_actor(Actor.objects.get(pk=fresh.pk), by=local)

    assert (merged, aside) == ({WALKERS: 3, UNION: 1}, {UNION: 1, WALKERS: 1})
    assert named(initiative) == {"SDO": 2, UNION: 1, WALKERS: 1}


def test_words_as_close_as_can_be_stay_where_they_are(initiative: Initiative, local: Person) -> None:
    content = "Les habitants, un habitant et une habitante proposent une légumerie. Les habitants la tiendraient.".encode()

    def again() -> list[tuple[str, str | None]]:
        receive_document(initiative, "a/gens.txt", content, read_file("a/gens.txt", content, known=known_actors(initiative)), by=local)
        bring_spellings_together(initiative, by=local)
        return owners(initiative)

    before = again()
    people = Actor.objects.of(initiative).get()
    fresh = detach_spelling(people, "habitante", by=local)

    assert before == [("habitants", "habitants"), ("habitant", "habitants"), ("habitante", "habitants"), ("habitants", "habitants")]
    assert (
        again()
        == again()
        == [("habitants", "habitants"), ("habitant", "habitants"), ("habitante", "habitante"), ("habitants", "habitants")]
    )
    assert fresh.also_written == ("habitante",)


def test_a_name_and_what_came_with_a_merge_stay(initiative: Initiative, local: Person, union: Actor) -> None:
    unite_actors(one(initiative, WALKERS), union, "même bureau", by=local)

    for text in (UNION, WALKERS):
        with pytest.raises(NotOneActor):
            detach_spelling(union, text, by=local)
    with pytest.raises(NotOneActor):
        detach_spelling(union, "SDO", union, by=local)


def test_a_spelling_of_two_actors_goes_with_the_mentions_that_the_other_has(initiative: Initiative, local: Person, union: Actor) -> None:
    estate = GivenActor("Domaine du Bois", ActorKind.ORGANISATION, "", ("SDO",), "")
    welcome_actors(initiative, [estate], by=local)
    run(initiative, local)
    before, ways = named(initiative), ways_written(union)

    fresh = detach_spelling(union, "SDO", by=local)
    after = named(initiative)
    run(initiative, local)

    assert (before, ways) == ({"Domaine du Bois": 2, UNION: 1, WALKERS: 1}, [Written("SDO", 2, "Domaine du Bois")])
    assert after == named(initiative) == {fresh.name: 2, UNION: 1, WALKERS: 1, "Domaine du Bois": 0}


def test_a_spelling_that_is_nobodys_goes_with_its_mentions_and_no_file_brings_it_back(initiative: Initiative, local: Person) -> None:
    fair = GivenActor("Foire de l'Orve", ActorKind.ORGANISATION, "", ("pédibus", "SDO"), "")
    welcome_actors(initiative, [fair], by=local)
    run(initiative, local)
    actor = one(initiative, fair.name)
    before = Mention.objects.filter(quote="pédibus", actor=actor).count()

    drop_spelling(actor, "pédibus", by=local)
    welcome_actors(initiative, [fair], by=local)
    seek_actors(initiative, by=local)
    run(initiative, local)

    assert (before, Mention.objects.filter(quote="pédibus").count(), one(initiative, fair.name).also_written) == (1, 0, ("SDO",))
    assert "said that « Foire de l'Orve » (actor) is not written « pédibus »" in [
        line.sentence for line in journal_of(initiative.public_id).lines
    ]


def test_a_spelling_that_a_reading_finds_alone_is_given_away_not_taken_off(initiative: Initiative, local: Person, union: Actor) -> None:
    with pytest.raises(StillNamed, match="Documents name somebody « SDO » even so"):
        drop_spelling(union, "SDO", by=local)

    assert [written.text for written in ways_written(one(initiative, UNION))] == ["SDO"]
