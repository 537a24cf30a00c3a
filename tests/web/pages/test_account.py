"""One's own account on an instance: a name, a password, a second proof; nothing says who has one."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone
from tests.instance import account, browser_of

from semailles.core.models import Person

pytestmark = pytest.mark.usefixtures("instance")
FIRST, SECOND = "des semences anciennes", "une jachère bien tenue"


@pytest.fixture
def ama(db: None) -> Person:
    person = account("Ama")
    person.set_password(FIRST)
    person.save()
    EmailAddress.objects.create(
        user=person, email=person.email, primary=True
    )  # as the library notes it when a password is chosen by a link
    return person


def signed_in_by_password(person: Person) -> Client:
    browser = browser_of(None)
    assert browser.post("/compte/login/", {"login": person.email, "password": FIRST}).status_code == 302
    return browser


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))


def test_one_says_how_one_is_called_and_in_which_language_one_is_written_to(ama: Person) -> None:
    answer = browser_of(ama).post("/compte/", {"name": "Ama K.", "lang": "en"})

    ama.refresh_from_db()
    assert (answer.status_code, ama.name, ama.lang) == (302, "Ama K.", "en")


def test_sessions_that_have_ended_are_not_kept(ama: Person) -> None:
    ended, lasting = (
        Session.objects.create(session_key=name, session_data="", expire_date=timezone.now() + timedelta(days=days)).pk
        for name, days in (("ended", -1), ("lasting", 1))
    )

    signed_in_by_password(ama)

    assert (Session.objects.filter(pk=ended).exists(), Session.objects.filter(pk=lasting).exists()) == (False, True)


@pytest.mark.parametrize("path", ["/compte/", "/compte/password/change/", "/compte/2fa/", "/compte/sessions/"])
def test_pages_of_an_account_ask_who_one_is(path: str, db: None) -> None:
    answer = browser_of(None).get(path)

    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/compte/login/")


def test_a_wrong_password_says_so_and_not_whether_the_address_is_known(ama: Person) -> None:
    pages = [
        browser_of(None).post("/compte/login/", {"login": address, "password": "wrong"}).content.decode()
        for address in (ama.email, "x@exemple.test")
    ]

    assert ["not correct" in page for page in pages] == [True, True]


def test_a_forgotten_password_is_chosen_again_by_a_letter_that_goes_once(ama: Person) -> None:
    browser = browser_of(None)
    asked = [browser.post("/compte/password/reset/", {"email": address})["Location"] for address in (ama.email, "x@exemple.test")]
    link = re.search(r"https?://[^/]+(/compte/password/reset/key/\S+)", str(mail.outbox[0].body))
    assert link is not None
    page = browser.get(browser.get(link[1])["Location"])
    done = browser.post(page.request["PATH_INFO"], {"password1": SECOND, "password2": SECOND})

    ama.refresh_from_db()
    assert asked[0] == asked[1]
    assert (done.status_code, ama.check_password(SECOND)) == (302, True)
    assert SECOND not in str(mail.outbox)
    assert "key/" not in browser_of(None).get(link[1]).headers.get("Location", "")  # used


def test_nobody_signs_up_by_themselves(db: None) -> None:
    browser_of(None).post("/compte/signup/", {"email": "x@exemple.test", "password1": FIRST})

    assert not Person.objects.filter(email="x@exemple.test").exists()


def test_a_second_proof_is_set_up_then_asked_for_at_the_door(ama: Person) -> None:
    browser = signed_in_by_password(ama)
    browser.post("/compte/reauthenticate/", {"password": FIRST})
    secret = browser.get("/compte/2fa/totp/activate/").context["form"].secret
    browser.post("/compte/2fa/totp/activate/", {"code": code_of(secret)})
    again = browser_of(None)

    at_the_door = again.post("/compte/login/", {"login": ama.email, "password": FIRST})
    inside = again.get("/").status_code

    assert (at_the_door["Location"], inside) == ("/compte/2fa/authenticate/", 302)
    assert again.post("/compte/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert again.get("/").status_code == 302


def test_a_session_is_ended_from_another(ama: Person) -> None:
    here, there = signed_in_by_password(ama), signed_in_by_password(ama)
    assert (here.get("/").status_code, there.get("/").status_code) == (200, 200)

    here.post("/compte/sessions/")

    assert (here.get("/").status_code, there.get("/").status_code) == (200, 302)


def test_signing_in_leads_to_no_other_site(ama: Person) -> None:
    targets = ("https://ailleurs.test/", "//ailleurs.test/", "/\\ailleurs.test", "javascript:alert(1)")
    tries = [{"login": ama.email, "password": FIRST, "next": target} for target in targets]

    assert [browser_of(None).post("/compte/login/", typed)["Location"] for typed in tries] == ["/"] * 4
