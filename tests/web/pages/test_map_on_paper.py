"""The map leaves for the wall and for spreadsheets: cards, tables, one workbook."""

import csv
import io

import pypdfium2
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook
from tests.web.scene import Scene

from semailles.convergence.actions import judge_chain, validate_family
from semailles.convergence.enums import Judgement
from semailles.convergence.models import Family, FamilyMember
from semailles.core.models import Person
from semailles.intake.actions import keep_idea
from semailles.intake.models import Idea

QUERIES = 7


def cards(browser: Client, asked: dict[str, str | list[str]]) -> list[str]:
    """The words of each page."""
    answer = browser.get("/converger/papier/cartes.pdf", {"papier": "a6", "ordre": "reperes", **asked})
    assert answer["Content-Type"] == "application/pdf", answer.content.decode()
    opened = pypdfium2.PdfDocument(answer.content)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in opened]
    opened.close()
    return texts


def marks(texts: list[str]) -> list[str]:
    return [text.split()[1] for text in texts]


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def every_mark(scene: Scene) -> list[str]:
    ideas = Idea.objects.of(scene.initiative).current().select_related("team").order_by("team__letter", "number")
    return [f"{idea.team.letter}{idea.number}" for idea in ideas]


def test_every_idea_has_its_card(scene: Scene, browser: Client) -> None:
    assert marks(cards(browser, {})) == every_mark(scene)


def test_one_team_prints_its_own_cards(scene: Scene, browser: Client) -> None:
    assert marks(cards(browser, {"equipe": ["B"]})) == [mark for mark in every_mark(scene) if mark.startswith("B")]


def test_only_what_people_kept_is_printed_when_they_ask_so(scene: Scene, local: Person, browser: Client) -> None:
    keep_idea(scene.idea, by=local)

    (text,) = cards(browser, {"gardees": "on"})

    assert (text.split()[1], "à valider" in text) == (f"{scene.idea.team.letter}{scene.idea.number}", False)


def test_a_theme_prints_the_cards_of_its_groups(scene: Scene, browser: Client) -> None:
    held = Idea.objects.of(scene.initiative).filter(families__theme=scene.theme, families__is_current=True).select_related("team")

    assert set(marks(cards(browser, {"theme": str(scene.theme.public_id)}))) == {f"{idea.team.letter}{idea.number}" for idea in held}


def test_group_by_group_those_that_meet_follow_each_other(scene: Scene, browser: Client) -> None:
    first = Family.objects.of(scene.initiative).current().order_by("rank")[0]
    together = {f"{idea.team.letter}{idea.number}" for idea in first.ideas.select_related("team")}

    assert set(marks(cards(browser, {"ordre": "groupes"}))[: len(together)]) == together


def test_a_person_is_named_on_no_card(scene: Scene, browser: Client) -> None:
    Idea.objects.filter(pk=scene.idea.pk).update(title="Écrire à jeanne@exemple.fr pour la légumerie")

    assert "exemple.fr" not in " ".join(cards(browser, {}))


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"gardees": "on"}, "No idea answers to what you asked: choose more of them, or ask for blank cards."),
        ({"vierges": "1000"}, "At most 200 blank cards at once."),
        ({"vierges": "deux"}, "Write a number of cards."),
    ],
)
def test_what_cannot_be_printed_says_why(scene: Scene, browser: Client, asked: dict[str, str], sentence: str) -> None:
    answer = browser.get("/converger/papier/cartes.pdf", {"papier": "a4", "ordre": "reperes", **asked})

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)


def test_blank_cards_come_alone_when_nothing_else_answers(scene: Scene, browser: Client) -> None:
    assert len(cards(browser, {"gardees": "on", "vierges": "3"})) == 3


