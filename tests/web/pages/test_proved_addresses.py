"""Whoever invites sees the link: should they open the account before the person does, nothing of theirs stays once the person comes."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from tests.instance import account, at, browser_of
from tests.web.seen import text

from semailles.cli.accounts import appoint
from semailles.core.models import Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.actions.inviting import InvitationEntry, invite
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
THEIRS, OWN, ADDRESS = "choisi avant toute autre", "une jachère bien tenue", "dominique@exemple.test"
REMOVED = "keys and codes that were set up before were removed"


@pytest.fixture
def vale(db: None) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=account("Camille Aubry", administers=True))


@pytest.fixture
def usurper(vale: Initiative) -> Client:
    """Who gave the invitation, opened it, and left a key there."""
    _link, token = invite(vale, InvitationEntry("Dominique", ADDRESS, Role.READER), by=Person.objects.get(name="Camille Aubry"))
    browser = browser_of(None)
    assert browser.post(at(vale, f"/lien/{token}/"), {"name": "Dominique", "password": THEIRS}).status_code == 302
    opened = Person.objects.get(email=ADDRESS)
    Authenticator.objects.create(user=opened, type=Authenticator.Type.WEBAUTHN, data={"credential": "left"})
    SocialAccount.objects.create(user=opened, provider="organisation", uid="another")
    return browser


def chosen_again() -> tuple[Client, str]:
    """The owner of the address asks for a new password, and follows what was mailed."""
    browser = browser_of(None)
    browser.post("/compte/password/reset/", {"email": ADDRESS})
    link = re.search(r"https?://[^/]+(/compte/password/reset/key/\S+)", str(mail.outbox[-1].body))
    assert link is not None
    page = browser.get(browser.get(link[1])["Location"])
    done = browser.post(page.request["PATH_INFO"], {"password1": OWN, "password2": OWN})
    return browser, text(browser.get(done["Location"]).content)


def test_nothing_of_who_opened_the_account_stays_once_its_owner_comes(usurper: Client, vale: Initiative) -> None:
    assert usurper.get(at(vale, "/")).status_code == 200
    assert Person.objects.get(email=ADDRESS).proved_at is None

    owner, said = chosen_again()

    person = Person.objects.get(email=ADDRESS)
    assert REMOVED in said
    assert (person.proved_at is not None, person.check_password(OWN), person.check_password(THEIRS)) == (True, True, False)
    assert (Authenticator.objects.filter(user=person).count(), SocialAccount.objects.filter(user=person).count()) == (0, 0)
    assert usurper.get(at(vale, "/")).status_code == 302
    assert owner.post("/compte/login/", {"login": ADDRESS, "password": OWN})["Location"] == "/"
    assert owner.get(at(vale, "/")).status_code == 200


def test_keys_of_an_owner_outlive_a_forgotten_password(usurper: Client) -> None:
    chosen_again()
    person = Person.objects.get(email=ADDRESS)
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={"credential": "own"})

    _browser, said = chosen_again()

    assert (REMOVED in said, Authenticator.objects.filter(user=person).count()) == (False, 1)


def test_who_is_made_administrator_brings_nothing_that_somebody_else_left(usurper: Client, vale: Initiative) -> None:
    appoint(ADDRESS)

    person = Person.objects.get(email=ADDRESS)
    assert (person.is_administrator, person.has_usable_password(), Authenticator.objects.filter(user=person).exists()) == (
        True,
        False,
        False,
    )
    assert usurper.get(at(vale, "/")).status_code == 302


def test_an_account_says_whether_its_address_is_verified_and_offers_to(usurper: Client) -> None:
    before = text(usurper.get("/compte/").content)
    asked = usurper.post("/compte/password/reset/", {"email": ADDRESS})
    owner, _said = chosen_again()
    owner.post("/compte/login/", {"login": ADDRESS, "password": OWN})
    after = text(owner.get("/compte/").content)

    assert (asked.status_code, mail.outbox[0].to) == (302, [ADDRESS])
    assert ("Your address is not verified yet" in before, "Your address is not verified yet" in after) == (True, False)
    assert "Address verified on" in after


def test_a_coordinator_sees_whose_address_is_not_verified(usurper: Client, vale: Initiative) -> None:
    browser = browser_of(Person.objects.get(name="Camille Aubry"))
    before = text(browser.get(at(vale, "/personnes/")).content)
    chosen_again()
    after = text(browser.get(at(vale, "/personnes/")).content)

    assert (f"{ADDRESS} · address not verified yet" in before, f"{ADDRESS} · address not verified yet" in after) == (True, False)
