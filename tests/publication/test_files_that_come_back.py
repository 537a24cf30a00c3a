"""The file written for Decidim, put back unchanged among the documents, takes nothing away and adds nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.engines.exchange.exports import DECIDIM_NEW, POLIS, as_csv

from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea, Origin, Source
from semailles.intake.readings import read_file
from semailles.publication.audiences import for_working_document
from semailles.publication.exports import decidim_export
from semailles.publication.queries import snapshot
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

PROPOSAL = {
    "id": 12,
    "title/fr": "Une navette le dimanche",
    "body/fr": "La navette relierait la gare au marché.",
    "author/name": "Collectif des berges",
    "taxonomies/name/fr": "Mobilité",
    "component/id": 7,
    "url": "https://participer.exemple.fr/proposals/12",
    "published_at": "2024-05-02T10:00:00Z",
    "state": "accepted",
    "votes": 41,
}
STATEMENT = {"comment-id": 4, "author-id": 2, "moderated": 1, "datetime": "2024-05-02", "comment-body": "Il faut une navette le dimanche."}
NOTE = {"Texte": "Maëlle Kerdoncuff prêterait son four à pain", "Couleur": "bleu", "Auteur": "Maëlle Kerdoncuff", "Date": "2024-05-02"}
GIVEN = {
    "decidim.csv": as_csv(DECIDIM_NEW, PROPOSAL),
    "polis.csv": as_csv(POLIS, STATEMENT, separator=","),
    "tableau.csv": as_csv(("Texte", "Couleur", "Auteur", "Date"), NOTE),
    "notes.md": "- Nous proposons que Maëlle Kerdoncuff ouvre son four, écrire à four@vallee.example.\n".encode(),
}
Give = Callable[..., None]


@pytest.fixture
def give(initiative: Initiative, local: Person) -> Give:
    def one(path: str, content: bytes) -> None:
        receive_document(initiative, path, content, read_file(path, content, known=()), by=local)
        give_marks(initiative, by=local)

    return one


@pytest.fixture
def sent(initiative: Initiative, give: Give) -> bytes:
    for name, content in GIVEN.items():
        give(f"equipe/{name}", content)
    return decidim_export(initiative).content


def _rows(model: type[Any], initiative: Initiative) -> list[dict[str, object]]:
    return list(model.objects.of(initiative).order_by("pk").values())


def test_the_origin_of_each_idea_stays_whole(initiative: Initiative, give: Give, sent: bytes) -> None:
    before = _rows(Origin, initiative)

    give("equipe/retour.csv", sent)

    assert [(one["platform"], one["external_id"], one["author"]) for one in before] == [
        ("decidim", "12", "Collectif des berges"),
        ("polis", "4", "2"),
        ("board", "", "Maëlle Kerdoncuff"),
    ]
    assert _rows(Origin, initiative) == before


def test_no_word_changes_and_no_source_is_added(initiative: Initiative, give: Give, sent: bytes) -> None:
    before = _rows(Idea, initiative), _rows(Source, initiative)

    give("equipe/retour.csv", sent)

    assert "[une personne]" in sent.decode()
    assert (_rows(Idea, initiative), _rows(Source, initiative)) == before


def test_the_author_of_a_note_stays_masked(initiative: Initiative, give: Give, sent: bytes) -> None:
    give("equipe/retour.csv", sent)

    said = [text for idea in for_working_document(snapshot(initiative)).ideas for text in (idea.title, idea.text)]
    assert [text for text in said if "Kerdoncuff" in text] == []


def test_masked_words_that_somebody_changed_stay_out(initiative: Initiative, give: Give, sent: bytes) -> None:
    before = _rows(Idea, initiative), _rows(Source, initiative)

    give("equipe/retour.csv", sent.replace("prêterait son four".encode(), "prêterait son grand four".encode()))

    assert (_rows(Idea, initiative), _rows(Source, initiative)) == before


def test_words_that_somebody_changed_there_come_with_their_source(initiative: Initiative, give: Give, sent: bytes) -> None:
    give("equipe/retour.csv", sent.replace(b"relierait la gare", b"relierait toute la gare"))

    idea = Origin.objects.of(initiative).get(external_id="12").idea
    assert (idea.text, idea.sources.count()) == ("La navette relierait toute la gare au marché.", 2)


def test_a_text_that_left_shortened_stays_whole_under_another_title(initiative: Initiative, give: Give) -> None:
    long = "Nous proposons " + ", ".join(f"de planter une haie le long du chemin numéro {rank}" for rank in range(12)) + "."
    give("equipe/notes.md", f"- {long}\n".encode())
    idea = Idea.objects.of(initiative).get()
    sent = decidim_export(initiative).content.decode()

    give("equipe/retour.csv", sent.replace(f";{idea.title};", ";Des haies;").encode())

    again = Idea.objects.of(initiative).get()
    assert "…" in sent
    assert (again.title, again.text, again.sources.count()) == ("Des haies", idea.text, 1)


def test_a_newer_file_of_the_same_ideas_still_says_them(initiative: Initiative, give: Give, sent: bytes, local: Person) -> None:
    elsewhere = open_initiative("Autre vallée", by=local)
    for content in (sent, sent + b"\r\n"):
        receive_document(elsewhere, "equipe/retour.csv", content, read_file("retour.csv", content, known=()), by=local)

    assert set(Idea.objects.of(elsewhere).values_list("is_said", flat=True)) == {True}


def test_a_signature_copied_under_other_words_overwrites_nothing(initiative: Initiative, give: Give) -> None:
    give("equipe/decidim.csv", as_csv(DECIDIM_NEW, PROPOSAL))
    idea = Idea.objects.of(initiative).get()
    copied = {
        "id": 90,
        "title/fr": "Fermer la gare",
        "body/fr": f"Un autre projet.\n\n— Semailles A1 · {idea.public_id}",
        "component/id": 8,
    }

    give("equipe/ailleurs.csv", as_csv(DECIDIM_NEW, copied, PROPOSAL))

    assert list(Idea.objects.of(initiative).values_list("title", "text")) == [
        (PROPOSAL["title/fr"], PROPOSAL["body/fr"]),
        ("Fermer la gare", "Un autre projet."),
    ]


def test_the_row_that_is_surely_ours_comes_before_its_copies(initiative: Initiative, give: Give) -> None:
    give("equipe/decidim.csv", GIVEN["decidim.csv"])
    before = _rows(Idea, initiative)
    idea = Idea.objects.of(initiative).get(title="Une navette le dimanche")
    copied = {"id": 90, "title/fr": idea.title, "body/fr": f"Autre chose.\n\n— Semailles A1 · {idea.public_id}", "component/id": 8}

    give("equipe/retour.csv", as_csv(DECIDIM_NEW, copied, {**PROPOSAL, "body/fr": f"{idea.text}\n\n— Semailles A1 · {idea.public_id}"}))

    assert _rows(Idea, initiative)[: len(before)] == before
