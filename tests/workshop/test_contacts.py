"""A contact serves for something, until a day; nothing of it stays in the journal."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from semailles.core.errors import NotAllowed
from semailles.core.journal import journal_of
from semailles.core.models import Event, Person
from semailles.workshop.actions import (
    add_contact,
    describe_contact,
    erase_contact,
    erase_past_contacts,
    hand_out_contacts,
    merge_actors,
    name_actor,
    set_actor_aside,
)
from semailles.workshop.entries import ContactEntry
from semailles.workshop.errors import Incorrect, StaleEdit, StillEngaged, TooLong
from semailles.workshop.models import Actor, Contact, Initiative
from semailles.workshop.queries.actors import contacts_of

DAY = date(2027, 3, 8)
OFFICE = ContactEntry("", "secrétariat", "secretariat@moulins.example", "01 00 00 00 00", "convenir des ateliers", date(2027, 5, 31))


@pytest.fixture
def fund(initiative: Initiative, local: Person) -> Actor:
    return name_actor(initiative, "Fonds des Moulins", by=local)


def test_the_journal_names_the_actor_and_nothing_of_the_contact(initiative: Initiative, local: Person, fund: Actor) -> None:
    contact = add_contact(fund, OFFICE, on=DAY, by=local)
    again = add_contact(fund, OFFICE, on=DAY, by=local)
    twice = Contact.objects.count()
    describe_contact(contact, replace(OFFICE, phone="02 00 00 00 00"), revision=0, on=DAY, by=local)
    erase_contact(contact, by=local)

    assert (again.public_id, twice) == (contact.public_id, 1)
    assert [line.sentence for line in journal_of(initiative.public_id).lines[:3]] == [
        "erased « Fonds des Moulins » (contact)",
        "changed « Fonds des Moulins » (contact)",
        "added « Fonds des Moulins » (contact)",
    ]
    assert list(Event.objects.filter(subject_kind="Contact").values_list("detail", flat=True)) == [{}, {}, {}]
    assert Contact.objects.count() == 0


def test_a_contact_can_be_reached_for_something_until_a_day(local: Person, fund: Actor) -> None:
    for entry, refusal in (
        (replace(OFFICE, email="", phone=""), Incorrect),
        (replace(OFFICE, purpose=""), Incorrect),
        (replace(OFFICE, ends_on=date(2027, 3, 7)), TooLong),
        (replace(OFFICE, ends_on=date(2030, 3, 9)), TooLong),
    ):
        with pytest.raises(refusal):
            add_contact(fund, entry, on=DAY, by=local)


def test_what_is_past_is_erased_and_the_rest_stays(initiative: Initiative, local: Person, fund: Actor) -> None:
    kept = add_contact(fund, OFFICE, on=DAY, by=local)
    add_contact(fund, replace(OFFICE, name="accueil", ends_on=DAY), on=DAY, by=local)

    on_the_day = erase_past_contacts(initiative, on=DAY, by=local)
    the_day_after = erase_past_contacts(initiative, on=date(2027, 3, 9), by=local)

    assert (on_the_day, the_day_after, list(Contact.objects.of(initiative))) == (0, 1, [kept])


def test_what_is_past_is_not_handed_out(initiative: Initiative, local: Person, fund: Actor) -> None:
    add_contact(fund, OFFICE, on=DAY, by=local)

    given = hand_out_contacts(initiative, on=DAY, by=local), hand_out_contacts(initiative, on=date(2027, 6, 1), by=local)

    assert [len(contacts) for contacts in given] == [1, 0]
    assert journal_of(initiative.public_id).lines[1].sentence == "exported the contacts (1)"


def test_a_merged_actor_is_reached_through_the_one_that_stands(initiative: Initiative, local: Person, fund: Actor) -> None:
    contact = add_contact(fund, OFFICE, on=DAY, by=local)
    union = name_actor(initiative, "Syndicat de l'Orve", by=local)

    merge_actors(fund, union, "même siège", by=local)

    assert contacts_of(union) == [contact]
    with pytest.raises(StillEngaged):
        set_actor_aside(union, "une machine", on=DAY, by=local)


def test_two_tabs_and_strangers_are_refused(local: Person, fund: Actor) -> None:
    contact = add_contact(fund, OFFICE, on=DAY, by=local)
    describe_contact(contact, replace(OFFICE, phone="02 00 00 00 00"), revision=0, on=DAY, by=local)

    with pytest.raises(StaleEdit):
        describe_contact(contact, replace(OFFICE, phone="03 00 00 00 00"), revision=0, on=DAY, by=local)
    with pytest.raises(NotAllowed):
        erase_contact(contact, by=Person.objects.create(name="passante"))


def test_what_is_erased_is_overwritten_in_the_file(tmp_path: Path) -> None:
    """Whatever SQLite was built to do."""
    file = tmp_path / "contacts.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA secure_delete=OFF")
        database.executescript(settings.DATABASES["default"]["OPTIONS"]["init_command"])
        database.executescript("CREATE TABLE contact (phone TEXT); INSERT INTO contact VALUES ('01 00 00 00 00'); DELETE FROM contact;")

    assert b"01 00 00 00 00" not in file.read_bytes()
