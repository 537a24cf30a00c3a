"""What people write of an actor is looked for in the documents that were read before."""

from tests.intake.test_merging import UNION, WALKERS, Together, named, together

from semailles.core.journal import journal_of
from semailles.core.models import Person
from semailles.intake.actions import bring_spellings_together, mend_actor, receive_document, seek_actors
from semailles.intake.models import Mention
from semailles.intake.queries import known_actors
from semailles.intake.readings import read_file
from semailles.workshop.actions import add_actor, describe_actor, import_actors, welcome_actors
from semailles.workshop.directory import GivenActor, rows_of_directory
from semailles.workshop.entries import ActorEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Initiative

__all__ = ["together"]


def test_an_actor_added_by_hand_is_found_where_it_is_named(initiative: Initiative, local: Person, together: Together) -> None:
    add_actor(initiative, ActorEntry("Pédibus"), by=local)

    found, again = seek_actors(initiative, by=local), seek_actors(initiative, by=local)
    bring_spellings_together(initiative, by=local)
    together()

    assert (found, again) == (1, 0)
    assert named(initiative) == {UNION: 2, "Pédibus": 1, WALKERS: 1}
    mention = Mention.objects.get(actor__name="Pédibus")
    assert (mention.quote, mention.passage.text[mention.start : mention.end]) == ("pédibus", "pédibus")
    said = [line.sentence for line in journal_of(initiative.public_id).lines]
    assert "looked in the documents for actors that people wrote (actors: 1, new mentions: 1)" in said


def test_a_new_spelling_is_looked_for_too(initiative: Initiative, local: Person, together: Together) -> None:
    fund = add_actor(initiative, ActorEntry("Fonds des Moulins"), by=local)
    none = seek_actors(initiative, by=local)

    describe_actor(fund, ActorEntry("Fonds des Moulins", acronym="légumerie"), revision=0, by=local)
    one = seek_actors(initiative, by=local)
    import_actors(initiative, rows_of_directory("nom;alias\nFonds des Moulins;pédibus\n".encode()), by=local)
    other = seek_actors(initiative, by=local)
    bring_spellings_together(initiative, by=local)

    assert (none, one, other) == (0, 1, 1)
    assert named(initiative)["Fonds des Moulins"] == 2


def test_who_is_named_already_is_not_named_twice(initiative: Initiative, local: Person, together: Together) -> None:
    Actor.objects.of(initiative).update(is_to_be_sought=True)

    assert seek_actors(initiative, by=local) == 0


def test_an_acronym_is_not_the_word_that_it_looks_like(initiative: Initiative, local: Person, together: Together) -> None:
    content = "Ça manque, et ça plaît.\n\nLa CA paiera.\n".encode()
    receive_document(initiative, "a/autre.txt", content, read_file("a/autre.txt", content, known=()), by=local)
    add_actor(initiative, ActorEntry("Communauté de l'Orve", acronym="CA"), by=local)

    seek_actors(initiative, by=local)
    bring_spellings_together(initiative, by=local)

    assert list(Mention.objects.filter(actor__name="Communauté de l'Orve").values_list("quote", flat=True)) == ["CA"]


def test_an_acronym_taken_away_leaves_with_what_it_alone_found(initiative: Initiative, local: Person, together: Together) -> None:
    given = GivenActor("Communauté de l'Orve", ActorKind.ORGANISATION, "", (), "", acronym="PO")
    welcome_actors(initiative, [given], by=local)
    content = "Le PO manque ici.\n\nLa Communauté de l'Orve paiera.\n".encode()
    receive_document(initiative, "a/autre.txt", content, read_file("a/autre.txt", content, known=known_actors(initiative)), by=local)
    bring_spellings_together(initiative, by=local)
    actor = Actor.objects.get(name=given.name)
    before = list(Mention.objects.filter(actor=actor).values_list("quote", flat=True))

    mend_actor(actor, ActorEntry(given.name), revision=actor.revision, by=local)
    welcome_actors(initiative, [given], by=local)
    seek_actors(initiative, by=local)
    bring_spellings_together(initiative, by=local)

    assert before == ["PO", "Communauté de l'Orve"]
    assert list(Mention.objects.filter(actor=actor).values_list("quote", flat=True)) == ["Communauté de l'Orve"]
    assert (Mention.objects.filter(quote="PO").exists(), Actor.objects.get(pk=actor.pk).also_written) == (False, ())


def test_a_name_that_a_reading_finds_alone_stays_when_the_acronym_goes(initiative: Initiative, local: Person, together: Together) -> None:
    content = b"Le CAUE tient une permanence.\n"
    receive_document(initiative, "a/autre.txt", content, read_file("a/autre.txt", content, known=()), by=local)
    advice = add_actor(initiative, ActorEntry("Maison des conseils", acronym="CAUE"), by=local)
    bring_spellings_together(initiative, by=local)
    before = Mention.objects.get(quote="CAUE").actor

    mend_actor(advice, ActorEntry("Maison des conseils"), revision=0, by=local)
    bring_spellings_together(initiative, by=local)

    after = Mention.objects.get(quote="CAUE").actor
    assert (before, after and after.name) == (advice, "CAUE")
