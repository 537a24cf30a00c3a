"""An export of another platform gives one idea a row, and says where each stood."""

from collections.abc import Callable
from threading import Event as Flag
from uuid import uuid4

import pytest
from tests.engines.exchange.exports import DECIDIM_2019, DECIDIM_NEW, TET, as_csv, as_xlsx, under

from semailles.core.jobs.worker import work_once
from semailles.core.models import Event, Person
from semailles.intake.actions import keep_idea, receive_document, set_idea_aside
from semailles.intake.actions.depositing import GivenFile, deposit_files
from semailles.intake.actions.rereading import take_reading_again
from semailles.intake.actions.wording import IdeaEntry, describe_idea
from semailles.intake.models import DepositedFile, DocumentVersion, Idea, Mention, Origin, Source
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative, Place

SHUTTLE = {
    "id": 12,
    "title/fr": "Une navette le dimanche",
    "body/fr": "La navette relierait la gare au marché.",
    "author/name": "Collectif des berges",
    "component/id": 7,
    "votes": 41,
    "url": "https://participer.exemple.fr/proposals/12",
    "address": "Place du Marché",
    "latitude": 48.6,
    "longitude": 2.4,
    "published_at": "2024-05-02T10:00:00Z",
    "state": "accepted",
}
BROOK = {
    **SHUTTLE,
    "id": 13,
    "title/fr": "Rouvrir le ru",
    "body/fr": "Le ru du moulin passe sous le parking.",
    "author/name": "",
    "votes": "",
}

Receive = Callable[..., DocumentVersion]


@pytest.fixture
def receive(initiative: Initiative, local: Person) -> Receive:
    def one(path: str, content: bytes) -> DocumentVersion:
        return receive_document(initiative, path, content, read_file(path, content, known=()), by=local)

    return one


