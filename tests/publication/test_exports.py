"""Ideas that leave for another platform, and what of them stays behind."""

import csv
import io
from collections.abc import Callable

import pytest
from tests.engines.exchange.exports import DECIDIM_NEW, as_csv

from semailles.core.models import Person
from semailles.intake.actions import keep_idea, receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea, Origin
from semailles.intake.readings import read_file
from semailles.publication.exports import (
    DROPPED_IDEA,
    DROPPED_ORIGIN,
    WRITTEN_IDEA,
    WRITTEN_ORIGIN,
    NothingToExport,
    decidim_export,
)
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

ROWS = [
    {
        "id": rank,
        "title/fr": f"Navette {rank}",
        "body/fr": f"La navette {rank} relierait la gare au marché.",
        "component/id": 7,
        "author/name": f"Collectif {rank}",
        "url": f"https://participer.exemple.fr/p/{rank}",
        "address": "Gare",
        "latitude": 48.6,
        "longitude": 2.4,
    }
    for rank in (1, 2, 3)
]
SHOWN = ("id", "title/fr", "author/name", "component/id", "url", "address", "latitude", "longitude")

Give = Callable[..., None]


@pytest.fixture
def give(local: Person) -> Give:
    def one(initiative: Initiative, path: str, content: bytes) -> None:
        receive_document(initiative, path, content, read_file(path, content, known=()), by=local)
        give_marks(initiative, by=local)

    return one


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize(("model", "written", "dropped"), [(Idea, WRITTEN_IDEA, DROPPED_IDEA), (Origin, WRITTEN_ORIGIN, DROPPED_ORIGIN)])
def test_each_field_is_written_or_said_to_be_lost(model: type[Idea | Origin], written: dict[str, str], dropped: dict[str, str]) -> None:
    fields = sorted(field.name for field in model._meta.get_fields())

    assert sorted([*written, *dropped]) == fields


def test_what_came_from_decidim_goes_back_with_every_row_and_every_author(initiative: Initiative, give: Give) -> None:
    give(initiative, "equipe/propositions.csv", as_csv(DECIDIM_NEW, *ROWS))

    made = rows(decidim_export(initiative).content)

    assert [tuple(row[name] for name in SHOWN) for row in made] == [tuple(str(row[name]) for name in SHOWN) for row in ROWS]
    assert [row["body/fr"].split("\n")[0] for row in made] == [row["body/fr"] for row in ROWS]


def test_the_file_read_elsewhere_gives_the_same_ideas_at_the_same_places(initiative: Initiative, give: Give, local: Person) -> None:
    give(initiative, "equipe/propositions.csv", as_csv(DECIDIM_NEW, *ROWS))
    elsewhere = open_initiative("Autre vallée", by=local)

    give(elsewhere, "equipe/decidim.csv", decidim_export(initiative).content)

    def told(of: Initiative) -> list[tuple[object, ...]]:
        return [
            (one.idea.public_id, one.idea.title, one.idea.text, one.external_id, one.component, one.author, one.url, one.place, one.point)
            for one in Origin.objects.of(of).select_related("idea")
        ]

    assert told(elsewhere) == told(initiative)


def test_an_idea_that_comes_back_is_no_other_idea(initiative: Initiative, give: Give) -> None:
    give(initiative, "equipe/notes.md", b"- Planter une haie le long du chemin de la gare.\n")
    idea = Idea.objects.of(initiative).get()

    give(initiative, "equipe/decidim.csv", decidim_export(initiative).content)

    again = Idea.objects.of(initiative).get()
    assert (again.pk, again.title, again.text, again.sources.count()) == (idea.pk, idea.title, idea.text, 1)


def test_the_person_is_told_what_is_lost(initiative: Initiative, give: Give, local: Person) -> None:
    give(initiative, "equipe/propositions.csv", as_csv(DECIDIM_NEW, *ROWS))
    keep_idea(Idea.objects.of(initiative).earliest("pk"), by=local)

    every, kept = decidim_export(initiative), decidim_export(initiative, only_kept=True)

    assert every.dropped[0] == "sources and exact quotes"
    assert "theme, state, date and counters on the platform it comes from" in every.dropped
    assert every.notes[1] == "Ideas that the machine only suggests, and that nobody has validated: 2. With --kept, they stay here."
    assert (every.rows, kept.rows) == (3, 1)


def test_no_person_leaves_in_a_text(initiative: Initiative, give: Give) -> None:
    named = {
        **ROWS[0],
        "author/name": "Maëlle Kerdoncuff",
        "body/fr": "Maëlle Kerdoncuff prêterait son four, écrire à four@vallee.example.",
    }
    give(initiative, "equipe/propositions.csv", as_csv(DECIDIM_NEW, named))

    made = decidim_export(initiative)

    (row,) = rows(made.content)
    assert row["body/fr"].startswith("[une personne] prêterait son four, écrire à [coordonnées].")
    assert "Ideas in which a person or a contact is masked: 1." in made.notes


def test_who_wrote_a_note_on_a_board_does_not_leave(initiative: Initiative, give: Give) -> None:
    board = as_csv(
        ("Texte", "Couleur", "Auteur"), {"Texte": "Un banc devant chaque arrêt", "Couleur": "bleu", "Auteur": "Maëlle Kerdoncuff"}
    )
    give(initiative, "equipe/tableau.csv", board)

    made = decidim_export(initiative)

    assert [(row["id"], row["author/name"]) for row in rows(made.content)] == [("", "")]
    assert made.dropped[-1] == "who wrote on a platform other than Decidim"


def test_an_empty_workspace_has_nothing_to_export(initiative: Initiative) -> None:
    with pytest.raises(NothingToExport):
        decidim_export(initiative)
