"""The link by which somebody chooses their password: no password is ever written by whoever keeps the machine."""

from urllib.parse import urlsplit

import pytest
from tests.instance import browser_of

from semailles.cli.accounts import appoint
from semailles.core.models import Person

EMAIL, SENTENCE = "claire@exemple.test", "nine herons over the weir"


@pytest.fixture
def link(instance: None, db: None) -> str:
    return urlsplit(appoint(EMAIL, name="Claire")).path


def chosen(link: str, sentence: str) -> str:
    """Where one stands once the password is sent."""
    browser = browser_of(None)
    form = browser.get(link, follow=True).redirect_chain[-1][0]
    return browser.post(form, {"password1": sentence, "password2": sentence}, follow=True).content.decode()


def signed_in(sentence: str) -> bool:
    browser = browser_of(None)
    browser.post("/compte/login/", {"login": EMAIL, "password": sentence})
    return "_auth_user_id" in browser.session


def test_who_is_appointed_chooses_a_password_and_signs_in(link: str) -> None:
    assert "<h1>Your password is kept</h1>" in chosen(link, SENTENCE)

    assert (signed_in(SENTENCE), signed_in("another sentence of theirs")) == (True, False)


def test_the_link_serves_once(link: str) -> None:
    chosen(link, SENTENCE)

    assert "<h1>This link no longer opens</h1>" in browser_of(None).get(link, follow=True).content.decode()


def test_a_password_too_short_is_refused_and_the_link_still_serves(link: str) -> None:
    said = chosen(link, "short")

    assert ("<h1>Choose a password</h1>" in said, said.count("12 characters")) == (True, 2)

    assert "<h1>Your password is kept</h1>" in chosen(link, SENTENCE)


def test_nobody_has_a_password_before_they_chose_it(link: str) -> None:
    person = Person.objects.get(email=EMAIL)

    assert (person.has_usable_password(), person.is_administrator) == (False, True)
