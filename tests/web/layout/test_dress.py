"""An initiative wears its own colours and its own logo on an instance; what came with a workspace from elsewhere can only be seen."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings
from tests.instance import at, browser_of, member

from semailles.core.models import Person
from semailles.web.layout.dress import MOST_READ, colours_of
from semailles.workshop.enums import Role
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
HOSTILE = """@import url("https://ailleurs.example/x.css");
/* :root { --ink: #000; } */
:root {
  --green: #123456; --paper: light-dark( #fff ,#111 );
  --ink: url(https://ailleurs.example/?vu); --target: 0; --earth: #97401a; background: url(/sortir/);
  --straw: red; } body { display: none; }
:root { --green: #ff0000; }
input[value^="a"] { background: url(https://ailleurs.example/a); }
"""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><script>alert(1)</script><path d="M0 0h4v4z"/></svg>'


@pytest.fixture
def reader(initiative: Initiative) -> Person:
    return member(initiative, Role.READER)


@pytest.fixture
def folder(initiative: Initiative, settings: Settings, tmp_path: Path) -> Path:
    settings.WORKSPACE = tmp_path
    folder = folder_of(initiative)
    folder.mkdir(parents=True)
    return folder


def test_of_a_sheet_that_came_from_elsewhere_only_colours_are_taken() -> None:
    assert colours_of(HOSTILE) == ":root {\n  --green: #123456;\n  --paper: light-dark( #fff ,#111 );\n  --earth: #97401a;\n}\n"


@pytest.mark.parametrize(
    "sheet", ["", "body { color: red }", ":root { --green: #12345", ":root {--green:#fff}</style><script>", "\x00" * 99]
)
def test_a_sheet_that_says_nothing_changes_nothing(sheet: str) -> None:
    assert colours_of(sheet) in {":root {\n}\n", ":root {\n  --green: #fff;\n}\n"}


def test_the_pages_of_an_initiative_wear_its_colours_and_its_logo(initiative: Initiative, reader: Person, folder: Path) -> None:
    (folder / "theme.css").write_text(HOSTILE)
    (folder / "logo.svg").write_bytes(DRAWING)
    browser = browser_of(reader)
    theme, logo = (at(initiative, reverse(route)) for route in ("theme-file", "logo-file"))

    page = browser.get(at(initiative, "/")).content.decode()
    sheet, drawing = browser.get(theme), browser.get(logo)

    assert (f'href="{theme}"' in page, f'src="{logo}"' in page) == (True, True)
    assert sheet.content.decode() == colours_of(HOSTILE)
    assert b"".join(drawing.streaming_content) == DRAWING
    assert (drawing["Content-Type"], drawing["X-Content-Type-Options"]) == ("image/svg+xml", "nosniff")
    assert drawing["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def test_neither_a_visitor_nor_somebody_else_sees_it(initiative: Initiative, reader: Person, folder: Path) -> None:
    (folder / "theme.css").write_text(":root { --green: #123456; }")
    theme = at(initiative, reverse("theme-file"))

    answers = [browser_of(None).get(theme), browser_of(member_of_nothing()).get(theme)]
    root = browser_of(reader).get("/")

    assert [answer.status_code for answer in answers] == [302, 404]
    assert theme not in root.content.decode()


def member_of_nothing() -> Person:
    return Person.objects.create(name="Passante", email="passante@exemple.test")


def test_without_its_own_it_wears_the_hosts(initiative: Initiative, reader: Person, folder: Path, settings: Settings) -> None:
    Path(settings.WORKSPACE, "theme.css").write_text("body { color: #222 }")
    browser = browser_of(reader)

    page = browser.get(at(initiative, "/")).content.decode()

    assert ('href="/theme.css"' in page, at(initiative, "/theme.css") in page) == (True, False)
    assert b"".join(browser.get("/theme.css").streaming_content) == b"body { color: #222 }"
    assert browser.get(at(initiative, "/logo")).status_code == 404


def test_no_more_of_a_sheet_is_read_than_colours_need(initiative: Initiative, reader: Person, folder: Path) -> None:
    (folder / "theme.css").write_text(" " * MOST_READ + ":root { --green: #123456; }")

    assert browser_of(reader).get(at(initiative, reverse("theme-file"))).content.decode() == ":root {\n}\n"


def test_who_is_signed_out_while_a_part_is_asked_comes_back_to_the_page(initiative: Initiative) -> None:
    part = at(initiative, "/recueillir/idees/?trier=1")
    page = f"http://testserver{at(initiative, '/recueillir/idees/?equipe=a')}"

    def sent_to(said: str) -> str:
        answer = browser_of(None).get(part, headers={"HX-Request": "true", "HX-Current-URL": said})
        assert answer.status_code == 204
        return str(answer["HX-Redirect"]).partition("?next=")[2]

    assert sent_to(page) == "%2Fd%2F" + initiative.slug + "%2Frecueillir%2Fidees%2F%3Fequipe%3Da"
    assert [sent_to(said) for said in ("https://ailleurs.example/d/x/", "javascript:alert(1)", "")] == ["%2F"] * 3
