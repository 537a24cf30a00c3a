"""Signing in by the server of one's organisation: it says who people are, the invitation says who comes in."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings
from tests.instance import account, browser_of
from tests.web.seen import text

from semailles.config.elsewhere import one_server
from semailles.core.models import Person

pytestmark = [pytest.mark.usefixtures("instance"), pytest.mark.django_db]
SIGN_IN = "/compte/oidc/organisation/login/"


class Organisation(BaseHTTPRequestHandler):
    """What such a server answers. `known`: who has just signed in there."""

    known: ClassVar[dict[str, object]] = {}

    def do_GET(self) -> None:  # the library's own name
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        places = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "userinfo_endpoint": "/me", "jwks_uri": "/keys"}
        found = {"issuer": here, **{name: here + path for name, path in places.items()}}
        self._say(self.known if self.path == "/me" else found)

    def do_POST(self) -> None:  # the same
        self.rfile.read(int(self.headers["Content-Length"]))
        self._say({"access_token": "given", "token_type": "bearer"})

    def _say(self, words: dict[str, object]) -> None:
        body = json.dumps(words).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Quiet."""


@pytest.fixture
def organisation(settings: Settings) -> Iterator[type[Organisation]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Organisation)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    apps = one_server(f"http://127.0.0.1:{server.server_address[1]}", name="Communauté de l'Orve", client="semailles", secret="kept")  # noqa: S106  # of the test
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}
    yield Organisation
    server.shutdown()
    server.server_close()
    thread.join()


def comes_back(browser: Client, address: str, *, verified: bool = True, uid: str = "42") -> HttpResponse:
    """To the organisation, which knows them under this address, and back."""
    Organisation.known = {"sub": uid, "email": address, "email_verified": verified, "name": "Dominique"}
    sent = browser.post(SIGN_IN)
    asked = parse_qs(urlsplit(sent["Location"]).query)
    assert (asked["client_id"], asked["code_challenge_method"]) == (["semailles"], ["S256"])
    answer: HttpResponse = browser.get(f"{SIGN_IN}callback/", {"code": "once", "state": asked["state"][0]})
    return answer


def test_the_door_names_the_organisation(organisation: type[Organisation]) -> None:
    assert "With Communauté de l'Orve" in text(browser_of(None).get("/compte/login/").content)


def test_who_was_invited_comes_in_and_their_address_is_proved(organisation: type[Organisation]) -> None:
    person, browser = account("Dominique"), browser_of(None)

    answer = comes_back(browser, str(person.email))

    person.refresh_from_db()
    assert (answer.status_code, answer["Location"], browser.get("/compte/").status_code) == (302, "/", 200)
    assert (person.proved_at is not None, person.has_usable_password()) == (True, False)


def test_nothing_that_somebody_else_left_stays(organisation: type[Organisation]) -> None:
    """Whoever gave the invitation had opened the account, and tied an identity of theirs to it."""
    person = account("Dominique")
    person.set_password("choisi avant toute autre")
    person.save()
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={"credential": "left"})
    SocialAccount.objects.create(user=person, provider="organisation", uid="another")

    comes_back(browser_of(None), str(person.email))

    person.refresh_from_db()
    assert (Authenticator.objects.filter(user=person).count(), person.has_usable_password()) == (0, False)
    assert list(SocialAccount.objects.filter(user=person).values_list("uid", flat=True)) == ["42"]


def test_an_identity_tied_under_another_address_opens_nothing_before_the_owner_came(organisation: type[Organisation]) -> None:
    person, browser = account("Dominique"), browser_of(None)
    SocialAccount.objects.create(user=person, provider="organisation", uid="42")

    answer = comes_back(browser, "camille@exemple.test")

    assert (answer.status_code, browser.get("/compte/").status_code) == (403, 302)
    assert "This identity has another address than that of the account" in text(answer.content)


def test_whom_nobody_invited_stays_outside(organisation: type[Organisation]) -> None:
    browser = browser_of(None)

    comes_back(browser, "inconnue@exemple.test")

    assert (browser.get("/compte/").status_code, Person.objects.filter(email="inconnue@exemple.test").exists()) == (302, False)


def test_an_address_that_the_organisation_did_not_verify_opens_nothing(organisation: type[Organisation]) -> None:
    person, browser = account("Dominique"), browser_of(None)

    comes_back(browser, str(person.email), verified=False)

    assert browser.get("/compte/").status_code == 302
