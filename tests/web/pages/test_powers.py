"""The page that says who may do what tells what the rules say, and the matrix of the tests says the same."""

from collections.abc import Mapping

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.instance import at, browser_of, member
from tests.web.test_access import ANSWERS, MATRIX

from semailles.web.pages.powers.gestures import TRADES, Gesture
from semailles.web.pages.powers.reach import Reach
from semailles.web.pages.powers.views import tables
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

GESTURES = [gesture for trade in TRADES for gesture in trade.gestures]


def _of_the_matrix(gesture: Gesture) -> set[tuple[tuple[Role, Reach], ...]]:
    """How far each role goes on each page of a gesture: one answer, or the gesture is not one."""
    return {tuple((role, _reach(ANSWERS[MATRIX[route].get("opens", "coordinating")], role)) for role in Role) for route in gesture.routes}


def _reach(let_in: list[str], role: Role) -> Reach:
    if role not in let_in:
        return Reach.NONE
    has_elsewhere = role in {Role.HOLDER, Role.WORKER}
    return Reach.OWN if has_elsewhere and f"{role} elsewhere" not in let_in else Reach.ALL


def _rows(browser: Client, path: str) -> Mapping[str, list[str]]:
    page = HTMLParser(browser.get(path).content)
    rows = page.css("table.powers tbody tr")
    return {row.css("th")[0].text(): [cell.text().removeprefix("–") for cell in row.css("td")] for row in rows}


def test_the_page_says_of_each_role_what_the_matrix_says(initiative: Initiative) -> None:
    said = {line.gesture.words: {line.cells} for table in tables(initiative) for line in table.lines}

    assert said == {gesture.words: _of_the_matrix(gesture) for gesture in GESTURES}


def test_each_kind_of_answer_that_the_matrix_knows_is_told() -> None:
    """Whatever opens to some roles and not to others has a gesture that tells it."""
    told = {tuple(cells) for gesture in GESTURES for cells in _of_the_matrix(gesture)}
    known = {tuple((role, _reach(let_in, role)) for role in Role) for let_in in ANSWERS.values()}

    assert known - told == set()


def test_no_gesture_is_told_twice() -> None:
    assert sorted({str(gesture.words) for gesture in GESTURES}) == sorted(str(gesture.words) for gesture in GESTURES)


@pytest.mark.usefixtures("instance")
def test_whoever_only_reads_learns_what_each_role_opens(initiative: Initiative) -> None:
    browser = browser_of(member(initiative, Role.READER))
    path = at(initiative, "/qui-peut-quoi/")

    rows = _rows(browser, path)
    lede = HTMLParser(browser.get(path).content).css(".lede")[0].text()

    assert lede.partition(".")[0] == "Your role here: reader"
    assert {
        words: rows[words] for words in ("Deposit documents", "Close the remark of somebody else", "Make a remark on a project, answer one")
    } == {
        "Deposit documents": ["yes", "no", "no", "no", "no", "no"],
        "Close the remark of somebody else": ["yes", "yes", "theirs", "theirs", "no", "no"],
        "Make a remark on a project, answer one": ["yes", "yes", "yes", "yes", "yes", "no"],
    }


def test_the_page_reads_no_row_for_its_answers(initiative: Initiative, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        found = tables(initiative)

    assert len(found) == len(TRADES)
