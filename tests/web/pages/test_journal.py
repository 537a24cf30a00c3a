"""Who did what, on what, when."""

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from tests.web.scene import Scene

from semailles.core.journal import record
from semailles.core.models import Event, Person
from semailles.intake.actions import set_idea_aside
from semailles.workshop.models import Initiative

QUERIES = 6


def lines(page: str) -> list[str]:
    """What is read, line by line."""
    return [re.sub(r"<[^>]+>|\s+", " ", found).split(maxsplit=1)[1].strip() for found in re.findall(r"<li><time.*?</li>", page, re.DOTALL)]


def test_a_gesture_is_told_in_a_sentence_with_its_thing(scene: Scene, browser: Client, local: Person) -> None:
    set_idea_aside(scene.idea, "Dit deux fois.", by=local)

    page = browser.get("/journal/").content.decode()

    assert re.sub(r"\s+", " ", lines(page)[0]).startswith(f"local set “{scene.idea.title}” (idea) aside see it")
    assert f'href="/recueillir/idees/{scene.idea.public_id}/"' in page


def test_lines_are_told_by_day_where_the_initiative_is(initiative: Initiative, browser: Client, settings: Settings) -> None:
    settings.TODAY = date(2027, 3, 10)
    late_in_paris = datetime(2027, 3, 9, 23, 30, tzinfo=UTC)
    Event.objects.update(at=late_in_paris)

    page = browser.get("/journal/").content.decode()

    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page) == ["Today"]
    assert ">00:30</time>" in page


def test_the_day_before_is_yesterday_and_others_have_their_date(
    initiative: Initiative, local: Person, browser: Client, settings: Settings
) -> None:
    settings.TODAY = date(2027, 3, 10)
    for day in (9, 3):
        event = record("framed", initiative, by=local, initiative=initiative)
        Event.objects.filter(pk=event.pk).update(at=datetime(2027, 3, day, 12, tzinfo=UTC))
    Event.objects.filter(verb="opened").delete()

    assert re.findall(r"<h2[^>]*>(.*?)</h2>", browser.get("/journal/").content.decode()) == ["Yesterday", "Wednesday 3 March 2027"]


def test_one_kind_of_thing_may_be_read_alone(scene: Scene, browser: Client) -> None:
    page = browser.get("/journal/", {"genre": "Document"}).content.decode()

    assert len(lines(page)) == 3
    assert all("(document)" in line for line in lines(page))


def test_a_long_journal_is_read_page_after_page(initiative: Initiative, local: Person, browser: Client) -> None:
    for _rank in range(60):
        record("framed", initiative, by=local, initiative=initiative)
    first = browser.get("/journal/").content.decode()
    older = re.search(r'rel="next" href="\?(avant=[^"]+)"', first)
    assert older

    second = browser.get(f"/journal/?{older[1]}").content.decode()

    assert (len(lines(first)), len(lines(second))) == (50, 11)
    assert "Back to the latest" in second


@pytest.mark.parametrize("size", [1, 3])
def test_more_lines_ask_no_more_queries(
    initiative: Initiative, local: Person, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for _rank in range(size):
        record("framed", initiative, by=local, initiative=initiative)
    browser.get("/journal/")

    with django_assert_num_queries(QUERIES):
        browser.get("/journal/")


def test_an_empty_journal_says_so(initiative: Initiative, browser: Client) -> None:
    Event.objects.all().delete()

    assert "Nothing was done yet that the journal knows of." in browser.get("/journal/").content.decode()
