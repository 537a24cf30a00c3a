"""The pages of whoever administers an instance: accounts and initiatives from outside, nothing of what is written in them."""

import re
from pathlib import Path

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import account, at, browser_of, member
from tests.web.pages.test_own_account import SAID, with_password
from tests.web.seen import text

from semailles.core.models import FormDraft, Person
from semailles.core.saved import LATELY, Last, note
from semailles.workshop.actions import open_initiative
from semailles.workshop.actions.inviting import InvitationEntry, invite
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership

pytestmark = pytest.mark.usefixtures("instance")
INITIATIVES, PEOPLE, JOURNAL = "/administration/", "/administration/personnes/", "/administration/journal/"
OPENING = {"name": "Plateau d'Ambre", "lang": "fr", "person": "Ama Keita", "email": "ama@exemple.test"}


@pytest.fixture
def admin(db: None) -> Person:
    return account("Administration", administers=True)


@pytest.fixture
def browser(admin: Person) -> Client:
    return browser_of(admin)


@pytest.fixture
def vale(admin: Person) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=admin)


def done(browser: Client, gesture: str, person: Person) -> str:
    answer = browser.post(PEOPLE, {"gesture": gesture, "person": str(person.public_id)}, follow=True)
    person.refresh_from_db()
    return text(answer.content)