def test_each_row_is_an_idea_in_its_exact_words_and_says_where_it_stood(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/propositions.csv", as_csv(DECIDIM_NEW, SHUTTLE, BROOK))

    assert [idea.title for idea in Idea.objects.of(initiative)] == ["Une navette le dimanche", "Rouvrir le ru"]
    assert [source.quote for source in Source.objects.of(initiative)] == [SHUTTLE["body/fr"], BROOK["body/fr"]]
    first = Origin.objects.of(initiative).select_related("idea").first()
    assert first
    assert (first.platform, first.external_id, first.author, first.url) == ("decidim", "12", "Collectif des berges", SHUTTLE["url"])
    assert (first.place, first.point, first.state) == ("Place du Marché", (48.6, 2.4), "accepted")
    assert [counted for _day, counted in first.counts] == [{"supports": 41}]


def test_the_author_is_no_actor(initiative: Initiative, receive: Receive) -> None:
    version = receive("equipe/propositions.csv", as_csv(DECIDIM_NEW, {**SHUTTLE, "author/name": "Marie Dupont"}))

    assert [passage.text.count("Marie Dupont") for passage in version.passages.all()] == [1]
    assert list(Mention.objects.of(initiative)) == []


def test_places_named_in_a_row_are_found_at_their_place(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/propositions.csv", as_csv(DECIDIM_NEW, {**SHUTTLE, "body/fr": "De la gare de Corbeil-Essonnes au marché."}))

    assert [place.name for place in Place.objects.of(initiative)] == ["Corbeil-Essonnes"]


def test_the_same_export_under_another_name_adds_no_idea(initiative: Initiative, receive: Receive) -> None:
    content = as_xlsx(["x"], TET, [], under(TET, {"Axe (x)": "1", "Titre de l'action": "Navette", "Descriptif": "Le dimanche matin."}))
    for path in ("equipe/plan.xlsx", "equipe/plan (copie).xlsx"):
        receive(path, content)
    for path in ("equipe/propositions.csv", "equipe/copie.csv"):
        receive(path, as_csv(DECIDIM_NEW, SHUTTLE))

    assert [(idea.title, idea.sources.count()) for idea in Idea.objects.of(initiative)] == [("Navette", 2), ("Une navette le dimanche", 2)]
    assert Origin.objects.of(initiative).count() == 2


def test_a_newer_export_leaves_what_was_sorted_but_under_other_words(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive("equipe/mai.csv", as_csv(DECIDIM_NEW, SHUTTLE, BROOK))
    shuttle, brook = Idea.objects.of(initiative)
    keep_idea(shuttle, by=local)
    set_idea_aside(brook, "déjà fait", by=local)

    receive(
        "equipe/juin.csv", as_csv(DECIDIM_NEW, {**SHUTTLE, "title/fr": "Une navette le week-end", "votes": 52}, BROOK, {**BROOK, "id": 14})
    )

    found = [(idea.title, idea.state) for idea in Idea.objects.of(initiative)]
    assert found == [("Une navette le week-end", "suggested"), ("Rouvrir le ru", "set_aside"), ("Rouvrir le ru", "suggested")]
    assert Origin.objects.of(initiative).filter(external_id="12").values_list("counts", flat=True)[0][-1][1] == {"supports": 52}


def test_new_words_are_in_the_journal_with_those_before(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/mai.csv", as_csv(DECIDIM_NEW, SHUTTLE, BROOK))

    receive("equipe/juin.csv", as_csv(DECIDIM_NEW, {**SHUTTLE, "title/fr": "Une navette le week-end"}, BROOK))

    (event,) = Event.objects.filter(verb="updated")
    assert event.detail["changed"] == {"title": ["Une navette le dimanche", "Une navette le week-end"]}


def test_the_same_board_left_by_two_teams_is_said_by_both(initiative: Initiative, receive: Receive) -> None:
    board = as_csv(("Texte", "Couleur", "Auteur"), {"Texte": "Un banc devant chaque arrêt de bus", "Couleur": "bleu"})

    for path in ("rives/tableau.csv", "rives/copie.csv", "bourgs/tableau.csv"):
        receive(path, board)

    assert [idea.team.folder for idea in Idea.objects.of(initiative)] == ["rives", "bourgs"]


def test_words_that_people_wrote_stay(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive("equipe/mai.csv", as_csv(DECIDIM_NEW, SHUTTLE))
    idea = Idea.objects.of(initiative).get()
    describe_idea(idea, IdeaEntry("Navette du marché", "Relier la gare au marché.", idea.kind), revision=idea.revision, by=local)

    receive("equipe/juin.csv", as_csv(DECIDIM_NEW, {**SHUTTLE, "title/fr": "Une navette le week-end"}))

    assert Idea.objects.of(initiative).get().title == "Navette du marché"


def test_the_same_number_on_two_sites_is_two_ideas(initiative: Initiative, receive: Receive) -> None:
    elsewhere = {**SHUTTLE, "url": "https://autre.exemple.fr/proposals/12"}

    receive("equipe/ici.csv", as_csv(DECIDIM_NEW, SHUTTLE))
    receive("equipe/ailleurs.csv", as_csv(DECIDIM_NEW, elsewhere))

    assert Idea.objects.of(initiative).count() == 2


def test_an_address_that_is_not_of_the_web_is_no_link(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/propositions.csv", as_csv(DECIDIM_NEW, {**SHUTTLE, "url": "javascript:alert(1)"}))

    assert Origin.objects.of(initiative).get().url == ""


def test_a_row_that_cannot_be_read_is_told_by_its_document(initiative: Initiative, receive: Receive) -> None:
    broken = as_csv(DECIDIM_2019, {"id": 1, "component/id": 2, "title": "Ru", "body": "Rouvrir le ru"}, {"id": 2, "component/id": 2})

    version = receive("equipe/propositions.csv", broken)

    assert (version.platform, version.told) == ("decidim", [[3, "no_text", ""]])
    assert Idea.objects.of(initiative).count() == 1


def test_an_export_given_on_screen_is_read_the_same_way(initiative: Initiative, local: Person) -> None:
    given = GivenFile("propositions.csv", as_csv(DECIDIM_NEW, SHUTTLE, BROOK))
    deposit_files(initiative, [given], folder="rives", key=uuid4(), by=local)

    work_once(Flag())

    assert DepositedFile.objects.of(initiative).get().fate == "read"
    assert list(Origin.objects.of(initiative).values_list("external_id", "idea__title")) == [
        ("12", SHUTTLE["title/fr"]),
        ("13", BROOK["title/fr"]),
    ]


def test_a_note_reworded_in_a_newer_board_stays_the_same_idea(initiative: Initiative, receive: Receive, local: Person) -> None:
    columns = ("Texte", "Couleur", "Auteur")
    receive("equipe/tableau.csv", as_csv(columns, {"Texte": "Un banc devant chaque arrêt de bus", "Couleur": "bleu"}))
    keep_idea(Idea.objects.of(initiative).get(), by=local)

    receive("equipe/tableau.csv", as_csv(columns, {"Texte": "Un banc devant chaque arrêt de bus du bourg", "Couleur": "bleu"}))

    idea = Idea.objects.of(initiative).get()
    assert (idea.state, idea.text, idea.origin.theme) == ("suggested", "Un banc devant chaque arrêt de bus du bourg", "bleu")


def test_an_export_read_again_keeps_each_idea_and_what_was_decided(initiative: Initiative, local: Person, receive: Receive) -> None:
    content = as_csv(DECIDIM_NEW, SHUTTLE, BROOK)
    version = receive("a/decidim.csv", content)
    kept, aside = Idea.objects.of(initiative).order_by("pk")
    keep_idea(kept, by=local)
    set_idea_aside(aside, "existe", by=local)
    DocumentVersion.objects.filter(pk=version.pk).update(edition=0)

    again = take_reading_again(version.document, read_file("a/decidim.csv", content, known=()), by=local)

    assert (again.reading, [idea.state for idea in Idea.objects.of(initiative).order_by("pk")]) == (2, ["kept", "set_aside"])
    assert Origin.objects.of(initiative).count() == 2
