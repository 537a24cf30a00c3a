"""Who works here and who was asked: links are shown once, sent when somebody says so, and closed; invitations are accepted once."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.instance import account, at, browser_of, member
from tests.web.seen import text

from semailles.core.enums import LinkPurpose
from semailles.core.journal import About
from semailles.core.models import Person, PersonalLink
from semailles.projects.actions import commit_to, let_hold
from semailles.projects.models import Project, ProjectCommitment
from semailles.web.pages.people.offers import key_of
from semailles.workshop.actions import name_actor
from semailles.workshop.actions.inviting import InvitationEntry, invite
from semailles.workshop.actions.linking import LinkEntry, give_link
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import CommitmentRole, Role
from semailles.workshop.models import Initiative

END = timezone.localdate() + timedelta(days=20)
TYPED = {"name": "Marie Durand", "email": "marie@exemple.test", "ends_on": END.isoformat(), "key": "6f1c0f0e-3a57-4a53-9a4e-0d4b6a3a1c11"}


@pytest.fixture
def carrier(initiative: Initiative, local: Person) -> ProjectCommitment:
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie")
    return commit_to(project, CommitmentEntry(name_actor(initiative, "Syndicat de l'Orve", by=local), CommitmentRole.CARRIES), by=local)


def token_in(page: bytes) -> str:
    (found,) = re.findall(r'name="token" value="([\w-]{43})"', page.decode())
    return str(found)


def test_a_link_is_shown_once_with_a_message_and_sent_when_somebody_says_so(browser: Client, carrier: ProjectCommitment) -> None:
    typed = {**TYPED, "what": key_of(LinkPurpose.ANSWER, carrier)}
    shown = browser.post(reverse("link-give"), typed)
    again = browser.post(reverse("link-give"), typed)
    before = len(mail.outbox)
    link, token = PersonalLink.objects.get(), token_in(shown.content)

    sent = browser.post(reverse("link-send", args=[link.public_id]), {"token": token})

    (message,) = mail.outbox
    assert (shown["Cache-Control"], f"http://testserver/lien/{token}/" in text(shown.content)) == ("no-store", True)
    assert "This link was given already, and its address is shown once: renew it from the list to have another." in text(again.content)
    assert (before, sent.status_code, message.to, f"/lien/{token}/" in str(message.body)) == (0, 302, ["marie@exemple.test"], True)
    listed = text(browser.get(reverse("people")).content)
    assert ("sent to marie@exemple.test on" in listed, "Sign or decline a commitment" in listed, token in listed) == (True, True, False)


def test_another_token_is_not_sent(browser: Client, carrier: ProjectCommitment) -> None:
    browser.post(reverse("link-give"), {**TYPED, "what": key_of(LinkPurpose.ANSWER, carrier)})

    browser.post(reverse("link-send", args=[PersonalLink.objects.get().public_id]), {"token": "x" * 43})

    assert (mail.outbox, PersonalLink.objects.get().sent_at) == ([], None)


def test_a_link_is_withdrawn_and_renewed_from_the_list(browser: Client, carrier: ProjectCommitment) -> None:
    first = token_in(browser.post(reverse("link-give"), {**TYPED, "what": key_of(LinkPurpose.ANSWER, carrier)}).content)
    link = PersonalLink.objects.get()
    browser.post(reverse("link-withdraw", args=[link.public_id]))

    closed = browser.get(reverse("link", args=[first]))
    second = token_in(browser.post(reverse("link-renew", args=[link.public_id]), {"ends_on": END.isoformat()}).content)

    assert (closed.status_code, browser.get(reverse("link", args=[second])).status_code) == (404, 200)
    assert [one.withdrawn_at is None for one in PersonalLink.objects.order_by("pk")] == [False, True]


def test_what_a_link_lacks_is_said(browser: Client, carrier: ProjectCommitment) -> None:
    answer = browser.post(reverse("link-give"), {**TYPED, "what": "", "name": " ", "ends_on": "2015-01-01"})
    past = browser.post(reverse("link-give"), {**TYPED, "what": key_of(LinkPurpose.ANSWER, carrier), "ends_on": "2015-01-01"})

    assert (answer.status_code, "Choose what the link opens." in text(answer.content)) == (422, True)
    assert "1 January 2015 is gone: this link would open nothing. Write a day to come." in text(past.content)


@pytest.mark.parametrize("several", [1, 3])
def test_the_list_of_people_costs_the_same_for_one_and_for_three(
    several: int, browser: Client, initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(1, several + 1):
        person = member(initiative, Role.SHAPER, f"Personne {rank}")
        project = Project.objects.create(initiative=initiative, number=rank, title="Une légumerie", taken_up_on=date(2015, 1, 1))
        let_hold(project, person, on=date(2015, 1, 1), by=local)
        give_link(initiative, LinkEntry(LinkPurpose.READ, f"Lise {rank}", END), on=timezone.localdate(), by=local)
    browser.get(reverse("people"))

    with django_assert_num_queries(8):
        shown = text(browser.get(reverse("people")).content)

    assert [f"Personne {rank}" in shown and f"Lise {rank}" in shown for rank in range(1, several + 1)] == [True] * several


def test_a_role_is_given_and_ended_and_somebody_always_coordinates(browser: Client, initiative: Initiative, local: Person) -> None:
    lise = member(initiative, Role.READER, "Lise Aubin")
    page, end = reverse("member", args=[lise.public_id]), reverse("member-end", args=[lise.public_id])
    browser.post(page, {"role": Role.SHAPER})
    browser.post(end, {"role": Role.READER})
    kept = list(lise.memberships.values_list("role", flat=True))

    last = browser.post(reverse("member-end", args=[local.public_id]), {"role": Role.COORDINATOR}, follow=True)
    gone = browser.post(end, {"role": Role.SHAPER})

    assert kept == [Role.SHAPER]
    assert "local is the last to coordinate this initiative: give this role to somebody else first." in text(last.content)
    assert (gone["Location"], browser.get(page).status_code) == (reverse("people"), 404)


def test_a_holding_ends_and_the_role_stays(browser: Client, initiative: Initiative, local: Person) -> None:
    lise = member(initiative, Role.HOLDER, "Lise Aubin")
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie", taken_up_on=date(2015, 1, 1))
    let_hold(project, lise, on=date(2015, 1, 1), by=local)

    browser.post(reverse("member-end", args=[lise.public_id]), {"project": "1"})
    wrong = browser.post(reverse("member-end", args=[lise.public_id]), {"project": "7"})

    assert (lise.holdings.get().until is not None, lise.memberships.get().role, wrong.status_code) == (True, Role.HOLDER, 404)


@pytest.mark.usefixtures("instance")
def test_a_newcomer_opens_an_account_by_the_invitation_and_is_in(initiative: Initiative) -> None:
    coordinator = member(initiative, Role.COORDINATOR, "Paul Martin")
    typed = {"name": "Lise Aubin", "email": "lise@exemple.test", "role": Role.SHAPER, "about": ""}
    given = browser_of(coordinator).post(at(initiative, "/personnes/inviter/"), typed)
    token, visitor = token_in(given.content), browser_of(None)

    short = visitor.get(f"/l/{token}/")
    shown = text(visitor.get(short["Location"]).content)
    weak = visitor.post(short["Location"], {"name": "Lise Aubin", "password": "12345"})
    joined = visitor.post(short["Location"], {"name": "Lise Aubin", "password": "un-long-mot-de-passe-bleu"})
    again = visitor.get(short["Location"])

    assert (short.status_code, short["Location"], f"/l/{token}/" in text(given.content)) == (302, at(initiative, f"/lien/{token}/"), True)
    assert "Paul Martin invites Lise Aubin as shaper of projects." in shown
    assert (weak.status_code, joined.status_code, joined["Location"]) == (422, 302, at(initiative, "/"))
    assert visitor.get(at(initiative, "/")).status_code == 200
    assert (again.status_code, "This link has already served" in text(again.content)) == (404, True)
    assert mail.outbox == []


@pytest.mark.usefixtures("instance")
def test_who_has_an_account_joins_with_one_press_and_another_account_is_refused(initiative: Initiative) -> None:
    coordinator = member(initiative, Role.COORDINATOR, "Paul Martin")
    typed = {"name": "Lise Aubin", "email": "lise.aubin@exemple.test", "role": Role.READER, "about": ""}
    token = token_in(browser_of(coordinator).post(at(initiative, "/personnes/inviter/"), typed).content)
    lise, other, page = account("Lise Aubin"), account("Zoé Blin"), at(initiative, f"/lien/{token}/")

    refused = browser_of(other).get(page)
    joined = browser_of(lise).post(page, {"joins": "1"})

    assert "This invitation is for another address than that of your account" in text(refused.content)
    assert (refused.status_code, joined.status_code, lise.memberships.get().role) == (404, 302, Role.READER)


@pytest.mark.usefixtures("instance")
def test_a_wrong_short_link_says_so_and_tells_no_initiative(initiative: Initiative) -> None:
    answer = browser_of(None).get("/l/nothing/")

    assert (answer.status_code, "This link is not one of ours" in text(answer.content), "Vallée" in text(answer.content)) == (
        404,
        True,
        False,
    )


@pytest.mark.usefixtures("instance")
def test_only_those_who_coordinate_see_who_was_asked(initiative: Initiative) -> None:
    for role, status in ((Role.COORDINATOR, 200), (Role.SHAPER, 403), (Role.READER, 403)):
        assert browser_of(member(initiative, role)).get(at(initiative, "/personnes/")).status_code == status
    assert browser_of(None).get(at(initiative, "/personnes/")).status_code == 302


@pytest.mark.usefixtures("instance")
def test_an_invitation_opens_no_sheet_before_it_is_accepted(carrier: ProjectCommitment, initiative: Initiative, local: Person) -> None:
    about = About("Project", carrier.project.public_id, str(carrier.project))
    _, token = invite(initiative, InvitationEntry("Lise Aubin", "lise@exemple.test", Role.HOLDER, about), by=local)

    assert browser_of(None).get(at(initiative, f"/lien/{token}/fiche.pdf")).status_code == 404


@pytest.mark.usefixtures("instance")
def test_an_invitation_is_not_said_closed_by_whoever_it_does_not_name(initiative: Initiative, local: Person) -> None:
    link, token = invite(initiative, InvitationEntry("Lise Aubin", "lise@exemple.test", Role.READER), by=local)

    said = browser_of(None).post(at(initiative, f"/lien/{token}/pas-moi/"))

    link.refresh_from_db()
    assert (said.status_code, link.withdrawn_at) == (404, None)
