"""Markdown, web pages and mails."""

from collections.abc import Callable

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]


def test_markdown_gives_words_without_marks() -> None:
    content = (
        "---\ntitle: Paperboards\n---\n# Table 1\n\nUn **grand** *projet* de [halle](http://exemple.fr), `vite`.\n\n"
        "- cadences\n  - gasoil [cher](x)\n- [ ] un bac\n\n1. Premier\n\n**Suites**\n\n> Une voix.\n"
    )
    path = ("Table 1",)

    document = read("notes.md", content.encode())

    assert (document.kind, document.title) == ("md", "Paperboards")
    assert document.blocks == (
        Block("Table 1", BlockKind.HEADING, Locator(paragraph=1), 1),
        Block("Un grand projet de halle, vite.", BlockKind.PARAGRAPH, Locator(paragraph=2), 0, path),
        Block("cadences", BlockKind.ITEM, Locator(paragraph=3), 1, path),
        Block("gasoil cher", BlockKind.ITEM, Locator(paragraph=4), 2, path),
        Block("un bac", BlockKind.ITEM, Locator(paragraph=5), 1, path),
        Block("Premier", BlockKind.ITEM, Locator(paragraph=6), 1, path),
        Block("Suites", BlockKind.HEADING, Locator(paragraph=7), 2, path),
        Block("Une voix.", BlockKind.PARAGRAPH, Locator(paragraph=8), 0, (*path, "Suites")),
    )


def test_markdown_tables_have_headers() -> None:
    content = "| Sujet | Voix |\n|---|---:|\n| le **train** | 14 |\n| l'épicerie | |\n"

    blocks = read("votes.md", content.encode()).blocks

    assert [(block.text, block.cells) for block in blocks] == [
        ("le train | 14", (Cell("Sujet", 0, 8), Cell("Voix", 11, 13))),
        ("l'épicerie", (Cell("Sujet", 0, 10),)),
    ]


def test_typed_bullets_in_markdown_are_entries(seen_in: SeenIn) -> None:
    assert seen_in("notes.md", "Envies :\n• un car\n• des bancs\n".encode()) == [
        ("paragraph", 0, "Envies :"),
        ("item", 1, "un car"),
        ("item", 1, "des bancs"),
    ]


def test_lines_set_in_columns_stay_lines(seen_in: SeenIn) -> None:
    content = b"Financeurs :\n\tFonds Grain :\t\t5000 \xe2\x82\xac\n\tEaux Claires :\t4000 \xe2\x82\xac\nFin du budget.\n\nUne phrase\ncoup\xc3\xa9e en deux.\n"

    assert seen_in("note.md", content) == [
        ("paragraph", 0, "Financeurs :"),
        ("paragraph", 0, "Fonds Grain : 5000 €"),
        ("paragraph", 0, "Eaux Claires : 4000 €"),
        ("paragraph", 0, "Fin du budget."),
        ("paragraph", 0, "Une phrase coupée en deux."),
    ]


def test_a_page_is_read_without_its_menus() -> None:
    page = """<!doctype html><html><head><title>Carnet</title><style>p {color: red}</style></head><body>
    <nav><ul><li>Accueil</li></ul></nav><script>alert(1)</script>
    <h1>Carnet de&nbsp;terrain</h1><p>Le car <b>existe</b>,<br>mais personne<!-- non --> ne sait.</p>
    <ul><li>Kilomètre 2<ul><li>neuf</li></ul></li><li><p>Kilomètre 7</p></li></ul>
    <p><strong>Ce que nous retenons</strong></p><details><summary>Plus</summary>Une carte unique.</details><div>Fin.</div>
    <aside>Publicité</aside></body></html>"""
    path = ("Carnet de terrain",)

    document = read("carnet.html", page.encode())

    assert (document.kind, document.title) == ("html", "Carnet de terrain")
    assert document.blocks == (
        Block("Carnet de terrain", BlockKind.HEADING, Locator(paragraph=1), 1),
        Block("Le car existe, mais personne ne sait.", BlockKind.PARAGRAPH, Locator(paragraph=2), 0, path),
        Block("Kilomètre 2", BlockKind.ITEM, Locator(paragraph=3), 1, path),
        Block("neuf", BlockKind.ITEM, Locator(paragraph=4), 2, path),
        Block("Kilomètre 7", BlockKind.ITEM, Locator(paragraph=5), 1, path),
        Block("Ce que nous retenons", BlockKind.HEADING, Locator(paragraph=6), 2, path),
        Block("Plus", BlockKind.HEADING, Locator(paragraph=7), 2, path),
        Block("Une carte unique.", BlockKind.PARAGRAPH, Locator(paragraph=8), 0, (*path, "Plus")),
        Block("Fin.", BlockKind.PARAGRAPH, Locator(paragraph=9), 0, (*path, "Ce que nous retenons")),
    )


