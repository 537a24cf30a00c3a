"""What is printed and not said: numbers of notes above words, spaces between the letters of a title."""

import pytest
import typst

from semailles.engines.blocks import BlockKind
from semailles.engines.reading import read
from semailles.engines.reading.pdf_signs import gathered, is_spaced

_FRENCH = '#set text(lang: "fr", size: 10pt)\n'
_LONG = (
    "Le plateau manque de transports entre les gares et les zones d’activités, particulièrement durant les heures creuses, où la "
    "communauté de communes n’a jamais financé d’expérimentation."
)


def _blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read("rapport.pdf", typst.compile((_FRENCH + source).encode())).blocks]


def test_a_title_printed_letter_by_letter_is_read_as_words() -> None:
    found = _blocks(
        f"#text(18pt, tracking: 8pt)[ATELIER BOIS]\n\n{_LONG}\n\n#text(14pt)[A T E L I E R #h(1em) É N E R G I E]\n\n#text(12pt, tracking: 4pt)[L’eau du plateau]\n\n{_LONG}"
    )

    assert found == [
        ("heading", "ATELIER BOIS"),
        ("paragraph", _LONG),
        ("heading", "ATELIER ÉNERGIE"),
        ("heading", "L’eau du plateau"),
        ("paragraph", _LONG),
    ]


def test_calls_of_notes_go_and_units_and_ordinals_stay() -> None:
    found = _blocks(
        "La source baisse#footnote[Relevé de 2023, commune d’Évry.] depuis douze étés#footnote[Selon le syndicat.]. On compte 120 m#super[2] de toits et 3 hm#super[3] d’eau ; "
        "le CO#sub[2] baisse. Le 1#super[er] mai 2024, la halle rouvre."
    )

    assert found == [
        (
            "paragraph",
            "La source baisse depuis douze étés. On compte 120 m² de toits et 3 hm³ d’eau ; le CO2 baisse. Le 1er mai 2024, la halle rouvre.",
        ),
        ("note", "Relevé de 2023, commune d’Évry."),
        ("note", "Selon le syndicat."),
    ]


def test_raised_figures_of_any_make_are_calls() -> None:
    """Smaller and shifted, as LibreOffice and browsers print them, or made by the font, as Typst does."""
    call = "#super(typographic: false)"

    found = _blocks(
        f"La source baisse{call}[12] depuis dix étés {call}[(3)]. La nappe{call}[4], elle, tient.\n\n#v(3cm)\n#text(8pt)[{call}[12]Relevé de la commune d’Évry.]"
    )

    assert found == [
        ("paragraph", "La source baisse depuis dix étés. La nappe, elle, tient."),
        ("note", "Relevé de la commune d’Évry."),
    ]


def test_figures_on_the_line_stay() -> None:
    text = "L’école A12 ouvre en 2025, la salle B2 aussi ; voir R1 et l’annexe 3."

    assert _blocks(text) == [("paragraph", text)]


def test_every_quote_is_in_its_passage() -> None:
    content = typst.compile(
        (_FRENCH + "#text(18pt, tracking: 8pt)[ATELIER BOIS]\n\n" + _LONG + "#footnote[Selon le syndicat des eaux.]").encode()
    )

    for block in read("rapport.pdf", content).blocks:
        assert block.text == " ".join(block.text.split())
        assert block.kind in BlockKind


@pytest.mark.parametrize("line", ["A T E L I E R", "D U B O I S", "É N E R G I E S", "L ’ E A U X"])
def test_letters_apart_are_spaced(line: str) -> None:
    assert is_spaced(line)


@pytest.mark.parametrize("line", ["L M M J V S D", "J F M A M J J A S O N D", "A B C D", "x x x x x", "1 2 3 4 5 6", "A B", "a été vu", ""])
def test_calendars_crosses_and_series_are_not(line: str) -> None:
    assert not is_spaced(line)


def test_letters_as_far_apart_as_cells_are_cells() -> None:
    assert gathered("OUIX", [(at, at + 6.0) for at in (0, 40, 80, 120)], 10.0) == ""
    assert gathered("OUIX", [(at, at + 6.0) for at in (0, 10, 20, 40)], 10.0) == "OUI X"
