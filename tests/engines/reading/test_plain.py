"""Plain texts: notes, minutes, mails pasted as they came."""

from collections.abc import Callable

import pytest

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_accents_survive_every_encoding(encoding: str) -> None:
    content = "Présents : élus, habitants.\nÀ Évry, on a posé où l’on a pu des bancs.\n".encode(encoding)

    assert read("notes.txt", content).blocks == (
        Block("Présents : élus, habitants.", BlockKind.PARAGRAPH, Locator(paragraph=1)),
        Block("À Évry, on a posé où l’on a pu des bancs.", BlockKind.PARAGRAPH, Locator(paragraph=2)),
    )


def test_lines_cut_by_a_mail_program_are_joined(seen_in: SeenIn) -> None:
    content = (
        "Bonjour à tous, je reprends mes notes de la réunion d'hier à la mairie,\n"
        "surtout ce qui n'est pas entré dans le manifeste. Nous étions quatorze.\n"
        "Le vote est reporté à juin, ce qui arrange tout le monde sauf la régie.\n"
        "\n"
        "- les parents souhaitent un système d'auto-stop de confiance pour les\n"
        "  plus jeunes, avec inscription en mairie\n"
        "- le car passe à 6 h 50\n"
        "\n"
        "Bonne nuit,\n"
        "Birgit\n"
    )

    joined = (
        "Bonjour à tous, je reprends mes notes de la réunion d'hier à la mairie, surtout ce qui n'est pas entré dans le manifeste. "
        "Nous étions quatorze. Le vote est reporté à juin, ce qui arrange tout le monde sauf la régie."
    )

    assert seen_in("mail.txt", content.encode()) == [
        ("paragraph", 0, joined),
        ("item", 1, "les parents souhaitent un système d'auto-stop de confiance pour les plus jeunes, avec inscription en mairie"),
        ("item", 1, "le car passe à 6 h 50"),
        ("paragraph", 0, "Bonne nuit,"),
        ("paragraph", 0, "Birgit"),
    ]


def test_a_line_that_stops_on_a_word_which_calls_another_goes_on_with_the_next(seen_in: SeenIn) -> None:
    content = (
        "- le prix. Fixé avant les semis, vous l'aviez mis sur votre\n"
        "  diapo. Il nous faut trois mairies qui le signent, Perthes et\n"
        "  Soisy-sur-École regardent.\n"
        "- les hectares, promis par écrit\n"
    )

    assert [text for _, _, text in seen_in("courriel.txt", content.encode())] == [
        "le prix. Fixé avant les semis, vous l'aviez mis sur votre diapo. Il nous faut trois mairies qui le signent, Perthes et Soisy-sur-École regardent.",
        "les hectares, promis par écrit",
    ]


def test_telegraphic_lines_stay_apart(seen_in: SeenIn) -> None:
    content = (
        "vélos en libre service à la gare\nune halle\nle train le dimanche aussi\ndes bancs à l'ombre sur la place du marché\nun bac\n"
    )

    assert [text for _, _, text in seen_in("paperboard.txt", content.encode())] == content.splitlines()


def test_plain_headings_are_headings() -> None:
    content = (
        "Réunion du 12 mars\n"
        "==================\n"
        "\n"
        "CONSTATS\n"
        "La nappe descend.\n"
        "\n"
        "1. Propositions\n"
        "\n"
        "Une citerne par grange.\n"
        "\n"
        "Financeurs :\n"
        "- SNCF\n"
        "- Veolia\n"
        "Reste à trouver le tiers du budget.\n"
    )

    document = read("cr.txt", content.encode())

    assert document.title == "Réunion du 12 mars"
    assert [(block.kind.value, block.level, block.text, block.path) for block in document.blocks] == [
        ("title", 0, "Réunion du 12 mars", ()),
        ("heading", 1, "CONSTATS", ()),
        ("paragraph", 0, "La nappe descend.", ("CONSTATS",)),
        ("heading", 1, "1. Propositions", ()),
        ("paragraph", 0, "Une citerne par grange.", ("1. Propositions",)),
        ("heading", 1, "Financeurs :", ()),
        ("item", 1, "SNCF", ("Financeurs :",)),
        ("item", 1, "Veolia", ("Financeurs :",)),
        ("paragraph", 0, "Reste à trouver le tiers du budget.", ("1. Propositions",)),
    ]


def test_numbered_lines_that_follow_each_other_are_a_list(seen_in: SeenIn) -> None:
    assert seen_in("liste.txt", b"Trois voeux.\n\n1. Un train\n2. Un car\n3) Un bac\n4- Une halle\nA) Un four\n=> le rallumer\n") == [
        ("paragraph", 0, "Trois voeux."),
        ("item", 1, "Un train"),
        ("item", 1, "Un car"),
        ("item", 1, "Un bac"),
        ("item", 1, "Une halle"),
        ("item", 1, "Un four"),
        ("item", 1, "le rallumer"),
    ]


def test_a_pasted_mail_keeps_its_lines_and_loses_its_quote_marks(seen_in: SeenIn) -> None:
    content = "De : Fatou D.\nÀ : groupe vélo\nObjet : RE: la suite\n\nD'accord.\n\n> Il faudrait des abris fermés.\n> > - avec un badge\n"

    assert seen_in("mails.txt", content.encode()) == [
        ("paragraph", 0, "De : Fatou D."),
        ("paragraph", 0, "À : groupe vélo"),
        ("paragraph", 0, "Objet : RE: la suite"),
        ("paragraph", 0, "D'accord."),
        ("paragraph", 0, "Il faudrait des abris fermés."),
        ("item", 1, "avec un badge"),
    ]


def test_lines_aligned_by_tabs_stay_apart(seen_in: SeenIn) -> None:
    content = "Financeurs :\n\tÉtablissement foncier (à confirmer) :\t\t5000€\n\tSNCF :\t\t\t5000€\n\t\tTotal\t10 000€\n"

    assert seen_in("budget.txt", content.encode()) == [
        ("heading", 1, "Financeurs :"),
        ("paragraph", 0, "Établissement foncier (à confirmer) : 5000€"),
        ("paragraph", 0, "SNCF : 5000€"),
        ("paragraph", 0, "Total 10 000€"),
    ]


def test_nested_bullets_have_levels(seen_in: SeenIn) -> None:
    content = "* Mobilité\n   - un car\n   - un bac\n* Forêt\n"

    assert seen_in("liste.txt", content.encode()) == [
        ("item", 1, "Mobilité"),
        ("item", 2, "un car"),
        ("item", 2, "un bac"),
        ("item", 1, "Forêt"),
    ]


def test_text_is_composed_and_clean(seen_in: SeenIn) -> None:
    content = "Cafe\u0301 soli\u00addaire\u200b a\u0300\u00a0l\u2019e\u0301cole\x07, \ufb01n.\n"

    assert seen_in("notes.txt", content.encode()) == [("paragraph", 0, "Café solidaire à l’école , fin.")]
