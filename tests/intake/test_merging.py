"""Two names that are one actor, or two: what people say holds in every later run."""

from collections.abc import Callable

import pytest

from semailles.core.models import Person
from semailles.intake.actions import bring_spellings_together, receive_document, separate_actor, unite_actors
from semailles.intake.models import Mention
from semailles.intake.queries import known_actors
from semailles.intake.queries.mentions import actors_in_order, named_actors
from semailles.intake.readings import read_file
from semailles.workshop.actions import name_actor, open_initiative, tell_apart
from semailles.workshop.enums import ActorKind
from semailles.workshop.errors import Elsewhere, NotOneActor, NotStanding, ReasonMissing
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.queries.actors import by_spelling

NOTE = """Le Syndicat de l'Orve accompagnerait la légumerie.

L'association Les Pas Pressés propose un pédibus. Le Syndicat de l'Orve la soutient.
"""
Together = Callable[[], None]


@pytest.fixture
def together(initiative: Initiative, local: Person) -> Together:
    """The documents are read, and their spellings brought together, again each time."""

    def run() -> None:
        content = NOTE.encode()
        receive_document(initiative, "a/note.txt", content, read_file("a/note.txt", content, known=()), by=local)
        bring_spellings_together(initiative, by=local)

    run()
    return run


def named(initiative: Initiative) -> dict[str, int]:
    counts = dict(named_actors(initiative))
    return {actor.name: counts[actor.pk] for actor in actors_in_order(initiative, counts)}


def one(initiative: Initiative, name: str) -> Actor:
    return Actor.objects.of(initiative).get(name=name)


UNION, WALKERS = "Syndicat de l'Orve", "Association Les Pas Pressés"


def test_mentions_follow_a_merge_and_no_later_run_undoes_it(initiative: Initiative, local: Person, together: Together) -> None:
    before = named(initiative)

    unite_actors(one(initiative, WALKERS), one(initiative, UNION), "même bureau", by=local)
    merged = named(initiative)
    together()

    assert (before, merged, named(initiative)) == ({UNION: 2, WALKERS: 1}, {UNION: 3}, {UNION: 3})
    assert [actor.name for actor in known_actors(initiative)] == [UNION]
    assert by_spelling(initiative, [WALKERS]) == {"association les pas presses": one(initiative, UNION)}
    assert list(one(initiative, UNION).spellings.filter(text=WALKERS)) == []


def test_undone_each_mention_goes_back_and_stays(initiative: Initiative, local: Person, together: Together) -> None:
    before = list(Mention.objects.of(initiative).order_by("pk").values_list("quote", "actor__name"))
    unite_actors(one(initiative, WALKERS), one(initiative, UNION), "même bureau", by=local)

    separate_actor(one(initiative, WALKERS), by=local)
    after = list(Mention.objects.of(initiative).order_by("pk").values_list("quote", "actor__name"))
    together()

    assert (after, named(initiative)) == (before, {UNION: 2, WALKERS: 1})


def test_what_was_merged_into_the_merged_one_follows(initiative: Initiative, local: Person) -> None:
    first, second, third = (
        name_actor(initiative, name, by=local) for name in ("Les Moulins", "Fonds des Moulins", "Fondation des Moulins")
    )

    unite_actors(first, second, "même siège", by=local)
    stands = unite_actors(second, third, "nouveau nom", by=local)

    assert stands == third
    assert sorted(third.absorbed.values_list("name", flat=True)) == ["Fonds des Moulins", "Les Moulins"]
    assert third.also_written == ("Fonds des Moulins", "Les Moulins")
    with pytest.raises(NotOneActor):
        unite_actors(third, one(initiative, "Les Moulins"), "en rond", by=local)


def test_what_cannot_be_one_actor_is_refused_with_a_sentence(initiative: Initiative, local: Person) -> None:
    fund, union = (name_actor(initiative, name, by=local) for name in ("Fonds des Moulins", UNION))
    person = name_actor(initiative, "Odette Fauvel", kind=ActorKind.PERSON, by=local)
    stranger = name_actor(open_initiative("Ailleurs", by=local), "Fonds des Moulins", by=local)

    for actor, into, reason, refusal in (
        (fund, union, "  ", ReasonMissing),
        (fund, fund, "même", NotOneActor),
        (person, union, "elle préside", NotOneActor),
        (fund, stranger, "même nom", Elsewhere),
    ):
        with pytest.raises(refusal):
            unite_actors(actor, into, reason, by=local)
    with pytest.raises(NotStanding):
        separate_actor(fund, by=local)
    with pytest.raises(Elsewhere):
        tell_apart(fund, stranger, by=local)
    assert Actor.objects.of(initiative).standing().count() == 3


def test_an_actor_that_people_renamed_is_found_by_its_name(initiative: Initiative, local: Person, together: Together) -> None:
    Actor.objects.of(initiative).filter(name=UNION).update(name="Syndicat de l'Orve et de ses rives")
    one(initiative, "Syndicat de l'Orve et de ses rives").spellings.create(initiative=initiative, text=UNION)

    together()

    assert named(initiative) == {"Syndicat de l'Orve et de ses rives": 2, WALKERS: 1}
