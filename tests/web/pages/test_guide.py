"""The guide read inside the product: by whoever reads a page, in their language, leading only where they may go."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import get_resolver, resolve
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.instance import account, at, browser_of, member
from tests.web.test_access import routes

from semailles.core.models import Person
from semailles.web.layout.explained import EXPLAINED
from semailles.web.pages.guide.chapters import CONTENTS, FILES, HERE, LANGUAGES, chapter
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

NAMED = re.compile(r"`(/[a-z0-9/-]+/)`")
OF_AN_EXAMPLE = "/adresses/"
PLACES = {name: "/aide/" if name == CONTENTS else f"/aide/{name}/" for name in FILES}


def read(browser: Client, path: str) -> HTMLParser:
    response = browser.get(path)
    assert response.status_code == 200, path
    return HTMLParser(response.content)


def ids(page: HTMLParser) -> set[str]:
    return {str(node.attributes["id"]) for node in page.css("[id]")}


def led_to(page: HTMLParser) -> Iterator[tuple[str, str]]:
    """Pages of the guide and their sections that the text leads to."""
    for node in page.css("main a[href]"):
        place, _sharp, section = str(node.attributes["href"]).partition("#")
        if not place or place.startswith("/aide/"):
            yield place, section


def addresses_in(page: HTMLParser) -> dict[str, str | None]:
    """Each address that the text names, and where it leads."""
    said = (node for node in page.css(".prose code") if node.text().startswith("/"))
    return {node.text(): node.parent.attributes.get("href") if node.parent and node.parent.tag == "a" else None for node in said}


@pytest.mark.usefixtures("initiative", "local")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_chapter_opens_and_leads_to_sections_that_exist(lang: str, client: Client) -> None:
    client.cookies["langue"] = lang
    pages = {place: read(client, place) for place in PLACES.values()}

    lost = {
        (here, place, section)
        for here, page in pages.items()
        for place, section in led_to(page)
        if (place or here) not in pages or (section and section not in ids(pages[place or here]))
    }

    assert lost == set()
    pictures = [node.attributes for page in pages.values() for node in page.css(".shot img")]
    assert addresses_in(pages["/aide/heberger/"])["/"] is None  # a sign of a password, which leads nowhere
    homeless = [one["src"] for one in pictures if not (one.get("width") and one.get("height"))]
    assert homeless == []  # the page keeps their place before they come
    assert [page.css("h1")[0].text() for page in pages.values()] == [chapter(name, lang).title for name in FILES]


@pytest.mark.usefixtures("initiative", "local")
def test_a_chapter_is_written_in_the_language_of_the_screen(client: Client) -> None:
    french = read(client, "/aide/recueillir/")
    client.cookies["langue"] = "en"
    english = read(client, "/aide/recueillir/")

    assert (french.css("h1")[0].text(), english.css("h1")[0].text()) == ("Recueillir", "Gathering")
    assert ids(french) & {"trier-les-idees"} == ids(english) & {"trier-les-idees"} != set()


@pytest.mark.usefixtures("initiative", "local")
def test_what_is_no_chapter_is_not_found(client: Client) -> None:
    assert [client.get(f"/aide/{name}/").status_code for name in ("nulle-part", CONTENTS)] == [404, 404]


def test_each_page_that_is_explained_exists_and_so_does_what_explains_it() -> None:
    known = {f"{name}#{section.anchor}" for name in FILES for section in chapter(name, "fr").sections} | set(FILES)

    assert set(EXPLAINED) - set(routes(get_resolver())) == set()
    assert set(EXPLAINED.values()) - known == set()


def test_each_page_that_the_guide_names_leads_back_to_it() -> None:
    """Addresses of an example stand for their page: « /porter/17/ » for that of a project."""
    named = {path for files in FILES.values() for path in NAMED.findall((HERE / "fr" / files[0]).read_text())}
    pages = {resolve(path, "semailles.config.urls").url_name for path in named if path != OF_AN_EXAMPLE}

    assert pages - set(EXPLAINED) == set()


@pytest.mark.usefixtures("initiative", "local")
def test_a_page_leads_to_what_the_guide_says_of_it(client: Client) -> None:
    pages = {path: read(client, path).css("a.explained") for path in ("/porter/", "/publier/", "/aide/")}

    assert {path: [node.attributes["href"] for node in found] for path, found in pages.items()} == {
        "/porter/": ["/aide/porter/#le-tableau-de-tous-les-projets"],
        "/publier/": ["/aide/publier/#imprimer"],
        "/aide/": [],
    }


@pytest.mark.usefixtures("instance")
def test_the_guide_leads_each_reader_only_to_pages_that_open_to_them(initiative: Initiative) -> None:
    path = at(initiative, "/aide/recueillir/")

    reader, coordinator = (addresses_in(read(browser_of(member(initiative, role, role)), path)) for role in (Role.READER, Role.COORDINATOR))

    assert (reader["/recueillir/idees/"], reader["/recueillir/deposer/"]) == (at(initiative, "/recueillir/idees/"), None)
    assert coordinator["/recueillir/deposer/"] == at(initiative, "/recueillir/deposer/")


@pytest.mark.usefixtures("instance")
def test_beside_the_initiatives_of_an_instance_everybody_reads_the_guide(initiative: Initiative) -> None:
    people: list[Person | None] = [None, account("Une inconnue")]

    pages = [read(browser_of(person), "/aide/recueillir/") for person in people]

    assert [page.css("h1")[0].text() for page in pages] == ["Gathering", "Gathering"]
    assert [set(addresses_in(page).values()) for page in pages] == [{None}, {None}]


@pytest.mark.usefixtures("instance")
def test_whoever_signs_in_finds_the_guide_at_the_foot_of_the_page(db: None) -> None:
    page = read(browser_of(None), "/compte/login/")

    assert [node.attributes["href"] for node in page.css(".colophon a") if node.text() == "Help"] == ["/aide/"]