def invitation() -> str:
    found = re.search(r"https?://[^/]+(/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def joined(link: str, name: str = "Ama Keita") -> Client:
    """Whoever is invited opens the account that the invitation names."""
    browser = browser_of(None)
    page = browser.get(link, follow=True)
    browser.post(page.request["PATH_INFO"], {"name": name, "password": "des semences anciennes"}, follow=True)
    return browser


def test_an_initiative_is_opened_for_somebody_who_comes_to_coordinate_it(browser: Client, admin: Person) -> None:
    page = browser.post(INITIATIVES, OPENING)
    ambre = Initiative.objects.get()
    before = text(browser.get(INITIATIVES).content), browser.get(at(ambre, "/")).status_code
    theirs = joined(invitation())
    after = text(browser.get(INITIATIVES).content)

    assert ("It was mailed to ama@exemple.test" in text(page.content), page["Cache-Control"]) == (True, "no-store")
    assert ("ama@exemple.test, invited" in before[0], before[1]) == (True, 404)  # an administrator reads nothing of it by that alone
    assert theirs.get(at(ambre, "/")).status_code == 200
    assert [(one.person.email, one.role) for one in Membership.objects.all()] == [("ama@exemple.test", Role.COORDINATOR)]
    assert ("invited" in after, "Ama Keita" in after, "1 person, 0 documents, 0 projects" in after) == (False, True, True)


def test_the_second_whom_an_administrator_invited_finds_that_the_first_one_came(browser: Client) -> None:
    browser.post(INITIATIVES, OPENING)
    first = invitation()
    browser.post(INITIATIVES, {"gesture": "invite", "initiative": "plateau-dambre", "person": "Bo", "email": "bo@exemple.test"})
    joined(first)
    joined(invitation(), "Bo")

    assert [one.person.email for one in Membership.objects.all()] == ["ama@exemple.test"]


def test_nobody_is_invited_over_whoever_coordinates(browser: Client, vale: Initiative) -> None:
    answer = browser.post(INITIATIVES, {"gesture": "invite", "initiative": vale.slug, "person": "Bo", "email": "bo@exemple.test"})

    assert (answer.status_code, mail.outbox) == (422, [])


def test_two_initiatives_do_not_bear_one_name_and_what_was_typed_stays(browser: Client) -> None:
    browser.post(INITIATIVES, OPENING)
    again = browser.post(INITIATIVES, OPENING | {"email": "bo@exemple.test"})

    assert (again.status_code, "give this one another name" in text(again.content)) == (422, True)
    assert (Initiative.objects.count(), 'value="bo@exemple.test"' in again.content.decode()) == (1, True)


def test_a_closed_initiative_is_read_and_changed_by_nobody_until_it_opens_again(browser: Client, vale: Initiative) -> None:
    writer = browser_of(member(vale, Role.COORDINATOR, "Camille"))
    task = {"what": "Appeler la coopérative", "draft_page": at(vale, "/porter/taches/ajouter/"), "draft_key": "1" * 32}
    browser.post(INITIATIVES, {"gesture": "close", "initiative": vale.slug})

    read, written = writer.get(at(vale, "/")), writer.post(at(vale, "/porter/taches/ajouter/"), task)
    kept = FormDraft.objects.count()
    browser.post(INITIATIVES, {"gesture": "open", "initiative": vale.slug})

    assert (read.status_code, "nothing in it changes" in text(read.content)) == (200, True)
    assert (written.status_code, "is closed" in text(written.content), kept) == (409, True, 1)
    assert writer.post(at(vale, "/porter/taches/ajouter/"), task).status_code == 422  # the form itself answers again: it lacks a project


def test_a_closed_account_opens_nothing_until_it_is_opened_again(browser: Client, vale: Initiative) -> None:
    camille = member(vale, Role.READER, "Camille")
    theirs = browser_of(camille)
    assert theirs.get(at(vale, "/")).status_code == 200
    UserSession.objects.get_or_create(user=camille, session_key=theirs.session.session_key, defaults={"ip": "192.0.2.7"})

    done(browser, "close", camille)
    closed = theirs.get(at(vale, "/")).status_code, UserSession.objects.filter(user=camille).count()
    done(browser, "open", camille)

    assert closed == (302, 0)
    assert (theirs.get(at(vale, "/")).status_code, browser_of(camille).get(at(vale, "/")).status_code) == (302, 200)


def test_what_a_closed_account_had_given_opens_nothing_either(browser: Client, vale: Initiative) -> None:
    camille = member(vale, Role.COORDINATOR, "Camille")
    _link, token = invite(vale, InvitationEntry("Bo Lind", "bo@exemple.test", Role.COORDINATOR), by=camille)
    found = []
    for gesture in ("sessions", "close", "open"):
        done(browser, gesture, camille)
        found.append(browser_of(None).get(f"/l/{token}/", follow=True).status_code)

    assert found == [200, 404, 200]


def test_somebody_administers_once_their_address_is_verified_and_the_last_one_stays(admin: Person, vale: Initiative) -> None:
    camille = member(vale, Role.READER, "Camille")
    browser = browser_of(with_password(admin))
    unproved = done(browser, "name", camille), camille.is_administrator
    browser.post("/compte/reauthenticate/", {"password": SAID})
    unready = done(browser, "name", camille), camille.is_administrator
    Person.objects.filter(pk=camille.pk).update(proved_at=timezone.now())
    last = [done(browser, gesture, admin) for gesture in ("unname", "close")]
    assert ["Roles are given in each initiative" in page for page in last] == [True, True]  # back where the gesture was asked for
    done(browser, "name", camille)
    done(browser, "unname", admin)

    assert ("prove that it is you, then press the button again" in unproved[0], unproved[1]) == (True, False)
    assert ("verify its address first" in unready[0], unready[1]) == (True, False)
    assert ["is the last to administer this instance" in page for page in last] == [True, True]
    assert (camille.is_administrator, admin.is_administrator, admin.is_active) == (True, False, True)
    assert browser.get(PEOPLE).status_code == 403


def test_accounts_are_found_by_name_or_address_and_those_invited_are_told(browser: Client, vale: Initiative) -> None:
    for name in ("Camille", "Dominique"):
        member(vale, Role.READER, name)
    Person.objects.create(name="Sans compte")
    browser.post(INITIATIVES, OPENING)

    found = {words: text(browser.get(PEOPLE, {"q": words}).content) for words in ("cam", "dominique@", "compte", "%")}

    assert [("Camille" in page, "Dominique" in page) for page in found.values()] == [
        (True, False),
        (False, True),
        (False, False),
        (False, False),
    ]
    assert ("Nobody has these words" in found["compte"], "Sans compte" in found["compte"]) == (True, False)
    assert "Ama Keita ama@exemple.test" in found["cam"]


@pytest.mark.parametrize("more", [0, 2])
def test_pages_ask_as_much_of_the_base_for_one_as_for_three(
    browser: Client, vale: Initiative, more: int, django_assert_max_num_queries: object
) -> None:
    for number in range(more):
        open_initiative(f"Autre {number}", by=account(f"Autre {number}"[:20], administers=True))

    with django_assert_max_num_queries(14):  # type: ignore[operator]  # a fixture that counts
        browser.get(INITIATIVES)
    with django_assert_max_num_queries(14):  # type: ignore[operator]  # as above
        browser.get(PEOPLE)


def test_the_journal_of_the_instance_says_who_did_what_and_forgets_names_that_were_erased(browser: Client, vale: Initiative) -> None:
    camille = member(vale, Role.READER, "Camille")
    done(browser, "sessions", camille)
    browser.post(INITIATIVES, {"gesture": "close", "initiative": vale.slug})
    before = text(browser.get(JOURNAL).content)
    Person.objects.filter(pk=camille.pk).update(name="Erased person 1234")
    after = text(browser.get(JOURNAL).content)

    assert "ended the open sessions of somebody (0) : Camille" in before.replace("(0):", "(0) :")
    assert ["closed" in before, "opened" in before] == [True, True]
    assert ("Camille" in after, "Erased person 1234" in after) == (False, True)


@pytest.mark.parametrize("sent", [{"gesture": "close"}, {"gesture": "close", "person": "x"}, {"person": "x"}, {"gesture": "nothing"}])
def test_what_names_nobody_does_nothing(browser: Client, sent: dict[str, str]) -> None:
    assert browser.post(PEOPLE, sent).status_code == 404


def test_when_the_last_backup_was_made_is_said_to_whoever_administers(browser: Client, settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = tmp_path
    none = text(browser.get(INITIATIVES).content)
    note(Last(timezone.now(), tmp_path / "saved", is_whole=True), tmp_path)
    fresh = text(browser.get(INITIATIVES).content)
    note(Last(timezone.now() - 2 * LATELY, tmp_path / "saved", is_whole=True), tmp_path)
    old = text(browser.get(INITIATIVES).content)
    note(Last(timezone.now(), tmp_path / "saved", is_whole=False), tmp_path)
    broken = text(browser.get(INITIATIVES).content)

    said = ["No backup is known", "Last backup: ", "It is old", "Files were missing already"]
    assert [[sentence in page for sentence in said] for page in (none, fresh, old, broken)] == [
        [True, False, False, False],
        [False, True, False, False],
        [False, True, True, False],
        [False, True, False, True],
    ]
