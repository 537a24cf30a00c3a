"""Somebody is erased: their name is nowhere any more, what they did stays, the seals hold, and no reading brings the name back."""

from datetime import date

import pytest
from django.db import DEFAULT_DB_ALIAS, connection
from django.utils import timezone

from semailles.core.audience import Audience
from semailles.core.errors import NotAllowed
from semailles.core.journal import journal_of, record
from semailles.core.models import Person, PersonalLink, Seal
from semailles.core.seals import verify
from semailles.core.search import find
from semailles.intake.actions import bring_spellings_together, receive_document
from semailles.intake.models import Idea, Mention, Passage, Source
from semailles.intake.readings import read_file
from semailles.publication.indexing import index_workspace
from semailles.publication.persons import erase_actor, erase_person, held_about, may_erase, names_of_actor
from semailles.publication.persons.errors import NotAPerson, StillNeeded
from semailles.publication.persons.tables import with_texts
from semailles.workshop.actions import (
    add_contact,
    climb,
    frame_initiative,
    name_actor,
    open_commitment,
    open_initiative,
    welcome_actors,
)
from semailles.workshop.directory import read_directory, rows_of_directory
from semailles.workshop.entries import CommitmentEntry, ContactEntry, Proof
from semailles.workshop.enums import ActorKind, Level, Role
from semailles.workshop.framing import read_framing
from semailles.workshop.models import Actor, Contact, Initiative, Membership, ProcessCost
from semailles.workshop.planning import planned
from semailles.workshop.rules import forget_roles

NOTES = """# Atelier

- Créer une légumerie partagée pour les cantines, portée par Mme Odile Varenne et trois maraîchers.
- Ouvrir une cuisine centrale : Odile VARENNE en parle au syndicat. Varenne y tient.
- Replanter des haies le long du chemin de la gare.
"""
PATH = "a/notes.md"


def read(initiative: Initiative, text: str, by: Person) -> None:
    receive_document(initiative, PATH, text.encode(), read_file(PATH, text.encode(), known=()), by=by)
    bring_spellings_together(initiative, by=by)
    index_workspace(initiative)


@pytest.fixture
def odile(initiative: Initiative, local: Person) -> Actor:
    read(initiative, NOTES, local)
    actor = name_actor(initiative, "Odile Varenne", by=local)
    Actor.objects.filter(pk=actor.pk).update(kind=ActorKind.PERSON, note="Rappeler Odile Varenne le soir")
    actor.refresh_from_db()
    add_contact(
        actor, ContactEntry("Odile Varenne", "", "odile@varenne.example", "", "convenir", date(2027, 5, 31)), on=date(2027, 3, 8), by=local
    )
    proof = Proof(kind="courrier", reference="lettre d’Odile Varenne")
    climb(open_commitment(initiative, CommitmentEntry(actor, "porte"), by=local), Level.WRITTEN, proof=proof, on=date(2015, 3, 2), by=local)
    return actor


def everything(initiative: Initiative) -> str:
    """Whatever the tables of the initiative hold in text, the seals too."""
    rows = [
        str(row)
        for one, fields in with_texts()
        for row in one.rows(initiative.public_id, using=DEFAULT_DB_ALIAS).values_list(*(field.name for field in fields))
    ]
    return "\n".join([*rows, *(str((link.told, link.content)) for link in Seal.objects.all())])


def test_before_the_name_is_everywhere(initiative: Initiative, odile: Actor) -> None:
    found = {one.kind: len(one.extracts) for one in held_about(initiative, names_of_actor(odile))}

    assert {"passages of documents", "lines of the journal", "seals", "contacts", "actor", "idea"} <= found.keys()
    assert "Odile Varenne" in everything(initiative)


def test_the_name_leaves_every_table(initiative: Initiative, odile: Actor, local: Person) -> None:
    erase_actor(odile, by=local)

    left = everything(initiative).lower()
    assert [word for word in ("varenne", "odile") if word in left] == []
    assert held_about(initiative, ["Odile Varenne", "Varenne"]) == []
    assert find(initiative.public_id, "Varenne", reader=Audience.FACILITATOR) == []
    assert Contact.objects.of(initiative).count() == 0


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other database keeps its index beside no table of ours")
def test_the_index_itself_keeps_no_word_of_it(initiative: Initiative, odile: Actor, local: Person) -> None:
    erase_actor(odile, by=local)

    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM core_searchwords_data")
        blocks = b"".join(bytes(block) for (block,) in cursor.fetchall())
    assert [word for word in (b"varenne", b"odile") if word in blocks] == []


