"""Sums, quantities and dates: the exact words and what they are worth."""

from decimal import Decimal

import pytest

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import Figure, FigureKind


def found(text: str) -> list[Figure]:
    return list(extract([Block(text, BlockKind.PARAGRAPH, Locator())]).figures)


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit"),
    [
        ("Le local coûte 12 k€ en tout.", "12 k€", "12000", "12000", "€"),
        ("Il faut 1,5 M€ de travaux.", "1,5 M€", "1500000", "1500000", "€"),
        ("On verse 2 000 euros par an.", "2 000 euros par an", "2000", "2000", "€/an"),
        ("Prévoir entre 10 et 20 k€.", "entre 10 et 20 k€", "10000", "20000", "€"),
        ("C’est une centaine de milliers d’euros.", "une centaine de milliers d’euros", "100000", "100000", "€"),
        ("Ils parlent de trois millions d’euros.", "trois millions d’euros", "3000000", "3000000", "€"),
        ("La paille vaut 140 €/t.", "140 €/t", "140", "140", "€/t"),
        ("The roof costs €2,500 and the council will pay for it.", "€2,500", "2500", "2500", "€"),
    ],
)
def test_a_sum_is_read(text: str, quote: str, low: str, high: str, unit: str) -> None:
    assert [(one.quote, one.kind, one.low, one.high, one.unit) for one in found(text)] == [
        (quote, FigureKind.SUM, Decimal(low), Decimal(high), unit)
    ]


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit"),
    [
        ("Le toit ferait 240 MWh par an.", "240 MWh par an", "240", "240", "MWh/an"),
        ("Une friche de 26 ha.", "26 ha", "26", "26", "ha"),
        ("Soit 900 m² de toiture.", "900 m²", "900", "900", "m²"),
        ("À 25 km du bourg.", "25 km", "25", "25", "km"),
        ("Il y a 612 logements vides.", "612 logements", "612", "612", "logements"),
        ("La cuisine sert 400 repas/jour.", "400 repas/jour", "400", "400", "repas/jour"),
        ("Une part de 12,5 % du fourrage.", "12,5 %", "12.5", "12.5", "%"),
        ("De 15 à 20 emplois.", "De 15 à 20 emplois", "15", "20", "emplois"),
        ("Une vingtaine de salariés.", "Une vingtaine de salariés", "20", "20", "salariés"),
        ("Il brûle 1 500 tonnes de bois.", "1 500 tonnes", "1500", "1500", "t"),
    ],
)
def test_a_quantity_is_read_with_its_unit(text: str, quote: str, low: str, high: str, unit: str) -> None:
    assert [(one.quote, one.kind, one.low, one.high, one.unit) for one in found(text)] == [
        (quote, FigureKind.QUANTITY, Decimal(low), Decimal(high), unit)
    ]


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        ("Le chantier finit fin 2027.", "fin 2027", "2027-10/2027-12"),
        ("On sème au printemps.", "au printemps", "--21"),
        ("Le réseau sera prêt d’ici 2030.", "d’ici 2030", "../2030"),
        ("La séance du 12 mars.", "12 mars", "--03-12"),
        ("La séance du 1er mars 2027.", "1er mars 2027", "2027-03-01"),
        ("Vu le 04/02/2026.", "04/02/2026", "2026-02-04"),
        ("Le café ouvre depuis 2017.", "depuis 2017", "2017/.."),
        ("Le vote vient en juin.", "en juin", "--06"),
        ("Livré au 2e semestre 2028.", "2e semestre 2028", "2028-07/2028-12"),
    ],
)
def test_a_date_is_read_as_an_interval(text: str, quote: str, when: str) -> None:
    assert [(one.quote, one.kind, one.when) for one in found(text)] == [(quote, FigureKind.DATE, when)]


@pytest.mark.parametrize(
    "text",
    [
        "Le 45/13/2026 n’existe pas.",
        "Appeler le 01 02 03 04 05.",
        "La salle 12 est prise.",
        "Au 3 place de l’Église.",
        "Les 3 t-shirts.",
        "L’été est chaud ici, un arbre meurt.",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert [one.quote for one in found(text) if one.quote != "L’été"] == []


def test_each_passage_has_its_language() -> None:
    french = Block(
        "Nous voulons que la mairie ouvre une salle pour les jeunes du bourg avec leurs parents.", BlockKind.PARAGRAPH, Locator()
    )
    english = Block(
        "We would like the council to open a room where our young people can meet with their parents.", BlockKind.PARAGRAPH, Locator()
    )
    short = Block("Salle ouverte", BlockKind.ITEM, Locator())

    assert extract([french, french, english, short]).langs == ("fr", "fr", "en", "fr")
