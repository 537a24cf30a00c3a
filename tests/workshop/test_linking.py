"""Who gives a personal link, to whom, until when; what becomes of it."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from semailles.core.enums import LinkPurpose
from semailles.core.errors import NotAllowed
from semailles.core.journal import About, journal_of
from semailles.core.links import WithdrawnLink, link_of
from semailles.core.models import Event, Person, PersonalLink
from semailles.core.quotas import HOUR, spend
from semailles.workshop.actions.inviting import InvitationEntry, invite
from semailles.workshop.actions.linking import (
    MOST_BY_ONE,
    MOST_IN_ONE,
    MOST_TO_ONE,
    LinkEntry,
    count_sending,
    disown_link,
    give_link,
    note_sending,
    renew_link,
    withdraw_link,
)
from semailles.workshop.enums import Role
from semailles.workshop.errors import MailedOften, NamelessLink, TooLong, TooManyLinks, WhichPerson
from semailles.workshop.linked import holds_link
from semailles.workshop.models import Initiative

DAY = date(2027, 4, 12)
ENTRY = LinkEntry(LinkPurpose.CONTRIBUTE, "Lise Aubin", date(2027, 5, 12), sent_to="lise@moulins.example")


def test_a_link_is_somebodys_for_one_thing_until_a_day(initiative: Initiative, local: Person) -> None:
    link, token = give_link(initiative, ENTRY, on=DAY, by=local)

    ends = link.ends_at.astimezone(ZoneInfo("Europe/Paris"))
    assert link_of(token) == link
    assert (str(link.person), link.detail, link.sent_to, link.sent_at) == (
        "Lise Aubin",
        {"about": "Vallée", "until": "2027-05-12"},
        "lise@moulins.example",
        None,
    )
    assert (ends.date() - timezone.localdate(timezone=ZoneInfo("Europe/Paris")), ends.hour) == (timedelta(days=31), 0)
    assert holds_link(link.person, LinkPurpose.CONTRIBUTE, initiative) is True
    assert holds_link(link.person, LinkPurpose.READ, initiative) is False
    assert holds_link(Person(name="a visitor"), LinkPurpose.CONTRIBUTE, initiative) is False


def test_the_same_person_is_known_again_and_who_has_a_role_is_somebody_else(initiative: Initiative, local: Person) -> None:
    first, _ = give_link(initiative, ENTRY, on=DAY, by=local)
    again, _ = give_link(initiative, replace(ENTRY, purpose=LinkPurpose.READ, name=" lise  AUBIN "), on=DAY, by=local)
    namesake, _ = give_link(initiative, replace(ENTRY, name=local.name), on=DAY, by=local)

    assert (again.person, namesake.person == local) == (first.person, False)


def test_a_link_without_a_name_or_without_an_end_is_refused(initiative: Initiative, local: Person) -> None:
    for entry, refusal in (
        (replace(ENTRY, name="  "), NamelessLink),
        (replace(ENTRY, ends_on=date(2027, 4, 11)), TooLong),
        (replace(ENTRY, ends_on=date(2028, 4, 14)), TooLong),
    ):
        with pytest.raises(refusal):
            give_link(initiative, entry, on=DAY, by=local)
    assert PersonalLink.objects.count() == 0


def test_a_renewed_link_has_another_address_and_the_former_one_is_closed(initiative: Initiative, local: Person) -> None:
    about = About("Team", initiative.public_id, "équipe 1")
    link, former = give_link(initiative, replace(ENTRY, about=about), on=DAY, by=local)

    renewed, token = renew_link(link, ends_on=date(2027, 6, 1), on=DAY, by=local)

    assert link_of(token) == renewed
    assert (renewed.person, renewed.purpose, renewed.subject_id, renewed.detail["about"]) == (
        link.person,
        link.purpose,
        link.subject_id,
        "équipe 1",
    )
    with pytest.raises(WithdrawnLink):
        link_of(former)


def test_whoever_a_link_does_not_name_closes_it_and_the_coordinator_sees_why(initiative: Initiative, local: Person) -> None:
    link, token = give_link(initiative, ENTRY, on=DAY, by=local)

    disown_link(link, by=link.person)

    assert PersonalLink.objects.get().detail["disowned"] is True
    with pytest.raises(WithdrawnLink):
        link_of(token)
    with pytest.raises(NotAllowed):
        disown_link(link, by=link.person)


def test_only_those_who_coordinate_give_and_withdraw_links(initiative: Initiative, local: Person) -> None:
    link, _ = give_link(initiative, ENTRY, on=DAY, by=local)
    passer = Person.objects.create(name="passante")

    for gesture in (
        lambda: give_link(initiative, ENTRY, on=DAY, by=passer),
        lambda: renew_link(link, ends_on=DAY, on=DAY, by=passer),
        lambda: withdraw_link(link, by=passer),
        lambda: disown_link(link, by=passer),
        lambda: note_sending(link, "x@moulins.example", by=passer),
    ):
        with pytest.raises(NotAllowed):
            gesture()


def test_the_journal_says_that_links_were_given_and_never_to_whom(initiative: Initiative, local: Person) -> None:
    link, token = give_link(initiative, ENTRY, on=DAY, by=local)
    note_sending(link, "lise@moulins.example", by=local)
    withdraw_link(link, by=local)
    withdraw_link(link, by=local)

    assert [line.sentence for line in journal_of(initiative.public_id).lines[:3]] == [
        "withdrew « bring ideas » (personal link)",
        "sent « bring ideas » (personal link) by mail",
        "gave « bring ideas » (personal link)",
    ]
    written = str(list(Event.objects.values()))
    assert [word for word in (token, link.digest, "Lise", "moulins.example") if word in written] == []
    assert (link.sent_at is not None, link.withdrawn_at is not None, link.is_standing(timezone.now())) == (True, True, False)


def test_two_people_of_one_name_are_two_when_whoever_gives_the_links_says_so(initiative: Initiative, local: Person) -> None:
    first, _ = give_link(initiative, ENTRY, on=DAY, by=local)
    other, _ = give_link(initiative, replace(ENTRY, is_somebody_else=True), on=DAY, by=local)
    again, _ = give_link(initiative, replace(ENTRY, same_as=other.person.public_id), on=DAY, by=local)
    renewed, _ = renew_link(first, ends_on=date(2027, 5, 13), on=DAY, by=local)

    assert (first.person == other.person, again.person == other.person, renewed.person == first.person) == (False, True, True)
    assert holds_link(other.person, LinkPurpose.CONTRIBUTE, initiative) is True
    with pytest.raises(WhichPerson, match="several people called Lise Aubin"):
        give_link(initiative, ENTRY, on=DAY, by=local)


def test_a_name_that_the_public_signed_with_is_nobody_who_was_asked(initiative: Initiative, local: Person) -> None:
    writer = Person.objects.create(name="Contribution 3")
    now = timezone.now()
    PersonalLink.objects.create(
        initiative_id=initiative.public_id,
        digest="0" * 64,
        purpose=LinkPurpose.FOLLOW,
        person=writer,
        given_by=writer,
        given_at=now,
        ends_at=now + timedelta(days=9),
    )

    link, _ = give_link(initiative, replace(ENTRY, name="Contribution 3"), on=DAY, by=local)

    assert link.person != writer


def test_nobody_gives_links_without_end_and_it_says_when_to_go_on(initiative: Initiative, local: Person) -> None:
    for _ in range(MOST_BY_ONE):
        spend("links given by", str(local.public_id), limit=MOST_BY_ONE, within=HOUR)

    with pytest.raises(TooManyLinks) as refused:
        give_link(initiative, ENTRY, on=DAY, by=local)
    with pytest.raises(TooManyLinks):
        invite(initiative, InvitationEntry("Paul Martin", "paul@moulins.example", Role.READER), by=local)

    assert refused.value.sentence == "Many links and invitations were given lately: the next ones can be given in 60 minutes."
    assert PersonalLink.objects.count() == 0


def test_a_whole_initiative_gives_no_more_than_its_share_in_a_day(initiative: Initiative, local: Person) -> None:
    for _ in range(MOST_IN_ONE):
        spend("links given in", str(initiative.public_id), limit=MOST_IN_ONE, within=timedelta(days=1))

    with pytest.raises(TooManyLinks, match="in 24 hours"):
        give_link(initiative, ENTRY, on=DAY, by=local)


def test_the_same_address_is_not_written_to_all_day_long(initiative: Initiative, local: Person) -> None:
    link, _ = give_link(initiative, ENTRY, on=DAY, by=local)
    for _ in range(MOST_TO_ONE):
        count_sending(link, by=local)

    with pytest.raises(MailedOften) as refused:
        count_sending(link, by=local)

    assert refused.value.sentence == "This address was written to several times lately: call them, or send it from here in 24 hours."
