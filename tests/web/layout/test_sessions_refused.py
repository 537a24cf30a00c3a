"""A session that the machine refuses to write: pages are shown, what was done is said to be done, and who signs in is told that they are not in."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client
from tests.instance import account, at, browser_of, member
from tests.web.layout.test_sessions import SAID, aged

from semailles.web.layout.sessions import SEEN
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Actor


@contextmanager
def sessions_refused() -> Iterator[None]:
    """As by a disk that is full."""

    def refuse(ask: Callable[..., Any], statement: str, *more: Any) -> Any:
        if statement.startswith(('UPDATE "django_session"', 'INSERT INTO "django_session"')):
            full = sqlite3.OperationalError("database or disk is full")
            full.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError("database or disk is full") from full
        return ask(statement, *more)

    with connection.execute_wrapper(refuse):
        yield


def test_a_session_that_cannot_be_written_refuses_no_page_and_no_form(instance: None, db: None) -> None:
    """When one was last seen is written every ten minutes: that moment comes on a full disk too."""
    vale = open_initiative("Vallée", by=account("Administration", administers=True))
    person = member(vale, Role.COORDINATOR, "Ama")
    person.set_password(SAID)
    person.save()
    browser = browser_of(person)
    browser.get(at(vale, "/"))
    aged(browser, **{SEEN: timedelta(minutes=11)})

    with sessions_refused():
        page = browser.get(at(vale, "/acteurs/"))
        form = browser.post(at(vale, "/acteurs/ajouter/"), {"name": "Filature", "kind": "organisation"})
        signing_in = Client().post("/compte/login/", {"login": person.email, "password": SAID})
    Session.objects.all().delete()
    ended = browser.get(at(vale, "/acteurs/"))

    assert (page.status_code, form.status_code, list(Actor.objects.values_list("name", flat=True))) == (200, 302, ["Filature"])
    assert signing_in.status_code == 507
    assert ended.status_code == 302
