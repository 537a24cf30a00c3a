"""What a table and a lone sentence tell to the headings of a sheet."""

from collections.abc import Callable

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import Commune, Heading

GAZETTEER = (Commune("Arpajon", "91021"), Commune("Saint-Vrain", "91579"))


def told(text: str) -> list[Heading]:
    blocks = [Block("Notes", BlockKind.HEADING, Locator()), Block(text, BlockKind.PARAGRAPH, Locator())]
    return [remark.heading for remark in extract(blocks, gazetteer=GAZETTEER).remarks]


def test_a_row_tells_for_whom_where_and_how_to_begin(row: Callable[[dict[str, str]], Block]) -> None:
    cells = {
        "Action": "Créer un verger de quartier",
        "Pour qui": "Locataires, écoliers",
        "Où": "Arpajon",
        "Premier pas": "Trois arbres un samedi",
        "Ordre de grandeur": "40 fruitiers par hectare",
    }
    blocks = [Block("Tableau", BlockKind.HEADING, Locator()), row(cells)]

    extraction = extract(blocks)

    assert [idea.quote for idea in extraction.ideas] == ["Créer un verger de quartier"]
    assert [(remark.quote, remark.heading) for remark in extraction.remarks] == [
        ("Locataires, écoliers", Heading.AUDIENCE),
        ("Arpajon", Heading.PLACE),
        ("Trois arbres un samedi", Heading.LAUNCH),
        ("40 fruitiers par hectare", Heading.OBSERVATION),
    ]


def test_a_place_is_claimed_and_not_merely_named() -> None:
    assert told("Autour de la gare de Saint-Vrain, un pré attend son troupeau.") == [Heading.PLACE]
    assert told("Prochain atelier à Saint-Vrain, avec les mêmes chaises.") == []
    assert told("Le car venait de Saint-Vrain en chantant toujours très fort.") == []


def test_a_neighbour_who_did_it_is_an_example() -> None:
    assert told("Un précédent donne confiance : trois hameaux voisins ont planté mille saules.") == [Heading.EXAMPLES]


def test_what_is_missing_is_an_observation() -> None:
    assert told("Les cuisines du canton n'ont plus de chambre froide.") == [Heading.OBSERVATION]


def test_every_score_is_a_probability() -> None:
    text = "Demain matin : une visite. Pour qui : les voisins du canal. Le canal a perdu 12 % de son eau."
    remarks = extract([Block("Notes", BlockKind.HEADING, Locator()), Block(text, BlockKind.PARAGRAPH, Locator())]).remarks

    assert [0 <= remark.score <= 1 for remark in remarks] == [True, True, True]


def test_a_sentence_that_only_announces_tells_nothing() -> None:
    assert told("On lui a demandé ce que ça changerait :") == []


def test_who_withdraws_is_an_observation() -> None:
    assert told("La coopérative se retire du moulin, à cause du prix de rachat.") == [Heading.OBSERVATION]
