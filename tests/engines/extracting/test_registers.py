"""A flipchart names its ideas without a verb; a report does not."""

from collections.abc import Callable, Sequence

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.registers import raw_signs
from semailles.engines.extracting.scoring import signs
from semailles.engines.extracting.units import units as units_of

NOTES = (
    "four banal rallumé chaque automne",
    "pain cuit au four du village",
    "gouttières reliées à une citerne",
    "poneys pour tondre les berges",
    "lavoir remis en eau",
    "vaisselle prêtée pour les fêtes",
    "atelier couture au-dessus de la poste",
    "passerelle légère vers l’école",
    "tombé en panne 2 fois depuis mars",
)


def written(document: Callable[..., list[Block]], kind: BlockKind, texts: Sequence[str]) -> list[str]:
    units = units_of(document([(kind, text) for text in texts]))
    return raw_signs(units, [signs(unit) for unit in units])


def test_bare_notes_are_told_but_neither_what_opens_the_sheet_nor_what_happened(document: Callable[..., list[Block]]) -> None:
    assert written(document, BlockKind.PARAGRAPH, NOTES) == ["", *["raw@prose"] * 7, ""]


def test_a_report_with_a_few_fragments_is_not_raw(document: Callable[..., list[Block]]) -> None:
    report = [f"{text.capitalize()}, et chacun y trouve son compte." for text in NOTES]

    assert written(document, BlockKind.PARAGRAPH, [*report, "four banal rallumé chaque automne"]) == [""] * 10


def test_a_few_notes_show_no_manner(document: Callable[..., list[Block]]) -> None:
    assert written(document, BlockKind.ITEM, NOTES[:4]) == [""] * 4


def test_a_flipchart_gives_its_notes(document: Callable[..., list[Block]], quotes: Callable[[Sequence[Block]], list[str]]) -> None:
    found = quotes(document([(BlockKind.ITEM, text) for text in NOTES]))

    assert {"poneys pour tondre les berges", "passerelle légère vers l’école"} <= set(found)
    assert "tombé en panne 2 fois depuis mars" not in found
