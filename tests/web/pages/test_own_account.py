"""What one does alone with one's account: another address, what is kept about oneself, leaving."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone
from tests.instance import account, browser_of, member
from tests.web.seen import text

from semailles.core.journal import INSTANCE, journal_of
from semailles.core.models import Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
SAID, NEW = "des semences anciennes", "ama@nouvelle.test"


@pytest.fixture
def vale(db: None) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=account("Administration", administers=True))


@pytest.fixture
def ama(vale: Initiative) -> Person:
    return with_password(member(vale, Role.SHAPER, "Ama Keita"))


def with_password(person: Person) -> Person:
    person.set_password(SAID)
    person.proved_at = timezone.now()
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    return person


def proved(person: Person) -> Client:
    browser = browser_of(person)
    assert browser.post("/compte/reauthenticate/", {"password": SAID}).status_code == 302
    return browser


def ask(browser: Client, address: str) -> str:
    """What is said to whoever asks."""
    return text(browser.post("/compte/adresse/", {"email": address}, follow=True).content)


def link_mailed() -> str:
    found = re.search(r"https?://[^/]+(/compte/adresse/key/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def test_an_address_changes_once_the_new_one_has_answered_and_the_former_is_told(ama: Person) -> None:
    browser, former = proved(ama), ama.email
    ask(browser, NEW.upper())
    ama.refresh_from_db()
    assert ama.email == former  # nothing yet

    read = browser.get(link_mailed())
    taken = browser.post(link_mailed())

    ama.refresh_from_db()
    assert (read.status_code, taken.status_code, ama.email) == (200, 302, NEW)
    assert [message.to for message in mail.outbox] == [[NEW.upper()], [former]]
    assert list(EmailAddress.objects.filter(user=ama).values_list("email", "primary", "verified")) == [(NEW, True, True)]
    assert [line.sentence for line in journal_of(INSTANCE.public_id).lines] == ["changed the address of their account"]


def test_the_link_opens_once_for_its_account_alone_and_no_more_once_the_password_changed(ama: Person, vale: Initiative) -> None:
    browser, other = proved(ama), with_password(member(vale, Role.READER, "Bo Lind"))
    ask(browser, NEW)
    link = link_mailed()
    ama.set_password("une jachère bien tenue")
    ama.save()
    after, visitor = browser_of(ama).post(link), browser_of(None).post(link)
    with_another, cut = browser_of(other).post(link), browser_of(other).get(link[:-4] + "/")

    assert [after.status_code, with_another.status_code, cut.status_code] == [409] * 3
    assert visitor["Location"].startswith("/compte/login/")
    assert sorted(Person.objects.values_list("email", flat=True)) == sorted(
        ["ama.keita@exemple.test", "bo.lind@exemple.test", "administration@exemple.test"]
    )


def test_the_same_is_said_and_one_mail_leaves_whether_an_account_has_the_address_or_not(ama: Person, vale: Initiative) -> None:
    known = str(member(vale, Role.READER, "Bo Lind").email)
    browser = proved(ama)

    said = [ask(browser, address).replace(address, "ADDRESS") for address in (known, NEW)]

    assert said[0] == said[1]
    assert [message.to for message in mail.outbox] == [[known], [NEW]]
    assert ["adresse/key" in str(message.body) for message in mail.outbox] == [False, True]


def test_an_address_that_somebody_took_meanwhile_is_left_to_them(ama: Person, vale: Initiative) -> None:
    browser = proved(ama)
    ask(browser, NEW)
    Person.objects.filter(pk=member(vale, Role.READER, "Bo Lind").pk).update(email=NEW)

    answer = browser.post(link_mailed())

    ama.refresh_from_db()
    assert (answer.status_code, ama.email) == (409, "ama.keita@exemple.test")


def test_an_account_whose_owner_never_came_by_its_address_keeps_it(ama: Person) -> None:
    ama.proved_at = None
    ama.save()

    said = ask(proved(ama), NEW)

    assert ("is not verified yet" in said, mail.outbox) == (True, [])


def test_so_many_links_leave_in_an_hour(ama: Person) -> None:
    browser = proved(ama)
    for number in range(6):
        ask(browser, f"ama{number}@nouvelle.test")

    assert len(mail.outbox) == 5


def test_what_changes_an_account_asks_for_the_password_again_and_sends_nothing_on(ama: Person) -> None:
    browser = browser_of(ama)
    sent = browser.post("/compte/adresse/", {"email": NEW}), browser.post("/compte/effacer/", {"is_sure": "on"})
    read = browser.get("/compte/adresse/"), browser.get("/compte/effacer/")
    browser.post("/compte/reauthenticate/?next=/compte/adresse/", {"password": SAID, "next": "/compte/adresse/"})

    ama.refresh_from_db()
    assert [answer["Location"] for answer in sent] == ["/compte/adresse/", "/compte/effacer/"]
    assert [answer["Location"].partition("?")[0] for answer in read] == ["/compte/reauthenticate/"] * 2
    assert (mail.outbox, ama.is_active) == ([], True)


def test_who_has_no_password_is_told_to_choose_one(vale: Initiative) -> None:
    person = member(vale, Role.READER, "Bo Lind")
    person.set_unusable_password()
    person.save()

    answer = browser_of(person).get("/compte/adresse/")

    assert (answer.status_code, "and it has none: choose one" in text(answer.content)) == (409, True)


def test_what_is_kept_about_oneself_is_read_on_a_page_and_taken_away_in_a_file(ama: Person, vale: Initiative) -> None:
    browser = browser_of(ama)
    page, file = browser.get("/compte/donnees/"), browser.get("/compte/donnees/fichier/")
    with ZipFile(BytesIO(file.content)) as archive:
        names = archive.namelist()
        tree, words = json.loads(archive.read(names[1])), archive.read(names[0]).decode()

    assert names == ["your-data.txt", "your-data.json"]
    assert tree["Roles"] == [{"initiative": vale.name, "role": "shaper of projects"}]
    assert (tree["Your account"][0]["e-mail"], "role: shaper of projects" in words) == (ama.email, True)
    assert [name in text(page.content) for name in tree] == [True] * len(tree)
    assert (page["Cache-Control"], file["Cache-Control"]) == ("no-store", "no-store")
    assert "Administration" not in page.content.decode()


def test_nothing_secret_is_in_the_file(ama: Person) -> None:
    with ZipFile(BytesIO(browser_of(ama).get("/compte/donnees/fichier/").content)) as archive:
        whole = "".join(archive.read(name).decode() for name in archive.namelist())

    assert (ama.password in whole, "secret" in whole.replace("their secrets are not shown", "")) == (False, False)


def test_one_leaves_for_good_and_the_session_with_the_account(ama: Person) -> None:
    browser = proved(ama)

    unsure = browser.post("/compte/effacer/", {"also": ""})
    answer = browser.post("/compte/effacer/", {"is_sure": "on"}, follow=True)

    ama.refresh_from_db()
    assert (unsure.status_code, answer.redirect_chain) == (422, [("/compte/login/", 302)])
    assert "Your account is erased" in text(answer.content)
    assert (ama.email, ama.is_active, ama.memberships.count()) == (None, False, 0)
    assert browser.get("/").status_code == 302


@pytest.mark.parametrize(
    ("who", "reasons"),
    [
        (lambda vale: member(vale, Role.READER, "Bo Lind"), []),
        (lambda _vale: Person.objects.get(is_administrator=True), ["administers this instance", "Nobody else coordinates"]),
    ],
)
def test_whom_others_need_names_somebody_else_first(vale: Initiative, who: Callable[[Initiative], Person], reasons: list[str]) -> None:
    person = with_password(who(vale))
    browser = proved(person)
    page = text(browser.get("/compte/effacer/").content)
    browser.post("/compte/effacer/", {"is_sure": "on"})

    person.refresh_from_db()
    assert [reason in page for reason in reasons] == [True] * len(reasons)
    assert ("Others still need you" in page, person.is_active) == (bool(reasons), bool(reasons))


def test_a_coordinator_whose_account_is_closed_relieves_nobody(vale: Initiative) -> None:
    account("Autre", administers=True)
    closed = member(vale, Role.COORDINATOR, "Bo Lind")
    Person.objects.filter(pk=closed.pk).update(is_active=False)
    person = with_password(Person.objects.get(name="Administration"))

    page = text(proved(person).get("/compte/effacer/").content)

    assert ("Nobody else coordinates" in page, "Nobody else administers" in page) == (True, False)
