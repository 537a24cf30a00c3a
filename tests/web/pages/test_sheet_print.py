"""A sheet on paper, and its card on screen."""

import re

import pypdfium2
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.test_project_sheet import obstacle
from tests.web.scene import Scene

from semailles.core.models import Person, SectionVersion
from semailles.core.texts.actions import open_section, write_section
from semailles.projects.actions import ProjectPlaceEntry, add_place, drop_project, merge_projects, open_project, take_up
from semailles.projects.actions.opening import NewProject
from semailles.projects.enums import Note, Section
from semailles.projects.models import Project

CARD_QUERIES = 55


def at(scene: Scene, *more: str) -> str:
    return "/".join(["/porter", str(scene.project.number), *more, ""])


def written(scene: Scene, slot: Section | Note, text: str) -> None:
    by = Person.objects.get(is_local=True)
    project = take_up(scene.project, by=by)
    write_section(open_section(project, slot.value, initiative=scene.initiative, by=by), text, based_on=0, by=by)


def words_of(pdf: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(pdf)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]
    pages.close()
    return texts


@pytest.mark.parametrize(("form", "pages"), [("quatre-pages", 4), ("deux-pages", 2), ("vingt-lignes", 1)])
def test_each_form_takes_its_pages_and_says_what_people_wrote(scene: Scene, browser: Client, form: str, pages: int) -> None:
    written(scene, Section.DESCRIPTION, "Une **légumerie** à Brétigny, écrivez à anne@exemple.fr.")

    response = browser.get(at(scene, "imprimer", form))

    told = words_of(response.content)
    assert (len(told), response["Content-Type"], response["X-Content-Type-Options"]) == (pages, "application/pdf", "nosniff")
    assert "Une légumerie à Brétigny, écrivez à" in told[0]
    assert "anne@exemple.fr" not in " ".join(told)


def test_a_draft_keeps_its_one_page(scene: Scene, browser: Client) -> None:
    assert len(words_of(browser.get(at(scene, "imprimer", "quatre-pages")).content)) == 1


def test_there_is_no_other_form(scene: Scene, browser: Client) -> None:
    assert browser.get(at(scene, "imprimer", "affiche")).status_code == 404


def test_the_card_takes_the_summary_and_says_how_much_room_is_left(scene: Scene, browser: Client) -> None:
    written(scene, Section.DESCRIPTION, "Une description.")
    before = browser.get(at(scene, "carte")).content.decode()
    written(scene, Note.SUMMARY, "Un **résumé**.")
    after = browser.get(at(scene, "carte")).content.decode()

    assert ("Une description." in before, "Nobody has written the summary yet" in before) == (True, True)
    assert ("<strong>résumé</strong>" in after, "It holds on the card: room for 19 more lines." in after) == (True, True)


def test_a_summary_that_is_too_long_is_said_in_lines(scene: Scene, browser: Client) -> None:
    written(scene, Note.SUMMARY, "Une ligne de plus.\n" * 23)

    assert "Too long for the card by 3 lines: it takes twenty at most." in browser.get(at(scene, "carte")).content.decode()


@pytest.mark.parametrize("lines", [1, 3])
def test_the_card_asks_a_fixed_number_of_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, lines: int
) -> None:
    obstacle(scene, lines)
    browser.get(at(scene, "carte"))

    with django_assert_num_queries(CARD_QUERIES):
        browser.get(at(scene, "carte"))


def test_who_writes_reads_what_the_printed_page_still_takes_and_nothing_is_kept(scene: Scene, browser: Client) -> None:
    before = SectionVersion.objects.count()
    page = browser.get(at(scene, "rubriques", "constat")).content.decode()
    short = browser.post(at(scene, "rubriques", "constat", "place"), {"text": "Un mot."}).content.decode()
    long = browser.post(at(scene, "rubriques", "constat", "place"), {"text": "Une ligne de plus.\n" * 90}).content.decode()

    assert "Page 2 of 4 holds: room for about" in page
    assert "Page 2 of 4 holds: room for about" in short
    assert re.search(r'class="late">Page 2 of 4 is too long by \d+ mm, about \d+ lines\.', long)
    assert SectionVersion.objects.count() == before


def test_a_summary_is_measured_on_the_card_and_a_margin_has_no_count_of_its_own(scene: Scene, browser: Client) -> None:
    summary = browser.post(at(scene, "rubriques", "résumé", "place"), {"text": "Un.\nDeux."}).content.decode()
    margin = browser.post(at(scene, "rubriques", "flux", "place"), {"text": "Un mot."}).content.decode()

    assert "It holds on the card: room for 18 more lines." in summary
    assert "<p>Page 2 of 4 holds.</p>" in margin


def test_a_text_that_is_previewed_is_measured_too_without_any_script(scene: Scene, browser: Client) -> None:
    typed = {"text": "Une ligne de plus.\n" * 90, "based_on": 0, "preview": "1"}

    assert "Page 2 of 4 is too long by" in browser.post(at(scene, "rubriques", "constat"), typed).content.decode()


def test_no_text_locks_the_page_where_it_is_corrected(scene: Scene, browser: Client) -> None:
    written(scene, Section.DESCRIPTION, f"## Un titre\n\n##\n\n[ici](https://exemple.fr/{'a' * 9000})")

    answers = [browser.get(at(scene, *rest)).status_code for rest in (("rubriques", "description"), ("carte",), ("imprimer", "deux-pages"))]

    assert answers == [200, 200, 200]


def test_a_text_that_is_far_too_long_is_said_so_and_never_measured(scene: Scene, browser: Client) -> None:
    own = browser.post(at(scene, "rubriques", "constat", "place"), {"text": "- a\n" * 8000}).content.decode()
    written(scene, Section.OBSERVATION, "- a\n" * 300)
    other = browser.get(at(scene, "rubriques", "description")).content.decode()
    card = browser.get(at(scene, "carte")).content.decode()

    assert "This text is far too long: more than 240 lines" in own
    assert ["The room that is left was not measured" in page for page in (other, card)] == [True, True]


def test_a_dropped_project_and_a_merged_one_say_so_on_paper(scene: Scene, browser: Client) -> None:
    by = Person.objects.get(is_local=True)
    project = take_up(scene.project, by=by)
    other = open_project(scene.initiative, NewProject(title="Autre projet"), by=by)
    merge_projects(Project.objects.get(pk=other.pk), Project.objects.get(pk=project.pk), "Même chose", by=by)
    drop_project(Project.objects.get(pk=project.pk), "Trop cher pour nous", by=by)

    merged = words_of(browser.get(f"/porter/{other.number}/imprimer/vingt-lignes/").content)[0]
    dropped = [words_of(browser.get(at(scene, "imprimer", form)).content)[0] for form in ("quatre-pages", "vingt-lignes")]

    assert ("Réuni à" in merged, "Même chose" in merged) == (True, True)
    assert [("Abandonné le" in text, "Trop cher pour nous" in text) for text in dropped] == [(True, True)] * 2


def test_a_card_says_how_many_places_it_leaves_out(scene: Scene, browser: Client) -> None:
    by = Person.objects.get(is_local=True)
    project = take_up(scene.project, by=by)
    for rank in range(12):
        add_place(project, ProjectPlaceEntry(label=f"Lieu-dit de la très longue rue au bord de la rivière, {rank}"), by=by)

    assert "et 11 autres" in words_of(browser.get(at(scene, "imprimer", "vingt-lignes")).content)[0]
