"""PDFs, made with Typst: what was printed is read again as it was written."""

import typst

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.reading import read

_FRENCH = '#set text(lang: "fr", size: 10pt)\n'
_LONG = (
    "Le plateau manque de transports entre les gares et les zones d’activités, particulièrement durant les heures creuses, où la "
    "communauté de communes n’a jamais financé d’expérimentation. Les matériaux locaux, extraordinairement performants, restent méconnus."
)
_OTHER = (
    "Une ancienne filature, au bord du canal, pourrait accueillir l’atelier de réparation et la ressourcerie que demandent depuis "
    "longtemps les habitants des quartiers de la gare, avec un café ouvert le samedi et une salle pour les réunions du conseil."
)


def _pdf(source: str) -> bytes:
    return typst.compile((_FRENCH + source).encode())


def _texts(content: bytes) -> list[str]:
    return [block.text for block in read("rapport.pdf", content).blocks]


def test_headings_paragraphs_and_nested_lists_are_rebuilt() -> None:
    content = _pdf(
        f"= Énergie et bois\n\n{_LONG}\n\n{_OTHER}\n\n== Pistes\n\n- {_OTHER}\n- Un séchoir\n  - près de la scierie\n\n+ Premier point\n+ Second point\n\n*À retenir*\n\nFin."
    )
    first, second = ("Énergie et bois",), ("Énergie et bois", "Pistes")
    kinds = BlockKind

    document = read("rapport.pdf", content)

    assert (document.kind, document.pages, document.title) == ("pdf", 1, "Énergie et bois")
    assert document.blocks == (
        Block("Énergie et bois", kinds.HEADING, Locator(page=1, paragraph=1), 1),
        Block(_LONG, kinds.PARAGRAPH, Locator(page=1, paragraph=2), 0, first),
        Block(_OTHER, kinds.PARAGRAPH, Locator(page=1, paragraph=3), 0, first),
        Block("Pistes", kinds.HEADING, Locator(page=1, paragraph=4), 2, first),
        Block(_OTHER, kinds.ITEM, Locator(page=1, paragraph=5), 1, second),
        Block("Un séchoir", kinds.ITEM, Locator(page=1, paragraph=6), 1, second),
        Block("près de la scierie", kinds.ITEM, Locator(page=1, paragraph=7), 2, second),
        Block("Premier point", kinds.ITEM, Locator(page=1, paragraph=8), 1, second),
        Block("Second point", kinds.ITEM, Locator(page=1, paragraph=9), 1, second),
        Block("À retenir", kinds.HEADING, Locator(page=1, paragraph=10), 3, second),
        Block("Fin.", kinds.PARAGRAPH, Locator(page=1, paragraph=11), 0, (*second, "À retenir")),
    )


def test_words_cut_at_the_end_of_lines_are_mended_and_compounds_kept() -> None:
    words = "Les éco-matériaux et l’agro-alimentaire intercommunal, celui-ci compris, extraordinairement performants. "
    content = _pdf(f"#set page(width: 7cm, height: 60cm, margin: 1cm)\n#set par(justify: true)\n#set text(hyphenate: true)\n{words * 6}")

    assert _texts(content) == [(words * 6).strip()]


def test_columns_are_read_one_after_the_other() -> None:
    content = _pdf(
        f'#set page(columns: 2, height: 16cm, width: 18cm)\n#set par(justify: true)\n#place(top, scope: "parent", float: true)[#text(16pt)[Manifeste pour une vallée habitée]]\n'
        f"{_LONG}\n\n{_OTHER}\n\n{_LONG}\n\n{_OTHER}\n\n{_LONG}\n\n{_OTHER}"
    )

    assert _texts(content) == ["Manifeste pour une vallée habitée", _LONG, _OTHER, _LONG, _OTHER, _LONG, _OTHER]


def test_a_paragraph_goes_on_over_the_page_and_running_lines_are_left_out() -> None:
    content = _pdf(
        "#set page(width: 12cm, height: 9cm, header: [Atelier des plateaux #h(1fr) 2014], footer: context [#h(1fr) Page #counter(page).display() sur 9])\n"
        + "\n\n".join([_LONG, _OTHER] * 4)
    )

    document = read("rapport.pdf", content)

    assert [block.text for block in document.blocks] == [_LONG, _OTHER] * 4
    assert document.pages == 3
    assert [block.locator.page for block in document.blocks] == sorted(block.locator.page or 0 for block in document.blocks)


def test_a_table_gives_rows_that_do_not_cross_columns() -> None:
    content = _pdf(
        "Avant.\n\n#table(columns: (5cm, 4cm, 2cm), [Action], [Porteur], [Coût], [Navette électrique entre la gare et le parc d’activités], "
        "[Communauté de communes], [5 000 €], [Vélos], [CAUE], [])\n\nAprès."
    )

    blocks = read("actions.pdf", content).blocks

    assert [(block.kind.value, block.text, [cell.header for cell in block.cells]) for block in blocks] == [
        ("paragraph", "Avant.", []),
        (
            "row",
            "Navette électrique entre la gare et le parc d’activités | Communauté de communes | 5 000 €",
            ["Action", "Porteur", "Coût"],
        ),
        ("row", "Vélos | CAUE", ["Action", "Porteur"]),
        ("paragraph", "Après.", []),
    ]


def test_a_table_without_lines_is_a_table_too() -> None:
    content = _pdf("#table(stroke: none, columns: (4cm, 4cm), [Financeur], [Montant], [SNCF], [5 000 €], [Veolia], [2 000 €])")

    assert _texts(content) == ["SNCF | 5 000 €", "Veolia | 2 000 €"]


def test_a_table_under_columns_takes_nothing_from_them() -> None:
    content = _pdf(
        f"#columns(2)[{_LONG}\n\n{_OTHER}\n\n{_LONG}\n\n{_OTHER}\n\n{_LONG}]\n== Actions\n"
        f"#table(columns: (1fr, 1fr), [Action], [Porteur], [{_LONG}], [Commune], [Un bac], [{_OTHER}])"
    )

    blocks = read("actions.pdf", content).blocks

    assert sorted(block.text for block in blocks[:5]) == sorted([_LONG, _OTHER, _LONG, _OTHER, _LONG])
    assert [(block.kind.value, block.text, [cell.header for cell in block.cells]) for block in blocks[5:]] == [
        ("heading", "Actions", []),
        ("row", f"{_LONG} | Commune", ["Action", "Porteur"]),
        ("row", f"Un bac | {_OTHER}", ["Action", "Porteur"]),
    ]


def test_a_table_of_contents_is_not_said_twice() -> None:
    content = _pdf(f"#outline()\n\n= Constats\n\n{_LONG}")

    assert _texts(content) == ["Table des matières", "Constats", _LONG]


def test_a_turned_page_reads_like_another() -> None:
    content = _pdf(f"#set page(flipped: true)\n{_LONG}")

    assert _texts(content) == [_LONG]


def test_a_page_number_alone_is_no_text() -> None:
    content = _pdf(f'#set page(numbering: "1 / 1")\n{_LONG}')

    assert _texts(content) == [_LONG]