def test_the_table_of_ideas_says_the_group_of_each(scene: Scene, browser: Client) -> None:
    table = rows(browser.get("/converger/papier/idees.csv").content)
    groups = dict(Family.objects.of(scene.initiative).current().values_list("ideas__public_id", "title"))

    assert {row["id"]: row["groupe"] for row in table} == {str(idea): title for idea, title in groups.items()}


def test_the_table_of_links_tells_words_shared_from_notions_shared(scene: Scene, browser: Client) -> None:
    (first, second, score, _words), *_others = scene.family.links
    Family.objects.filter(pk=scene.family.pk).update(links=[[first, second, score, ["cantine", "légumes", "≈ circuit court"]]])

    table = rows(browser.get("/converger/papier/liens.csv").content)

    told = [(row["mots_communs"], row["notions_communes"]) for row in table if row["groupe"] == scene.family.title]
    assert told == [("cantine, légumes", "circuit court")]


def test_what_people_validated_and_what_is_to_be_placed_say_so(scene: Scene, local: Person, browser: Client) -> None:
    validate_family(scene.family, by=local)
    FamilyMember.objects.exclude(family=scene.family).update(is_doubtful=True)

    groups, ideas = (rows(browser.get(f"/converger/papier/{name}.csv").content) for name in ("groupes", "idees"))

    key = str(scene.family.public_id)
    assert {row["id"] for row in groups if row["etat"] == "validée"} == {key}
    assert {row["id"] for row in ideas if not row["place"]} == {row["id"] for row in ideas if row["id_groupe"] == key}


def test_the_workbook_holds_the_four_tables(scene: Scene, browser: Client) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(browser.get("/converger/papier/carte.xlsx").content))
    lines = {name: len(rows(browser.get(f"/converger/papier/{name}.csv").content)) for name in ("idees", "groupes", "liens", "chaines")}

    assert {name: len(book.get_sheet_by_name(name).to_python()) - 1 for name in book.sheet_names} == lines


def test_the_table_of_chains_says_who_takes_up_what_and_what_people_said_of_it(scene: Scene, local: Person, browser: Client) -> None:
    judge_chain(scene.chain, Judgement.REAL, "Elles se parlent déjà", by=local)

    table = rows(browser.get("/converger/papier/chaines.csv").content)

    placed = scene.chain.places.select_related("idea__team")
    assert sorted(row["repere"] for row in table) == sorted(f"{one.idea.team.letter}{one.idea.number}" for one in placed)
    assert {(row["chaine"], row["id_chaine"], row["etat"]) for row in table} == {
        ("Les légumes, du champ à l’assiette", str(scene.chain.public_id), "vraie")
    }


def test_what_is_no_chain_and_what_may_clash_stand_in_no_table(scene: Scene, local: Person, browser: Client) -> None:
    judge_chain(scene.chain, Judgement.NOT_ONE, "Deux cuisines", by=local)

    assert rows(browser.get("/converger/papier/chaines.csv").content) == []
    assert browser.get("/converger/papier/tensions.csv").status_code == 404


def test_a_title_that_could_run_leaves_as_text(scene: Scene, browser: Client) -> None:
    Idea.objects.filter(pk=scene.idea.pk).update(title='=HYPERLINK("http://exemple.fr")')

    titles = [row["titre"] for row in rows(browser.get("/converger/papier/idees.csv").content)]

    assert [title for title in titles if "HYPERLINK" in title] == ['\'=HYPERLINK("http://exemple.fr")']


def test_a_table_of_another_name_is_not_found(scene: Scene, browser: Client) -> None:
    assert browser.get("/converger/papier/secrets.csv").status_code == 404


@pytest.mark.parametrize("kept", [1, 3])
def test_more_ideas_ask_no_more_queries(
    scene: Scene, local: Person, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, kept: int
) -> None:
    for idea in Idea.objects.of(scene.initiative).order_by("pk")[:kept]:
        keep_idea(idea, by=local)
    browser.get("/converger/papier/")

    with django_assert_num_queries(QUERIES):
        browser.get("/converger/papier/")