def test_what_was_done_stays_under_a_pseudonym(initiative: Initiative, odile: Actor, local: Person) -> None:
    before = odile.public_id
    erase_actor(odile, by=local)

    kept = Actor.objects.of(initiative).get(pk=odile.pk)
    assert (kept.name, kept.note, kept.public_id == before) == (f"Personne effacée {kept.public_id.hex[:4]}", "", False)
    assert [one.level for one in kept.processcommitments.all()] == [Level.WRITTEN]
    assert journal_of(initiative.public_id, subjects=[before]).lines == ()
    assert journal_of(initiative.public_id, limit=1).lines[0].sentence == "erased what was held about somebody"


def test_the_seals_hold_and_say_what_they_lost(initiative: Initiative, odile: Actor, local: Person) -> None:
    erase_actor(odile, by=local)

    assert verify(initiative.public_id).breaks == ()
    assert [(link.kind, link.detail.get("values")) for link in Seal.objects.order_by("rank")] == [
        ("climbed", None),
        ("erased values", ["1 label", "1 reference"]),
    ]


def test_a_value_taken_out_afterwards_in_silence_is_still_seen(initiative: Initiative, odile: Actor, local: Person) -> None:
    erase_actor(odile, by=local)
    link = Seal.objects.get(rank=1)
    link.told = {**link.told, "level": ["", ""]}
    link.save()

    assert [(one.rank, one.value) for one in verify(initiative.public_id).breaks] == [(1, "level")]


def test_quotes_still_say_exactly_what_their_passage_says(initiative: Initiative, odile: Actor, local: Person) -> None:
    texts = [len(one.text) for one in Passage.objects.of(initiative).order_by("pk")]
    erase_actor(odile, by=local)

    rows = Source.objects.of(initiative).select_related("passage")
    assert [one.quote for one in rows] == [one.passage.text[one.start : one.end] for one in rows]
    assert [len(one.text) for one in Passage.objects.of(initiative).order_by("pk")] == texts


def test_no_new_reading_brings_the_name_back(initiative: Initiative, odile: Actor, local: Person) -> None:
    ideas = set(Idea.objects.of(initiative).values_list("public_id", flat=True))
    erase_actor(odile, by=local)

    read(initiative, NOTES + "\n- Planter des saules avec odile  Varenne.\n", local)

    left = everything(initiative).lower()
    assert [word for word in ("varenne", "odile") if word in left] == []
    assert Mention.objects.of(initiative).filter(quote__contains="•").count() == 0
    assert ideas <= set(Idea.objects.of(initiative).values_list("public_id", flat=True))


def test_the_files_of_the_folder_do_not_bring_the_name_back(initiative: Initiative, odile: Actor, local: Person) -> None:
    framing = read_framing('nom = "Vallée"\n[[depense]]\nposte = "Mise en forme par Odile Varenne"\nmontant = 800\n'.encode())
    given, _said = read_directory(b"nom;type;alias;note\nOdile Varenne;personne;Odile;\nSyndicat;organisation;;vu par Odile Varenne\n")
    frame_initiative(initiative, framing, by=local)
    erase_actor(odile, by=local)

    welcome_actors(initiative, given, by=local)
    frame_initiative(initiative, framing, by=local)

    assert "varenne" not in everything(initiative).lower()
    assert [cost.item for cost in ProcessCost.objects.of(initiative)] == ["Mise en forme par ••••• •••••••"]
    assert list(Actor.objects.of(initiative).filter(is_given=True).values_list("name", flat=True)) == ["Syndicat"]


def test_a_table_given_on_screen_does_not_bring_the_name_back(initiative: Initiative, odile: Actor, local: Person) -> None:
    erase_actor(odile, by=local)

    given = rows_of_directory(b"nom;type\nOdile Varenne;personne\nSyndicat;organisation\n")

    assert [(row.name, row.state) for row in planned(initiative, given.rows)] == [("••••• •••••••", "error"), ("Syndicat", "new")]


