"""A session ends by itself; tries to sign in are counted; who administers proves twice who they are."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import account, at, browser_of, member

from semailles.core.models import Person
from semailles.web.layout.sender import sender_of
from semailles.web.layout.sessions import BEGAN, SEEN
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

SAID = "des semences anciennes"  # what is typed to sign in


@pytest.fixture
def vale(instance: None, db: None) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=account("Administration", administers=True))


@pytest.fixture
def shaper(vale: Initiative) -> Person:
    person = member(vale, Role.COORDINATOR, "Ama")
    person.set_password(SAID)
    person.save()
    return person


def aged(browser: Client, **ages: timedelta) -> None:
    session = browser.session
    for name, age in ages.items():
        session[name] = (timezone.now() - age).isoformat()
    session.save()


def try_to_sign_in(email: str, password: str, *, times: int = 1) -> list[int]:
    return [Client().post("/compte/login/", {"login": email, "password": password}).status_code for _ in range(times)]


@pytest.mark.parametrize("ages", [{SEEN: timedelta(hours=13)}, {SEEN: timedelta(minutes=5), BEGAN: timedelta(days=15)}])
def test_a_session_ends_after_a_night_without_a_gesture_or_after_two_weeks(
    vale: Initiative, shaper: Person, ages: dict[str, timedelta]
) -> None:
    browser = browser_of(shaper)
    assert browser.get(at(vale, "/")).status_code == 200

    aged(browser, **ages)

    assert browser.get(at(vale, "/")).status_code == 302
    assert browser.get(at(vale, "/")).status_code == 302


def test_reading_keeps_a_session_open(vale: Initiative, shaper: Person) -> None:
    browser = browser_of(shaper)
    aged(browser, **{SEEN: timedelta(hours=11), BEGAN: timedelta(hours=20)})

    assert browser.get(at(vale, "/")).status_code == 200
    assert timezone.now() - datetime.fromisoformat(browser.session[SEEN]) < timedelta(minutes=1)


def test_a_click_soon_after_another_writes_nothing(vale: Initiative, shaper: Person) -> None:
    browser = browser_of(shaper)
    browser.get(at(vale, "/"))
    first = browser.session[SEEN]

    browser.get(at(vale, "/"))

    assert browser.session[SEEN] == first


def test_signing_in_changes_the_sessions_name_and_signing_out_ends_it(vale: Initiative, shaper: Person) -> None:
    browser = Client()
    browser.get("/compte/login/")
    browser.post("/compte/login/", {"login": shaper.email, "password": SAID})
    first = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.post("/compte/logout/")
    browser.cookies[settings.SESSION_COOKIE_NAME] = first

    assert browser.get(at(vale, "/")).status_code == 302


def test_the_sixth_try_waits_whether_the_address_is_known_or_not(shaper: Person) -> None:
    known, unknown = (try_to_sign_in(email, "wrong", times=6) for email in (shaper.email or "", "nobody@exemple.test"))

    assert known == unknown
    assert known[-1] == 429
    assert try_to_sign_in(shaper.email or "", SAID) == [429]


def test_a_locked_address_does_not_lock_its_neighbours(shaper: Person) -> None:
    try_to_sign_in("nobody@exemple.test", "wrong", times=6)

    assert try_to_sign_in(shaper.email or "", SAID) == [302]


def test_who_administers_sets_a_second_proof_up_before_anything_else(vale: Initiative) -> None:
    person = account("Autre", administers=True)
    Authenticator.objects.filter(user=person).delete()

    answer = browser_of(person).get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/compte/2fa/totp/activate/")


def test_nobody_is_believed_about_where_they_ask_from(settings: Settings) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR="198.51.100.7, 203.0.113.9")
    seen = {}
    for proxies in (0, 1, 2, 3):
        settings.PROXIES = proxies
        seen[proxies] = sender_of(request)

    assert seen == {0: "192.0.2.1", 1: "203.0.113.9", 2: "198.51.100.7", 3: "192.0.2.1"}


def instance_started(tmp_path: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    names = {"SEMAILLES_INSTANCE": "1", "SEMAILLES_WORKSPACE": str(tmp_path), "DJANGO_SETTINGS_MODULE": "semailles.config.settings"}
    words = command or ("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"], **names, **environment}
    )


def test_a_code_that_served_has_served_for_every_process(tmp_path: Path) -> None:
    environment = {"SEMAILLES_SECRET_KEY": "k3y-" * 12 + "abcdefghij"}
    instance_started(tmp_path, "-m", "django", "migrate", **environment)
    instance_started(tmp_path, "-c", "from django.core.cache import cache; cache.set('code', '287082')", **environment)

    found = instance_started(tmp_path, "-c", "from django.core.cache import cache; print(cache.get('code'))", **environment)

    assert found.stdout == "287082\n"


def test_an_instance_in_https_leaves_django_nothing_to_say(tmp_path: Path) -> None:
    key = "k3y-" * 12 + "abcdefghij"
    done = instance_started(tmp_path, SEMAILLES_SECRET_KEY=key, SEMAILLES_ADDRESS="https://semailles.exemple.org")

    assert (done.stderr, done.returncode, "no issues" in done.stdout) == ("", 0, True)


def test_an_instance_without_a_key_of_its_own_does_not_start(tmp_path: Path) -> None:
    done = instance_started(tmp_path)

    assert done.returncode != 0
    assert "holds no key of at least 40 signs" in done.stderr
