"""What somebody may try at the door of another's account: a code used twice, a session planted, addresses sounded out."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings as chosen
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import account, at, browser_of, member

from semailles.core.models import Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.actions.inviting import InvitationEntry, invite
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership

pytestmark = pytest.mark.usefixtures("instance")
SAID, SECRET = "des semences anciennes", "JBSWY3DPEHPK3PXP"
DOOR, SECOND = "/compte/login/", "/compte/2fa/authenticate/"


class CountingHasher(PBKDF2PasswordHasher):
    iterations = 1
    worked: ClassVar[list[str]] = []

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        self.worked.append(password)
        return super().encode(password, salt, iterations)


@pytest.fixture(autouse=True)
def slow_clocks(settings: Settings) -> None:
    """A code does not end between the line that reads it and the one that sends it."""
    settings.MFA_TOTP_TOLERANCE = 1


@pytest.fixture
def ama(db: None) -> Person:
    person = account("Ama")
    person.set_password(SAID)
    person.proved_at = timezone.now()
    person.save()
    return person


def at_the_second_step(person: Person) -> Client:
    browser = Client()
    assert browser.post(DOOR, {"login": person.email, "password": SAID})["Location"] == SECOND
    return browser


def code_now() -> str:
    return str(format_hotp_value(hotp_value(SECRET, list(yield_hotp_counters_from_time())[1])))


def recovery_code(person: Person) -> str:
    return str(RecoveryCodes.activate(person).get_unused_codes()[0])


@pytest.mark.parametrize("given", [lambda _person: code_now(), recovery_code])
def test_a_code_opens_once_also_for_whoever_stands_at_the_door_in_another_browser(ama: Person, given: Callable[[Person], str]) -> None:
    TOTP.activate(ama, SECRET)
    first, second = at_the_second_step(ama), at_the_second_step(ama)
    code = given(ama)

    answers = [browser.post(SECOND, {"code": code}).status_code for browser in (first, second)]

    assert answers == [302, 200]
    assert [browser.get("/").status_code for browser in (first, second)] == [200, 302]


@pytest.mark.parametrize("given", [lambda _person: code_now(), recovery_code])
def test_two_who_read_what_is_left_before_either_wrote_do_not_both_come_in(ama: Person, given: Callable[[Person], str]) -> None:
    TOTP.activate(ama, SECRET)
    code = given(ama)
    kind = Authenticator.Type.TOTP if len(code) == 6 else Authenticator.Type.RECOVERY_CODES
    one, other = (Authenticator.objects.get(user=ama, type=kind) for _turn in range(2))

    found = [one.wrap().validate_code(code), other.wrap().validate_code(code)]
    one.record_usage()
    other.record_usage()

    assert found == [True, False]
    assert Authenticator.objects.get(user=ama, type=kind).wrap().validate_code(code) is False


def test_signing_in_works_as_much_for_an_address_that_is_known_as_for_another(ama: Person, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.{CountingHasher.__name__}"]
    ama.set_password(SAID)
    ama.save()
    closed, keyless = account("Closed"), account("Keyless")
    closed.set_password(SAID)
    closed.is_active = False
    keyless.set_unusable_password()
    for person in (closed, keyless):
        person.save()

    worked = {}
    for address in (ama.email, "nobody@exemple.test", closed.email, keyless.email):
        CountingHasher.worked.clear()
        answer = Client().post(DOOR, {"login": address, "password": "a wrong one"})
        worked[address] = len(CountingHasher.worked), answer.status_code

    assert worked == dict.fromkeys(worked, (1, 200))


def test_a_session_that_was_planted_before_opens_nothing_after(ama: Person) -> None:
    TOTP.activate(ama, SECRET)
    theirs = Client()
    planted = theirs.session  # made, and its cookie with it
    names = [str(planted.session_key)]
    theirs.post(DOOR, {"login": ama.email, "password": SAID})
    names.append(theirs.cookies[chosen.SESSION_COOKIE_NAME].value)
    theirs.post(SECOND, {"code": code_now()})
    names.append(theirs.cookies[chosen.SESSION_COOKIE_NAME].value)

    found = []
    for name in names:
        browser = Client()
        browser.cookies[chosen.SESSION_COOKIE_NAME] = name
        found.append(browser.get("/").status_code)

    assert found == [302] * (len(names) - 1) + [200]
    assert len(set(names)) == len(names)


def test_asking_for_a_new_password_says_the_same_of_every_address_and_opens_no_closed_account(ama: Person) -> None:
    closed, unproved = account("Closed"), account("Unproved")
    closed.is_active = False
    closed.save()
    asked: dict[str, Any] = {}
    for address in (ama.email, unproved.email, closed.email, "nobody@exemple.test"):
        answer = Client().post("/compte/password/reset/", {"email": address}, follow=True)
        said = answer.content.decode().replace(str(address), "")
        asked[str(address)] = answer.redirect_chain, said.partition("<main")[2].partition("</main>")[0]

    assert [one == asked[str(ama.email)] for one in asked.values()] == [True] * 4
    assert {message.to[0]: "/key/" in str(message.body) for message in mail.outbox} == {
        ama.email: True,
        unproved.email: True,
        closed.email: False,
        "nobody@exemple.test": False,
    }


def test_an_invitation_opened_by_somebody_else_who_is_signed_in_stays_for_whom_it_names(ama: Person) -> None:
    admin = account("Administration", administers=True)
    vale: Initiative = open_initiative("Vallée de l'Orve", by=admin)
    _link, token = invite(vale, InvitationEntry("Bo Lind", "bo@exemple.test", Role.READER), by=admin)
    browser = browser_of(ama)
    page = browser.get(f"/l/{token}/", follow=True)
    place = page.request["PATH_INFO"]

    browser.post(place, {"name": "Ama", "password": SAID})
    refused = Membership.objects.filter(person=ama).count(), browser.get(at(vale, "/")).status_code
    theirs = Client()
    theirs.post(place, {"name": "Bo Lind", "password": SAID})

    assert (refused, "another address than that of your account" in page.content.decode().replace("’", "'")) == ((0, 404), True)
    assert [one.email for one in Person.objects.filter(memberships__role=Role.READER)] == ["bo@exemple.test"]
    assert member(vale, Role.READER, "Camille").memberships.count() == 1
