"""The rearranged wall typed back: looked at, then kept, with its photo."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.convergence.mapped import Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.models import Correction
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates, set_aside_ideas
from semailles.workshop.models import Initiative

MOVE = "Manger ici : A1, B1 B3\nSeules : C2"
PHOTO = b"\xff\xd8\xff\xe0 a wall"


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def preview(browser: Client, typed: str, **given: object) -> str:
    return browser.post("/converger/mur/", {"wall": typed, **given}).content.decode()


def sealed(page: str) -> dict[str, str]:
    """The hidden fields of the form that keeps."""
    form = page[page.index('action="/converger/mur/garder/"') :]
    found = re.findall(r'<input type="hidden" name="(wall|looked_at)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def misread(page: str) -> list[str]:
    """What was not understood, with its line."""
    found = re.search(r'<section class="misread".*?</section>', page, re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", found[0], re.DOTALL) if found else []
    return [html.unescape(re.sub(r"<[^>]+>", "", item)).replace("\u202f", " ").replace("\u00a0", " ") for item in items]


def test_what_would_change_is_shown_and_nothing_is_written(scene: Mapped, browser: Client) -> None:
    before = scene.by_family

    page = preview(browser, MOVE)

    assert "1 idea would move" in page
    assert (scene.by_family, Correction.objects.count()) == (before, 0)


def test_a_card_that_hangs_alone_is_set_apart_and_no_group_is_born(scene: Mapped, browser: Client) -> None:
    page = preview(browser, "Seules : A1")

    assert "set apart" in page
    assert "would be born" not in page


def test_the_wall_kept_is_the_wall_that_was_shown(scene: Mapped, browser: Client) -> None:
    answer = browser.post("/converger/mur/garder/", sealed(preview(browser, MOVE)) | {"reason": "Plénière de Nemours"}, follow=True)

    assert "The wall is kept: 1 idea moved." in answer.content.decode()
    assert (scene.groups, scene.family("B3").title) == (["A1 B1 B3", "A2 B2", "A3 C1", "C2"], "Manger ici")
    assert [(one.verb, one.reason) for one in Correction.objects.all()] == [("arranged wall", "Plénière de Nemours")]


def test_a_photo_is_kept_beside_and_given_back_inert(scene: Mapped, browser: Client) -> None:
    given = SimpleUploadedFile("mur.jpg", PHOTO)
    browser.post("/converger/mur/garder/", sealed(preview(browser, MOVE)) | {"photo": given})
    (address,) = re.findall(r"/converger/mur/photos/[0-9a-f-]{36}", browser.get("/converger/corrections/").content.decode())

    sent = browser.get(address)

    assert b"".join(sent) == PHOTO
    assert (sent["Content-Security-Policy"], sent["Content-Disposition"].endswith('.jpg"')) == ("default-src 'none'; sandbox", True)


def test_a_file_that_is_no_photo_is_refused_and_nothing_is_kept(scene: Mapped, browser: Client) -> None:
    given = SimpleUploadedFile("mur.jpg", b"<script>")

    answer = browser.post("/converger/mur/garder/", sealed(preview(browser, MOVE)) | {"photo": given})

    assert (answer.status_code, Correction.objects.count()) == (422, 0)
    assert "This file is no photo that is known" in answer.content.decode()


def test_a_map_that_changed_since_is_shown_again(scene: Mapped, browser: Client) -> None:
    shown = sealed(preview(browser, MOVE))
    actions.move_idea(scene["A1"], scene.family("A2"), by=scene.by)

    answer = browser.post("/converger/mur/garder/", shown)

    assert (answer.status_code, Correction.objects.count()) == (422, 1)
    assert "The map changed since you looked: nothing was kept" in answer.content.decode()


def test_a_table_of_a_spreadsheet_counts_for_what_is_typed(scene: Mapped, browser: Client) -> None:
    table = SimpleUploadedFile("carte.csv", "repere;groupe\nA1;Manger ici\nB1;Manger ici\nB3;Manger ici\n".encode("cp1252"))

    page = preview(browser, "", table=table)

    assert "1 idea would move" in page


def test_the_table_that_this_site_gives_comes_back_unchanged(scene: Mapped, browser: Client) -> None:
    table = SimpleUploadedFile("carte-idees.csv", browser.get("/converger/papier/idees.csv").content)

    page = preview(browser, "", table=table)

    assert ("The wall is as the map already is" in page, misread(page)) == (True, [])


def test_everything_that_is_not_understood_is_named_with_its_line(scene: Mapped, browser: Client) -> None:
    mark_duplicates([scene["B3"]], of=scene["B1"], by=scene.by)
    set_aside_ideas([scene["C2"]], "hors sujet", by=scene.by)

    page = preview(browser, "Manger : A1 B3 Z9\nMarcher : A2 A1 C2\nRien\n\nHaies : A3 puis C1")

    assert misread(page) == [
        "B3 is a duplicate of B1, and goes where that one goes: write B1. line 1",
        "No idea bears the mark Z9: look at the card again. line 1",
        "A1 stands on line 1 too: it is taken there. Take it off one of the two. line 2",
        "C2 was set aside or split since: take it back first, or leave its card out. line 2",
        "No mark after “Rien”: write those of its cards. line 3",
        "“puis” is no mark: write each one, “A3, A4, A5”. line 5",
    ]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type at least one group, or give a table."),
        ("Rien du tout", "No mark of the map was read"),
        ("A1 B1", "The wall is as the map already is"),
    ],
)
def test_a_wall_that_changes_nothing_says_why(scene: Mapped, browser: Client, typed: str, sentence: str) -> None:
    answer = browser.post("/converger/mur/", {"wall": typed})

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_a_wall_that_clashes_with_a_gesture_names_it(scene: Mapped, browser: Client) -> None:
    actions.join_ideas(scene["A1"], scene["B1"], by=scene.by, reason="même cuisine")

    page = preview(browser, "Seules : A1")

    assert ("même cuisine" in page, "Keep this wall" in page) == (True, False)


@pytest.mark.parametrize("lines", [1, 3])
def test_a_longer_wall_asks_no_more_queries(
    scene: Mapped, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, lines: int
) -> None:
    typed = "\n".join(["Manger : A1 B3", "Marcher : A2 C2", "Haies : A3"][:lines])
    preview(browser, typed)

    with django_assert_num_queries(10):
        preview(browser, typed)


@pytest.mark.parametrize("unknown", [1, 3])
def test_more_unknown_marks_ask_no_more_queries(
    scene: Mapped, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, unknown: int
) -> None:
    typed = "Manger : A1 B3 " + " ".join(f"Z{number}" for number in range(1, unknown + 1))
    preview(browser, typed)

    with django_assert_num_queries(11):
        preview(browser, typed)


def test_of_thousands_of_faults_the_first_are_told_and_how_many_more(scene: Mapped, browser: Client) -> None:
    page = preview(browser, "Manger : A1 B3 " + " ".join(f"Z{number}" for number in range(1, 4_001)))

    assert (len(misread(page)), "4000 things were not understood" in page) == (50, True)
    assert "And 3950 others, told once these are corrected." in page


def test_a_table_whose_quotation_mark_is_never_closed_is_refused_with_its_line(scene: Mapped, browser: Client) -> None:
    table = SimpleUploadedFile("carte.csv", b'repere;groupe\nA1;"Manger\nB1;Manger\nB3;Manger\n')

    answer = browser.post("/converger/mur/", {"wall": "", "table": table})

    assert (answer.status_code, misread(answer.content.decode())) == (
        422,
        ['A quotation mark is opened there and not closed: close it, or double those inside a title (""). line 2'],
    )


def test_a_title_too_long_to_be_kept_is_refused_rather_than_cut(scene: Mapped, browser: Client) -> None:
    answer = browser.post("/converger/mur/", {"wall": "T" * 400 + " : A1 B3"})

    assert (answer.status_code, "at most 300 characters (it has 400)" in answer.content.decode()) == (422, True)
