"""The chain on screen: whether it holds, where it breaks, a fingerprint noted elsewhere."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Person, Seal
from semailles.core.seals import seal
from semailles.workshop.models import Initiative

QUERIES = 7


def set_some(initiative: Initiative, by: Person, number: int) -> None:
    for _rank in range(number):
        seal("opened", initiative, {}, by=by, initiative=initiative)


def headings(page: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", page)


def said(page: str) -> list[str]:
    return [re.sub(r"\s+", " ", found).strip() for found in re.findall(r'class="prose" role="status">(.*?)</p>', page, re.DOTALL)]


def test_a_chain_that_holds_says_so_and_shows_its_last_fingerprint(initiative: Initiative, local: Person, browser: Client) -> None:
    set_some(initiative, local, 3)

    page = browser.get("/journal/sceaux/").content.decode()

    assert headings(page) == ["The chain holds: 3 seals.", "The seals, the latest first"]
    assert re.findall(r'class="rank">(\d+)<', page) == ["3", "2", "1"]
    assert f"<code>{Seal.objects.get(rank=3).digest}</code>" in page


def test_a_chain_that_breaks_says_where(initiative: Initiative, local: Person, browser: Client) -> None:
    set_some(initiative, local, 3)
    Seal.objects.filter(rank=2).update(content="{}")

    page = browser.get("/journal/sceaux/").content.decode()

    assert headings(page)[0] == "The chain breaks at seal 2: what it says was changed after it was set."
    assert re.findall(r'<li class="broken"><span class="rank">(\d)', page) == ["2"]


def test_a_fingerprint_that_was_noted_is_looked_for(initiative: Initiative, local: Person, browser: Client) -> None:
    set_some(initiative, local, 2)
    noted = Seal.objects.get(rank=1).digest

    pages = [browser.get("/journal/sceaux/", {"empreinte": asked}).content.decode() for asked in (noted[:10], "0123456789")]

    assert [said(page) for page in pages] == [
        ["It is the fingerprint of seal 1. Everything until there is as it was proclaimed."],
        ["No seal has the fingerprint “0123456789”: check its signs. If they are right, the chain was made again since."],
    ]


def test_a_long_chain_is_read_page_after_page(initiative: Initiative, local: Person, browser: Client) -> None:
    set_some(initiative, local, 52)

    first = browser.get("/journal/sceaux/").content.decode()
    older = re.search(r'rel="next" href="(\?avant=\d+)"', first)
    assert older
    second = browser.get(f"/journal/sceaux/{older[1]}").content.decode()

    assert re.findall(r'class="rank">(\d+)<', second) == ["2", "1"]


@pytest.mark.parametrize("size", [1, 3])
def test_more_seals_ask_no_more_queries(
    initiative: Initiative, local: Person, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    set_some(initiative, local, size)
    browser.get("/journal/sceaux/")

    with django_assert_num_queries(QUERIES):
        browser.get("/journal/sceaux/")


def test_without_any_seal_the_page_says_what_sets_one(initiative: Initiative, browser: Client) -> None:
    assert headings(browser.get("/journal/sceaux/").content.decode()) == ["Nothing was sealed yet."]
