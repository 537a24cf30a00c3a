"""An invitation serves once, within three days, to whoever owns its address; it gives a role, a seat, a project to hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from tests.instance import account, member

from semailles.core.errors import NotAllowed
from semailles.core.journal import About, journal_of
from semailles.core.links import ExpiredLink, UsedLink, WithdrawnLink, link_of
from semailles.core.models import Event, Person, PersonalLink
from semailles.projects.actions.joining import join
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.workshop.actions import add_body, designate
from semailles.workshop.actions.inviting import InvitationEntry, accept_invitation, invite, open_account
from semailles.workshop.actions.roles import end_role, give_role
from semailles.workshop.entries import BodyEntry, MandateEntry
from semailles.workshop.enums import BodyKind, Role
from semailles.workshop.errors import AlreadyThere, Incorrect, NamelessLink, NotTheirInvitation
from semailles.workshop.models import Initiative, Mandate
from semailles.workshop.rules import roles_of

DAY = date(2015, 4, 12)
ENTRY = InvitationEntry("Lise Aubin", "Lise.Aubin@exemple.test", Role.SHAPER)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("instance")]


def test_a_visitor_makes_the_account_of_the_address_and_joins_once(initiative: Initiative, local: Person) -> None:
    link, token = invite(initiative, ENTRY, by=local)

    lise = open_account(link, "Lise Aubin", "un-long-mot-de-passe-bleu", by=Person(name="a visitor"))
    accept_invitation(link, on=DAY, by=lise)

    assert (lise.email, lise.check_password("un-long-mot-de-passe-bleu"), roles_of(lise, initiative)) == (
        "lise.aubin@exemple.test",
        True,
        {Role.SHAPER},
    )
    with pytest.raises(UsedLink):
        link_of(token)
    with pytest.raises(NotAllowed):
        accept_invitation(PersonalLink.objects.get(), on=DAY, by=lise)


def test_an_invitation_is_past_after_three_days(initiative: Initiative, local: Person) -> None:
    link, token = invite(initiative, ENTRY, by=local)
    before = link.ends_at - timezone.now()
    PersonalLink.objects.update(given_at=timezone.now() - timedelta(hours=73), ends_at=timezone.now() - timedelta(hours=1))

    assert timedelta(hours=71) < before <= timedelta(hours=72)
    with pytest.raises(ExpiredLink):
        link_of(token)
    link.refresh_from_db()
    with pytest.raises(NotAllowed):
        open_account(link, "Lise", "un-long-mot-de-passe-bleu", by=Person(name="a visitor"))


def test_nobody_is_mailed_by_an_invitation_that_nobody_sent(initiative: Initiative, local: Person) -> None:
    invite(initiative, ENTRY, by=local)

    assert mail.outbox == []


def test_an_invitation_to_another_address_is_refused(initiative: Initiative, local: Person) -> None:
    link, _ = invite(initiative, ENTRY, by=local)
    other = account("Paul Martin")

    with pytest.raises(NotTheirInvitation) as refused:
        accept_invitation(link, on=DAY, by=other)

    assert refused.value.sentence == (
        "This invitation is for another address than that of your account: ask for one at the address you sign in with."
    )
    assert roles_of(other, initiative) == frozenset()


def test_who_has_an_account_signs_in_and_makes_no_second_one(initiative: Initiative, local: Person) -> None:
    lise = account("Lise Aubin")
    link, _ = invite(initiative, ENTRY, by=local)

    with pytest.raises(NotTheirInvitation):
        open_account(link, "Lise Aubin", "un-long-mot-de-passe-bleu", by=Person(name="a visitor"))
    with pytest.raises(NotAllowed):
        accept_invitation(link, on=DAY, by=Person(name="a visitor"))
    accept_invitation(link, on=DAY, by=lise)

    assert (Person.objects.filter(email="lise.aubin@exemple.test").count(), roles_of(lise, initiative)) == (1, {Role.SHAPER})


def test_whoever_invites_learns_nothing_of_the_accounts_of_the_instance(initiative: Initiative, local: Person) -> None:
    account("Lise Aubin")

    known, _ = invite(initiative, ENTRY, by=local)
    unknown, _ = invite(initiative, replace(ENTRY, email="personne@exemple.test"), by=local)

    shown = [(link.person, link.detail, link.single_use) for link in (known, unknown)]
    assert shown[0] == shown[1]


def test_a_password_that_is_too_weak_is_refused_in_words(initiative: Initiative, local: Person) -> None:
    link, _ = invite(initiative, ENTRY, by=local)

    with pytest.raises(Incorrect) as refused:
        open_account(link, "Lise Aubin", "12345", by=Person(name="a visitor"))

    assert list(refused.value.errors) == ["password"]
    assert not Person.objects.filter(email="lise.aubin@exemple.test").exists()


def test_a_new_invitation_closes_the_former_one(initiative: Initiative, local: Person) -> None:
    _, former = invite(initiative, ENTRY, by=local)
    link, token = invite(initiative, ENTRY, by=local)

    assert link_of(token) == link
    with pytest.raises(WithdrawnLink):
        link_of(former)


def test_what_cannot_be_an_invitation_is_refused(initiative: Initiative, local: Person) -> None:
    member(initiative, Role.SHAPER, "Paul Martin")

    for entry, refusal in (
        (replace(ENTRY, name=" "), NamelessLink),
        (replace(ENTRY, email="lise"), Incorrect),
        (replace(ENTRY, email="paul.martin@exemple.test"), AlreadyThere),
    ):
        with pytest.raises(refusal):
            invite(initiative, entry, by=local)
    with pytest.raises(NotAllowed):
        invite(initiative, ENTRY, by=member(initiative, Role.SHAPER, "Zoé"))


def test_an_invitation_falls_with_whoever_gave_it(initiative: Initiative, local: Person) -> None:
    coordinator, lise = member(initiative, Role.COORDINATOR, "Paul Martin"), account("Lise Aubin")
    link, _ = invite(initiative, ENTRY, by=coordinator)
    end_role(initiative, coordinator, Role.COORDINATOR, by=local)

    with pytest.raises(NotAllowed) as refused:
        accept_invitation(PersonalLink.objects.get(), on=DAY, by=lise)

    assert refused.value.sentence == "Paul Martin, who invited you, no longer coordinates this initiative: ask for another invitation."
    assert link.used_at is None


def test_no_account_is_made_by_an_invitation_that_fell(initiative: Initiative, local: Person) -> None:
    coordinator = member(initiative, Role.COORDINATOR, "Paul Martin")
    link, _ = invite(initiative, ENTRY, by=coordinator)
    end_role(initiative, coordinator, Role.COORDINATOR, by=local)

    with pytest.raises(NotAllowed):
        open_account(PersonalLink.objects.get(pk=link.pk), "Lise Aubin", "un-long-mot-de-passe-bleu", by=Person(name="a visitor"))

    assert not Person.objects.filter(email=link.sent_to).exists()


def test_a_holder_joins_with_the_project_that_was_entrusted(initiative: Initiative, local: Person) -> None:
    theirs = Project.objects.create(initiative=initiative, number=1, title="Une légumerie")
    other = Project.objects.create(initiative=initiative, number=2, title="Un verger")
    lise = account("Lise Aubin")
    link, _ = invite(initiative, replace(ENTRY, role=Role.HOLDER, about=About("Project", theirs.public_id, str(theirs))), by=local)

    join(link, on=DAY, by=lise)

    assert (roles_of(lise, initiative), [may_write_project(lise, project) for project in (theirs, other)]) == ({Role.HOLDER}, [True, False])


def test_a_project_dropped_since_is_no_longer_entrusted(initiative: Initiative, local: Person) -> None:
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie")
    lise = account("Lise Aubin")
    link, _ = invite(initiative, replace(ENTRY, role=Role.HOLDER, about=About("Project", project.public_id, "")), by=local)
    Project.objects.update(set_aside_on=DAY, set_aside_reason="personne ne le porte")

    join(link, on=DAY, by=lise)

    assert (roles_of(lise, initiative), lise.holdings.count()) == ({Role.HOLDER}, 0)


def test_an_elected_reader_takes_the_seat_that_bears_their_name(initiative: Initiative, local: Person) -> None:
    body = add_body(initiative, BodyEntry("Comité de pilotage", BodyKind.STEERING), by=local)
    waiting = designate(body, MandateEntry("Lise Aubin", college="élus"), by=local)
    lise, paul = account("Lise Aubin"), account("Paul Martin")
    about = About("Body", body.public_id, str(body))

    for person in (lise, paul):
        link, _ = invite(initiative, InvitationEntry(person.name, person.email or "", Role.STEERING, about), by=local)
        join(link, on=DAY, by=person)

    seats = Mandate.objects.order_by("pk").values_list("name", "person__name", "college")
    assert list(seats) == [("Lise Aubin", "Lise Aubin", "élus"), ("Paul Martin", "Paul Martin", "")]
    assert waiting.pk == Mandate.objects.get(person=lise).pk


def test_nobody_takes_the_seat_of_another_by_signing_as_them(initiative: Initiative, local: Person) -> None:
    body = add_body(initiative, BodyEntry("Comité de pilotage", BodyKind.STEERING), by=local)
    waiting = designate(body, MandateEntry("Lise Aubin", college="élus"), by=local)
    link, _ = invite(
        initiative, InvitationEntry("Paul Martin", "paul@exemple.test", Role.STEERING, About("Body", body.public_id, "")), by=local
    )

    paul = open_account(link, "Lise Aubin", "un-long-mot-de-passe-bleu", by=Person(name="a visitor"))
    join(link, on=DAY, by=paul)

    waiting.refresh_from_db()
    assert (waiting.person, Mandate.objects.filter(person=paul).count()) == (None, 1)


def test_the_journal_says_the_role_and_never_the_address(initiative: Initiative, local: Person) -> None:
    lise = account("Lise Aubin")
    link, _ = invite(initiative, ENTRY, by=local)
    accept_invitation(link, on=DAY, by=lise)

    assert [line.sentence for line in journal_of(initiative.public_id).lines if line.verb in {"joined", "invited"}] == [
        "joined the initiative as shaper of projects",
        "invited somebody as shaper of projects",
    ]
    assert "exemple.test" not in str(list(Event.objects.values()))


def test_a_role_already_given_is_joined_all_the_same(initiative: Initiative, local: Person) -> None:
    lise = account("Lise Aubin")
    link, _ = invite(initiative, ENTRY, by=local)
    give_role(initiative, lise, Role.SHAPER, by=local)

    accept_invitation(link, on=DAY, by=lise)

    assert roles_of(lise, initiative) == {Role.SHAPER}
