"""The ideas, one by one: the list and its filters, one idea and what people decide about it."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.scene import Scene

from semailles.core.models import Event, Person
from semailles.intake.actions import receive_document, set_idea_aside, take_back
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea, Source
from semailles.intake.readings import read_file
from semailles.publication.indexing import index_workspace
from semailles.web.layout.links import to_family, to_idea, to_passage, to_project
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative, Membership

CANTEEN = "Créer une légumerie partagée pour les cantines de la vallée"
KITCHEN = "Ouvrir une cuisine centrale qui transforme les légumes des maraîchers"
FUND = "Le Fonds des Moulins pourrait financer la légumerie, à confirmer"
HEDGES = "Replanter des haies le long de l'Orve"


def _texts(page: str, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in HTMLParser(page).css(selector)]


def _titles(browser: Client, **asked: str) -> list[str]:
    return _texts(browser.get(f"{reverse('ideas')}?{urlencode(asked)}").content.decode(), ".ideas .t")


def _first(scene: Scene) -> Idea:
    return Idea.objects.of(scene.initiative).select_related("team").get(title=CANTEEN)


def test_each_row_says_who_what_where_and_what_it_meets(scene: Scene, browser: Client) -> None:
    page = browser.get(reverse("ideas")).content.decode()
    source = Source.objects.of(scene.initiative).select_related("passage__version__document").get(idea=_first(scene))

    assert _texts(page, ".ideas > li")[0] == f"A1 {CANTEEN} proposal · notes.md, § 2 · {scene.family.title} to be validated"
    row = HTMLParser(page).css_first(".ideas > li")
    assert [link.attributes["href"] for link in row.css("a")] == [to_idea(scene.idea), to_passage(source), to_family(scene.family)]


def test_the_list_is_narrowed_by_what_people_choose(scene: Scene, browser: Client, local: Person) -> None:
    index_workspace(scene.initiative)
    set_idea_aside(Idea.objects.of(scene.initiative).get(title=HEDGES), "déjà fait", by=local)

    everything = _titles(browser)
    assert (_titles(browser, equipe="A"), _titles(browser, equipe="B")) == ([CANTEEN, KITCHEN, FUND], everything[3:])
    assert _titles(browser, etat="set_aside") == [HEDGES.replace("'", "’")]
    assert _titles(browser, etat="all", equipe="A") == [CANTEEN, KITCHEN, HEDGES.replace("'", "’"), FUND]
    assert _titles(browser, document=str(scene.document.public_id)) == [CANTEEN, KITCHEN, FUND]
    assert _titles(browser, mots="legumerie")[:1] == [CANTEEN]
    assert _titles(browser, mots="zeppelin") == []
    assert len(_titles(browser, theme=str(scene.theme.public_id))) == Idea.objects.filter(families__theme=scene.theme).current().count()
    assert sorted(_titles(browser, tri="score")) == sorted(everything)


@pytest.mark.parametrize(
    "asked", ["equipe=Z", "theme=x", "document=00000000-0000-0000-0000-000000000000", "etat=\u202e", "genre=<script>", "tri=;", "page=-3"]
)
def test_a_choice_that_does_not_exist_is_not_asked(asked: str, scene: Scene, browser: Client) -> None:
    assert _texts(browser.get(f"{reverse('ideas')}?{asked}").content.decode(), ".ideas .t") == _titles(browser)


def test_words_typed_stay_words(scene: Scene, browser: Client) -> None:
    typed = urlencode({"mots": '"><script>x</script>% _ ’ OR 1=1'})
    page = browser.get(f"{reverse('ideas')}?{typed}").content.decode()

    assert (_texts(page, ".ideas .t"), page.count("<script>")) == ([], 0)
    assert _texts(page, ".empty") == ["No idea answers. Take a word or a choice away."]


def test_with_htmx_only_the_list_comes_back(scene: Scene, browser: Client) -> None:
    part = browser.get(reverse("ideas"), HTTP_HX_REQUEST="true")
    restored = browser.get(reverse("ideas"), HTTP_HX_REQUEST="true", HTTP_HX_HISTORY_RESTORE_REQUEST="true")

    assert (part.content.decode().strip()[:17], part["Vary"]) == ('<div id="ideas">\n', "HX-Request, Accept-Encoding")
    assert restored.content.decode()[:15] == "<!doctype html>"


def test_the_list_asks_the_same_number_of_queries_whatever_it_holds(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get(reverse("ideas"))
    with django_assert_num_queries(12):
        browser.get(reverse("ideas"))
    for rank in range(3):
        content = f"Il faudrait planter {rank + 2} vergers autour de la gare.".encode()
        receive_document(scene.initiative, f"a-rives/suite-{rank}.txt", content, read_file("suite.txt", content, known=()), by=local)
    give_marks(scene.initiative, by=local)

    browser.get(reverse("ideas"))
    with django_assert_num_queries(12):
        browser.get(reverse("ideas"))


def test_an_idea_leads_back_to_its_words_and_on_to_what_it_became(scene: Scene, browser: Client) -> None:
    source = Source.objects.of(scene.initiative).select_related("passage__version__document").get(idea=_first(scene))
    page = browser.get(to_idea(scene.idea)).content.decode()

    assert (_texts(page, "h1"), _texts(page, ".quote p")) == ([CANTEEN], [source.quote.replace("'", "’")])
    assert "".join(node.text() for node in HTMLParser(page).css(".origin mark.sought")) == source.quote
    assert _texts(page, ".chain li")[:2] == ["1 passage", "an idea to be validated"]
    links = [link.attributes["href"] for link in HTMLParser(page).css(".chain a")]
    assert links == [to_family(scene.family), to_project(scene.project), reverse("project-origin", args=[scene.project.number])]
    assert _texts(page, ".near .team") == ["B1", "A2"]


def test_an_idea_is_read_in_a_fixed_number_of_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for idea in (scene.idea, Idea.objects.of(scene.initiative).get(title=HEDGES)):
        browser.get(to_idea(idea))
    with django_assert_num_queries(21):
        browser.get(to_idea(scene.idea))


def test_an_idea_is_kept_then_set_aside_then_taken_back(scene: Scene, browser: Client) -> None:
    target, states = reverse("idea-decide", args=[scene.idea.public_id]), []
    for typed in ({"gesture": "keep"}, {"gesture": "aside", "reason": "Existe déjà"}, {"gesture": "back"}):
        answer = browser.post(target, typed, follow=True)
        states.append(_texts(answer.content.decode(), ".who-says > :last-child"))

    page = browser.get(to_idea(scene.idea)).content.decode()
    assert states == [["kept"], ["set aside"], ["to be validated"]]
    assert [text.rpartition(" local")[0] for text in _texts(page, ".log li")][:3] == ["Decision undone", "Set aside “Existe déjà”,", "Kept"]


@pytest.mark.parametrize("role", ["coordinator", "reader"])
def test_whoever_reads_an_idea_set_aside_sees_why_by_whom_and_how_it_comes_back(
    role: str, scene: Scene, browser: Client, local: Person
) -> None:
    set_idea_aside(scene.idea, "Existe déjà à Nemours", by=local)
    Membership.objects.of(scene.initiative).filter(person=local).update(role=role)

    page = browser.get(to_idea(scene.idea)).content.decode()

    [said] = _texts(page, ".aside")
    way_back = {
        "coordinator": "“Undo what was decided” puts it back among the ideas to validate.",
        "reader": "a coordinator can put it back. Tell one why it should be.",
    }
    assert said.startswith("Why this idea is set aside “Existe déjà à Nemours” local, on ")
    assert said.endswith(f"({role}) Nothing is lost: {way_back[role]}")
    assert len(_texts(page, ".decide")) == (role == "coordinator")


def test_an_idea_set_aside_by_an_undone_gesture_says_so_too(scene: Scene, browser: Client, local: Person) -> None:
    Idea.objects.filter(pk=scene.idea.pk).update(state="set_aside", set_aside_reason="The gesture that wrote it was undone.")

    page = browser.get(to_idea(scene.idea)).content.decode()

    assert _texts(page, ".aside > p")[0] == "“The gesture that wrote it was undone.”"


def test_what_came_back_no_longer_says_why(scene: Scene, browser: Client, local: Person) -> None:
    set_idea_aside(scene.idea, "Existe déjà", by=local)
    take_back(scene.idea, by=local)

    assert _texts(browser.get(to_idea(scene.idea)).content.decode(), ".aside") == []


def test_setting_aside_without_a_reason_keeps_the_page_and_says_it(scene: Scene, browser: Client) -> None:
    answer = browser.post(reverse("idea-decide", args=[scene.idea.public_id]), {"gesture": "aside", "reason": " "})

    assert (answer.status_code, _texts(answer.content.decode(), ".field .error")) == (422, ["Say in a few words why this is set aside."])
    assert list(Event.objects.filter(subject_kind="Idea")) == []


def test_a_reason_too_long_is_kept_in_its_field(scene: Scene, browser: Client) -> None:
    answer = browser.post(reverse("idea-decide", args=[scene.idea.public_id]), {"gesture": "aside", "reason": "x" * 501})

    assert (answer.status_code, HTMLParser(answer.content.decode()).css_first("#id_reason").attributes["value"]) == (422, "x" * 501)


def test_an_idea_of_another_initiative_is_not_found(scene: Scene, browser: Client, local: Person) -> None:
    elsewhere: Initiative = open_initiative("Ailleurs", by=local)
    content = b"Il faudrait un verger partage."
    receive_document(elsewhere, "x/a.txt", content, read_file("a.txt", content, known=()), by=local)
    idea = Idea.objects.of(elsewhere).get()

    answers = [browser.get(to_idea(idea)), browser.post(reverse("idea-decide", args=[idea.public_id]), {"gesture": "keep"})]

    assert [answer.status_code for answer in answers] == [404, 404]
