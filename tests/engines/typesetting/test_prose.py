"""Texts in Markdown as blocks."""

import pytest

from semailles.engines.typesetting.prose import Block, Kind, Run, blocks_of, words_of


def test_paragraphs_lists_quotations_and_headings_are_told_apart() -> None:
    told = blocks_of("# Titre\n\nUn.\n\n- a\n- b\n  1. c\n\n> dit\n")

    assert [(block.kind, words_of(block), block.rank, block.depth) for block in told] == [
        (Kind.HEADING, "Titre", 0, 0),
        (Kind.PARAGRAPH, "Un.", 0, 0),
        (Kind.ITEM, "a", 0, 0),
        (Kind.ITEM, "b", 0, 0),
        (Kind.NUMBERED, "c", 1, 1),
        (Kind.QUOTE, "dit", 0, 0),
    ]


def test_words_set_otherwise_are_runs_of_their_paragraph() -> None:
    assert blocks_of("Un **mot** ; _deux_ et [un lien](https://exemple.fr)") == (
        Block(
            Kind.PARAGRAPH,
            (
                Run("Un "),
                Run("mot", is_strong=True),
                Run("\u202f; "),
                Run("deux", is_slanted=True),
                Run(" et "),
                Run("un lien", url="https://exemple.fr"),
            ),
        ),
    )


def test_a_table_keeps_its_rows_and_tags_and_pictures_stay_text() -> None:
    table, text = blocks_of("| a | b |\n|---|---|\n| 1 | **2** |\n\n<b>x</b> ![y](z.png)")

    assert [[words_of(Block(Kind.PARAGRAPH, cell)) for cell in row] for row in table.rows] == [["a", "b"], ["1", "2"]]
    assert words_of(text) == "<b>x</b> ![y](z.png)"


def test_a_line_that_the_writer_broke_stays_broken() -> None:
    (block,) = blocks_of("Un **mot\nfort**,\nen trois lignes")

    assert words_of(block) == "Un mot\nfort,\nen trois lignes"
    assert [(run.text, run.is_strong, run.is_on_new_line) for run in block.runs] == [
        ("Un ", False, False),
        ("mot", True, False),
        ("fort", True, True),
        (",", False, False),
        ("en trois lignes", False, True),
    ]


@pytest.mark.parametrize("empty", ["##", "# [](https://exemple.fr)", "# &nbsp;", "# 🚲", "- ", "| | |\n|---|---|\n| | |", "> "])
def test_what_says_nothing_is_left_out(empty: str) -> None:
    assert [words_of(block) for block in blocks_of(f"Texte.\n\n{empty}\n\nSuite.")] == ["Texte.", "Suite."]


def test_a_link_that_no_file_can_hold_keeps_its_words_and_leads_nowhere() -> None:
    assert blocks_of(f"[ici](https://exemple.fr/{'a' * 9000})") == (Block(Kind.PARAGRAPH, (Run("ici"),)),)


def test_a_list_begins_at_the_number_that_was_typed() -> None:
    assert [block.rank for block in blocks_of("0. zéro\n1. un")] == [0, 1]