def test_a_place_or_another_who_bears_the_same_family_name_keeps_it(initiative: Initiative, odile: Actor, local: Person) -> None:
    name_actor(initiative, "Moulin Varenne", by=local)
    erase_actor(odile, by=local)

    assert Actor.objects.of(initiative).filter(name="Moulin Varenne").count() == 1
    assert "Varenne y tient" in everything(initiative)


def test_another_way_of_writing_them_is_erased_when_it_is_given(initiative: Initiative, odile: Actor, local: Person) -> None:
    record("added", odile, by=local, initiative=initiative, told="la Dédé des cantines")

    erase_actor(odile, also=["la Dédé"], by=local)

    assert "Dédé" not in everything(initiative)


def test_an_organisation_is_not_erased(initiative: Initiative, local: Person) -> None:
    with pytest.raises(NotAPerson, match="is no person"):
        erase_actor(name_actor(initiative, "Syndicat de l'Orve", by=local), by=local)


def test_only_who_coordinates_erases(initiative: Initiative, odile: Actor) -> None:
    with pytest.raises(NotAllowed):
        erase_actor(odile, by=Person.objects.create(name="Passante"))


@pytest.fixture
def paul(initiative: Initiative, local: Person) -> Person:
    person = Person.objects.create(name="Paul Hersant", email="paul@hersant.example")
    Membership.objects.create(initiative=initiative, person=person, role=Role.SHAPER)
    record("described", initiative, by=person, initiative=initiative, changed={"note": ["", "vu avec Paul Hersant"]})
    return person


def test_somebody_with_an_account_erases_themselves(initiative: Initiative, paul: Person) -> None:
    erase_person(paul, by=paul)

    kept = Person.objects.get(pk=paul.pk)
    line = journal_of(initiative.public_id, limit=2).lines[1]
    assert (kept.email, kept.is_active, kept.has_usable_password(), kept.memberships.count()) == (None, False, False, 0)
    assert (line.by, line.detail) == (kept.name, {"changed": {"note": ["", "vu avec •••• •••••••"]}})


def test_a_coordinator_does_not_erase_an_account(paul: Person, local: Person) -> None:
    with pytest.raises(NotAllowed):
        erase_person(paul, by=local)


def test_a_coordinator_does_not_erase_who_is_known_elsewhere_too(initiative: Initiative, local: Person) -> None:
    guest, other = Person.objects.create(name="Léa Morin"), open_initiative("Plateau", by=local)
    Membership.objects.of(other).delete()
    unknown = may_erase(local, guest)
    Membership.objects.create(initiative=initiative, person=guest, role=Role.READER)
    here = may_erase(local, guest)
    Membership.objects.create(initiative=other, person=guest, role=Role.READER)
    forget_roles(local)

    assert (unknown, here, may_erase(local, guest)) == (False, True, False)


def test_the_last_coordinator_stays_until_somebody_else_is(initiative: Initiative, paul: Person, local: Person) -> None:
    Membership.objects.all().delete()
    Membership.objects.create(initiative=initiative, person=paul, role=Role.COORDINATOR)

    with pytest.raises(StillNeeded, match="Nobody else coordinates « Vallée »"):
        erase_person(paul, by=paul)


def test_the_person_of_a_workspace_is_not_erased(local: Person, initiative: Initiative) -> None:
    with pytest.raises(StillNeeded):
        erase_person(local, by=local)


def test_links_of_who_is_erased_are_withdrawn(initiative: Initiative, local: Person) -> None:
    guest = Person.objects.create(name="Léa Morin")
    now = timezone.now()
    PersonalLink.objects.create(
        initiative_id=initiative.public_id,
        digest="0" * 64,
        purpose="read",
        person=guest,
        given_by=local,
        given_at=now,
        ends_at=now.replace(year=now.year + 1),
        sent_to="lea@morin.example",
    )

    erase_person(guest, by=local)

    link = PersonalLink.objects.get()
    assert (link.sent_to, link.withdrawn_at is not None) == ("", True)