def test_tables_of_a_page_have_headers_and_spans() -> None:
    page = (
        "<html><body><table><tr><th>Axe</th><th>Action</th><th>Qui</th></tr><tr><td rowspan=2>Mer</td><td>Halle</td><td>CAPS</td></tr>"
        "<tr><td colspan=2>Prises à quai</td></tr></table><table><tr><td><h2>Cadre</h2><p>Texte.</p></td></tr></table></body></html>"
    )

    blocks = read("t.html", page.encode()).blocks

    assert [(block.kind.value, block.text, [cell.header for cell in block.cells]) for block in blocks] == [
        ("row", "Mer | Halle | CAPS", ["Axe", "Action", "Qui"]),
        ("row", "Prises à quai", ["Action"]),
        ("heading", "Cadre", []),
        ("paragraph", "Texte.", []),
    ]


def test_text_kept_as_typed_is_read_like_a_text(seen_in: SeenIn) -> None:
    page = '<html><body><pre>Envies\n\n- un car\n- un bac</pre><div style="white-space: pre-wrap">Une halle.\nUn étal.</div></body></html>'

    assert seen_in("p.html", page.encode()) == [
        ("paragraph", 0, "Envies"),
        ("item", 1, "un car"),
        ("item", 1, "un bac"),
        ("paragraph", 0, "Une halle."),
        ("paragraph", 0, "Un étal."),
    ]


def test_an_old_page_in_latin_letters(seen_in: SeenIn) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Éteindre l’éclairage à 23 h.</p></body></html>'

    assert seen_in("vieux.htm", page.encode("cp1252")) == [("paragraph", 0, "Éteindre l’éclairage à 23 h.")]


def test_a_mail_gives_its_headers_and_its_body(seen_in: SeenIn) -> None:
    mail = (
        "From: Fatou <fatou@exemple.fr>\r\nTo: groupe@exemple.fr\r\nSubject: =?utf-8?q?V=C3=A9los?=\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nBonjour,\r\n\r\n- louer des vélos au mois\r\n"
    )

    assert seen_in("velos.eml", mail.encode()) == [
        ("title", 0, "Vélos"),
        ("paragraph", 0, "De : Fatou <fatou@exemple.fr>"),
        ("paragraph", 0, "À : groupe@exemple.fr"),
        ("paragraph", 0, "Bonjour,"),
        ("item", 1, "louer des vélos au mois"),
    ]


def test_a_mail_in_html_is_read_as_a_page(seen_in: SeenIn) -> None:
    mail = b"From: a@b.fr\r\nSubject: Suite\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Un car.</p><ul><li>le soir</li></ul>"

    assert seen_in("suite.eml", mail) == [
        ("title", 0, "Suite"),
        ("paragraph", 0, "De : a@b.fr"),
        ("paragraph", 0, "Un car."),
        ("item", 1, "le soir"),
    ]


def test_menus_and_banners_about_cookies_are_no_part_of_a_saved_page(seen_in: SeenIn) -> None:
    page = """<html><body class="cookie-consent"><div id="tarteaucitronRoot"><p>Ce site utilise des cookies.</p></div>
    <div role="navigation"><ul><li>Rubriques</li></ul></div><ul class="menu principal"><li>Accueil</li></ul><p class="sr-only">Aller au contenu</p>
    <div class="menu"><h1>Budget participatif</h1><p>Planter des haies.</p></div><form><textarea>tapez</textarea></form>
    <dl><dt>Lieu</dt><dd>Place du marché</dd><dt>Étapes</dt><dd><ul><li>étude</li></ul></dd></dl><div role="contentinfo">Mentions</div></body></html>"""

    assert seen_in("page.html", page.encode()) == [
        ("heading", 1, "Budget participatif"),
        ("paragraph", 0, "Planter des haies."),
        ("paragraph", 0, "Lieu : Place du marché"),
        ("paragraph", 0, "Étapes"),
        ("item", 1, "étude"),
    ]
