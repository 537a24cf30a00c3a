"""What a document says in figures, its passages' languages and its places, as they are kept."""

from decimal import Decimal

from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.models import Figure, Idea, Passage
from semailles.intake.queries.ideas import named_in, sources_of
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative, Place

NOTE = """Propositions

- Planter 3 km de haies sur le plateau de Brumeval d'ici 2030, pour 12 k€ par an
- We should open a room where our young people can meet with their parents
- Ouvrir un four à pain
"""


def receive(initiative: Initiative, by: Person) -> None:
    content = NOTE.encode()
    receive_document(initiative, "equipe-a/note.md", content, read_file("note.md", content, known=()), by=by)


def test_figures_are_kept_with_their_words_and_their_value(initiative: Initiative, local: Person) -> None:
    receive(initiative, local)

    kept = list(Figure.objects.of(initiative).order_by("start").values_list("quote", "kind", "low", "high", "unit", "when"))

    assert kept == [
        ("3 km", "quantité", Decimal(3), Decimal(3), "km", ""),
        ("d'ici 2030", "date", None, None, "", "../2030"),
        ("12 k€ par an", "montant", Decimal(12000), Decimal(12000), "€/an", ""),
    ]


def test_an_idea_tells_its_own_figures(initiative: Initiative, local: Person) -> None:
    receive(initiative, local)
    idea = Idea.objects.of(initiative).get(text__contains="haies")

    found = named_in(initiative, sources_of(idea))

    assert [figure.quote for figure in found.figures] == ["3 km", "d'ici 2030", "12 k€ par an"]


def test_each_passage_keeps_its_language(initiative: Initiative, local: Person) -> None:
    receive(initiative, local)

    assert list(Passage.objects.of(initiative).order_by("rank").values_list("lang", flat=True)) == ["fr", "fr", "en", "fr"]


def test_a_place_keeps_its_kind(initiative: Initiative, local: Person) -> None:
    receive(initiative, local)

    assert list(Place.objects.of(initiative).values_list("name", "kind")) == [("plateau de Brumeval", "territoire")]
