"""Pages that are not one column of text: columns around what is as wide as the page, running heads, tables without lines."""

import typst

from semailles.engines.reading import read

_FRENCH = '#set text(lang: "fr", size: 10pt)\n'
_TEXTS = (
    (
        "Le plateau manque de transports entre les gares et les zones d’activités, particulièrement durant les heures creuses, où la "
        "communauté de communes n’a jamais financé d’expérimentation. Les matériaux locaux, extraordinairement performants, restent méconnus."
    ),
    (
        "Une ancienne filature, au bord du canal, pourrait accueillir l’atelier de réparation et la ressourcerie que demandent depuis "
        "longtemps les habitants des quartiers de la gare, avec un café ouvert le samedi et une salle pour les réunions du conseil."
    ),
    (
        "Les maraîchers livrent déjà trois cantines du plateau, mais la quatrième attend toujours une chambre froide, promise depuis deux "
        "ans par la régie, et les familles demandent que la viande y soit servie moins souvent, ce que la commune accepte d’essayer."
    ),
    (
        "Chaque printemps, les élèves plantent une haie entre le collège et la zone d’activités ; il manque un arrosage pour les étés secs, et "
        "quelqu’un qui garde les outils pendant les vacances, ce que l’association des jardins propose de faire avec le lycée agricole."
    ),
)


def _blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read("rapport.pdf", typst.compile((_FRENCH + source).encode())).blocks]


def _paragraphs(*ranks: int) -> list[tuple[str, str]]:
    return [("paragraph", _TEXTS[rank]) for rank in ranks]


def test_a_heading_and_a_picture_as_wide_as_the_page_part_its_columns() -> None:
    first, second, third = (
        f"#grid(columns: (1fr, 1fr), gutter: 6mm, [{_TEXTS[left]}], [{_TEXTS[right]}])" for left, right in ((0, 1), (2, 3), (1, 0))
    )

    found = _blocks(
        f"#text(16pt)[Manifeste]\n\n{first}\n\n== Un titre au milieu de la page\n\n{second}\n\n#rect(width: 100%, height: 2cm, fill: gray)\n\n{third}"
    )

    assert found == [
        ("heading", "Manifeste"),
        *_paragraphs(0, 1),
        ("heading", "Un titre au milieu de la page"),
        *_paragraphs(2, 3, 1, 0),
    ]


def test_text_beside_a_picture_is_cut_at_its_own_width() -> None:
    found = _blocks(
        f"{_TEXTS[0]} {_TEXTS[1]}\n\n#grid(columns: (1fr, 1fr), gutter: 6mm, [{_TEXTS[2]}\n\n{_TEXTS[3]}], rect(width: 100%, height: 4cm, fill: gray))\n\n{_TEXTS[1]} {_TEXTS[2]}"
    )

    assert found == [
        ("paragraph", f"{_TEXTS[0]} {_TEXTS[1]}"),
        *_paragraphs(2, 3),
        ("paragraph", f"{_TEXTS[1]} {_TEXTS[2]}"),
    ]


def test_columns_over_a_table_leave_its_rows_whole() -> None:
    cells = "[Action], [Porteur], [Coût], [Navette électrique entre la gare et le parc], [Communauté de communes], [5 000 €], [Vélos], [CAUE], [800 €], [Une halle], [Commune], [12 000 €]"

    found = _blocks(f"#columns(2)[{_TEXTS[0]}\n\n#colbreak()\n{_TEXTS[1]}]\n\n#table(stroke: none, columns: (5cm, 5cm, 3cm), {cells})")

    assert found == [
        *_paragraphs(0, 1),
        ("row", "Navette électrique entre la gare et le parc | Communauté de communes | 5 000 €"),
        ("row", "Vélos | CAUE | 800 €"),
        ("row", "Une halle | Commune | 12 000 €"),
    ]


def _numbered_pages(head: str, foot: str) -> list[tuple[str, str]]:
    pages = "\n\n#pagebreak()\n".join(f"{text} Relevé {rank}." for rank, text in enumerate((*_TEXTS, *_TEXTS)))
    return _blocks(f"#set page(width: 14cm, height: 12cm, header: context [{head}], footer: context [{foot}])\n{pages}")


_WHOLE = [("paragraph", f"{text} Relevé {rank}.") for rank, text in enumerate((*_TEXTS, *_TEXTS))]


def test_numbers_of_pages_are_left_out_however_they_are_written() -> None:
    number = "#counter(page).display()"

    for head, foot in (
        ("Atelier des plateaux", f"{number}/36"),
        (f"{number} / 36", "Commune d’Évry #h(1fr) Conseil"),
        ("", f"Page {number} sur 20"),
        (f"Atelier #h(1fr) p. {number}", "Version de travail"),
        ("", f"— {number} —"),
        ("", f"\\[{number}\\]"),
        ("", f"Page n° {number}"),
    ):
        assert _numbered_pages(head, foot) == _WHOLE


def test_the_name_of_the_chapter_over_each_page_is_left_out() -> None:
    chapter = (
        "#set text(8pt)\n#if counter(page).get().first() < 4 [Constats] else if counter(page).get().first() < 7 [Pistes] else [Suites]"
    )

    assert _numbered_pages(chapter, "#counter(page).display()") == _WHOLE


def test_the_first_question_of_a_form_is_read_on_each_of_its_pages() -> None:
    form = f"Que faudrait-il changer ici, et pour qui, d’abord ? Répondez en deux ou trois phrases, sans nommer personne, puis rendez cette feuille à l’accueil.\n\n{_TEXTS[0]}"
    pages = "\n\n#pagebreak()\n".join(f"{form} Réponse {rank}." for rank in range(4))

    found = _blocks(f"#set page(width: 14cm, height: 16cm, margin: 1.5cm)\n#set par(spacing: 0.65em)\n{pages}")

    assert [text[:16] for _, text in found] == ["Que faudrait-il ", "Le plateau manqu"] * 4
    assert found[0][1].endswith("l’accueil.")


def test_titles_at_the_same_place_of_slides_stay() -> None:
    pages = "\n\n#pagebreak()\n".join(
        f"#text(18pt)[{title}]\n\n{_TEXTS[rank % 4]}"
        for rank, title in enumerate(("Constats", "Constats", "Pistes", "Pistes", "Suites", "Suites"))
    )

    found = _blocks(f"#set page(width: 14cm, height: 12cm, margin: 1cm)\n{pages}")

    assert [text for kind, text in found if kind == "heading"] == ["Constats", "Constats", "Pistes", "Pistes", "Suites", "Suites"]


def test_cells_close_to_each_other_and_to_the_right_are_cells() -> None:
    rows = "[Financeur], [Montant], [SNCF], [5 000 €], [Veolia], [2 000 €], [Agence de l’eau Seine-Normandie], [12 500 €]"

    found = _blocks(f"#table(stroke: none, inset: 3.8pt, columns: 2, align: (left, left), {rows})\n\n{_TEXTS[0]}")

    assert found == [
        ("row", "SNCF | 5 000 €"),
        ("row", "Veolia | 2 000 €"),
        ("row", "Agence de l’eau Seine-Normandie | 12 500 €"),
        *_paragraphs(0),
    ]
