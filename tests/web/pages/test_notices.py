"""The page of notices: what is new, the table of who is told what, what is hushed."""

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.instance import account, at, browser_of, member
from tests.web.seen import text

from semailles.core.enums import NoticeKind
from semailles.core.models import Mute, Notice, NoticeChoice, Person
from semailles.projects.actions import open_project
from semailles.projects.actions.opening import NewProject
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative
from semailles.workshop.notices import tell

pytestmark = pytest.mark.usefixtures("instance")


@pytest.fixture
def vale(db: None) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=account("Administration", administers=True))


@pytest.fixture
def camille(vale: Initiative) -> Person:
    return member(vale, Role.COORDINATOR, "Camille")


@pytest.fixture
def dominique(vale: Initiative) -> Person:
    return member(vale, Role.SHAPER, "Dominique")


def asked(vale: Initiative, dominique: Person, camille: Person, title: str = "Une légumerie") -> Notice:
    notice = tell(dominique, NoticeKind.QUESTION, open_project(vale, NewProject(title), by=camille), initiative=vale, by=camille)
    assert notice
    return notice


def test_what_is_new_leads_to_the_thing_and_is_read_once(vale: Initiative, dominique: Person, camille: Person) -> None:
    asked(vale, dominique, camille)
    browser = browser_of(dominique)

    page = browser.get(at(vale, "/avis/")).content
    assert 'href="/d/vallee-de-lorve/porter/1/"' in page.decode()
    assert "Camille asks you something about “1. Une légumerie”." in text(page)
    browser.post(at(vale, "/avis/lus/"))
    assert "Nothing new." in text(browser.get(at(vale, "/avis/")).content)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_much_of_one_notice_as_of_three(
    count: int, vale: Initiative, dominique: Person, camille: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(count):
        asked(vale, dominique, camille, f"Projet {rank}")
    browser = browser_of(dominique)
    browser.get(at(vale, "/avis/"))

    with django_assert_num_queries(9):
        page = browser.get(at(vale, "/avis/")).content

    assert text(page).count("asks you something") == count


def test_one_chooses_what_is_mailed(vale: Initiative, dominique: Person) -> None:
    browser = browser_of(dominique)
    browser.post(at(vale, "/avis/courrier/"), {"question": "never", "task": "now", "answer": "by pigeon"})

    assert dict(NoticeChoice.objects.values_list("kind", "how")) == {"question": "never", "task": "now"}
    assert '<option value="never" selected>' in browser.get(at(vale, "/avis/")).content.decode()


def test_one_hushes_a_thing_and_hears_of_it_again(vale: Initiative, dominique: Person, camille: Person) -> None:
    notice, browser = asked(vale, dominique, camille), browser_of(dominique)

    browser.post(at(vale, f"/avis/{notice.public_id}/taire/"))
    assert [str(one) for one in Mute.objects.all()] == ["1. Une légumerie"]
    browser.post(at(vale, "/avis/reprendre/0/"))
    assert Mute.objects.count() == 0


def test_the_notices_of_another_are_neither_read_nor_hushed(vale: Initiative, dominique: Person, camille: Person) -> None:
    notice, browser = asked(vale, dominique, camille), browser_of(camille)

    assert "Une légumerie" not in text(browser.get(at(vale, "/avis/")).content)
    assert browser.post(at(vale, f"/avis/{notice.public_id}/taire/")).status_code == 404
    browser.post(at(vale, "/avis/lus/"))
    assert Notice.objects.get().read_at is None
