"""A session that ends while one writes takes nothing away."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from tests.instance import account, at, browser_of, member
from tests.web.seen import text

from semailles.core.models import FormDraft, Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
KEY = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def vale(db: None) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=account("Administration", administers=True))


@pytest.fixture
def writer(vale: Initiative) -> Person:
    return member(vale, Role.COORDINATOR, "Camille")


def page(vale: Initiative) -> str:
    return at(vale, "/porter/taches/ajouter/")


def typed(vale: Initiative, what: str = "Appeler la coopérative") -> dict[str, str]:
    return {"draft_key": KEY, "draft_page": page(vale), "draft_title": "Tâche", "what": what}


def whose_session_ended(writer: Person, vale: Initiative) -> Client:
    browser = browser_of(writer)
    browser.get(page(vale))
    browser.cookies.pop("sessionid")
    return browser


def test_what_was_sent_after_the_session_ended_comes_back_after_signing_in(vale: Initiative, writer: Person) -> None:
    browser = whose_session_ended(writer, vale)

    answer = browser.post(page(vale), typed(vale))
    back = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    browser.force_login(writer, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert (answer.status_code, back) == (302, f"{page(vale)}?reprendre={KEY}")
    assert 'value="Appeler la coopérative"' in browser.get(back).content.decode()


def test_the_page_of_login_says_that_nothing_is_lost(vale: Initiative, writer: Person) -> None:
    browser = whose_session_ended(writer, vale)

    login = browser.get(browser.post(page(vale), typed(vale))["Location"])

    assert "What you had written is kept: sign in, and you find it again in its form." in text(login.content)


def test_another_who_signs_in_in_the_same_browser_does_not_find_it(vale: Initiative, writer: Person) -> None:
    browser = whose_session_ended(writer, vale)
    browser.post(page(vale), typed(vale))

    browser.force_login(member(vale, Role.SHAPER, "Dominique"), backend="allauth.account.auth_backends.AuthenticationBackend")

    assert "Appeler la coopérative" not in browser.get(f"{page(vale)}?reprendre={KEY}").content.decode()
    assert FormDraft.objects.get().person == writer


def test_a_visitor_leaves_nothing_on_the_server(vale: Initiative) -> None:
    answer = browser_of(None).post(page(vale), typed(vale))

    assert (answer.status_code, FormDraft.objects.count()) == (302, 0)


def test_who_signs_out_is_forgotten_by_this_browser(vale: Initiative, writer: Person) -> None:
    browser = browser_of(writer)
    browser.get(page(vale))
    browser.post("/compte/logout/")

    browser.post(page(vale), typed(vale))

    assert FormDraft.objects.count() == 0


def test_a_forged_cookie_keeps_nothing(vale: Initiative, writer: Person) -> None:
    browser = browser_of(None)
    browser.cookies["writer"] = str(writer.public_id)

    browser.post(page(vale), typed(vale))

    assert FormDraft.objects.count() == 0


def test_a_role_withdrawn_while_one_writes_loses_nothing(vale: Initiative, writer: Person) -> None:
    browser = browser_of(writer)
    writer.memberships.all().delete()

    answer = browser.post(page(vale), typed(vale))

    assert answer.status_code == 404
    assert 'href="/brouillons/"' in answer.content.decode()
    assert "Appeler la coopérative" in text(browser.get("/brouillons/").content)


def test_the_drafts_of_all_initiatives_stand_in_one_list_that_visitors_do_not_see(vale: Initiative, writer: Person) -> None:
    browser = browser_of(writer)
    browser.post(at(vale, "/brouillons/garder/"), typed(vale))

    assert "Appeler la coopérative" in text(browser.get("/brouillons/").content)
    assert browser_of(None).get("/brouillons/")["Location"].startswith("/compte/login/")
