"""Polis, adhocracy, Territoires en Transitions, boards of sticky notes."""

import pytest
from tests.engines.exchange.exports import ADHOCRACY, POLIS, TET, as_csv, as_xlsx, exported, under

from semailles.engines.exchange import RowTrouble, Told
from semailles.engines.platforms import Platform
from semailles.engines.reading import read

STATEMENT = {
    "timestamp": 1546300800000,
    "datetime": "Tue Jan 01 2019",
    "comment-id": 3,
    "author-id": 17,
    "agrees": 20,
    "disagrees": 4,
    "moderated": 1,
    "comment-body": "Le dernier train part trop tôt.",
}


def test_a_statement_of_polis_keeps_its_counters_and_nobodys_name() -> None:
    table = exported("comments.csv", as_csv(POLIS, STATEMENT, {**STATEMENT, "comment-id": 9, "moderated": -1}, separator=","))

    first, second = table.ideas
    assert (first.external_id, first.author, first.title, first.text) == ("3", "17", "", "Le dernier train part trop tôt.")
    assert first.counters == (("agree", 20), ("disagree", 4))
    assert (first.state, second.state) == ("accepted", "refused")


def test_a_comma_left_unquoted_by_polis_is_told_and_nothing_shifts() -> None:
    columns = "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body"
    rows = ("1700000000,1,2,3,4,1,0,0,0.5,Des bancs, des arbres, de l’ombre", "1700000001,2,2,3,4,1,0,0,0.5,Une piste cyclable")

    table = exported("comments.csv", "\n".join((columns, *rows)).encode())

    assert [one.text for one in table.ideas] == ["Une piste cyclable"]
    assert table.told == (Told(2, RowTrouble.BROKEN, "des arbres | de l’ombre"),)


def test_an_idea_of_adhocracy_is_read_from_its_workbook() -> None:
    row = {
        "Reference No.": "2024-00031",
        "Link": "https://parole.exemple.org/ideas/31/",
        "Name": "Ombrière",
        "Category": "Place",
        "Description": "Une ombrière devant l’école.",
        "Creator": "voisine",
        "Created": "2024-06-01T08:00:00+02:00",
        "Positive ratings": 9,
        "Negative ratings": 1,
        "Status": "Accepted",
        "Location (Longitude)": 2.4,
        "Location (Latitude)": 48.6,
    }

    table = exported("ideas.xlsx", as_xlsx(ADHOCRACY, under(ADHOCRACY, row)))

    (one,) = table.ideas
    assert (table.platform, one.title, one.text) == (Platform.ADHOCRACY, "Ombrière", "Une ombrière devant l’école.")
    assert (one.external_id, one.component, one.author) == ("2024-00031", "parole.exemple.org", "voisine")
    assert (one.point, one.counters, one.state) == ((48.6, 2.4), (("agree", 9), ("disagree", 1)), "Accepted")


def test_a_plan_of_territoires_en_transitions_begins_at_its_fourth_row() -> None:
    action = {"Axe (x)": "1. Mobilité", "Sous-axe (x.x)": "1.1 Gares", "Titre de l'action": "Navette du dimanche", "Statut": "A discuter"}
    below = {**action, "Titre de la sous-action": "Un premier essai en juin", "Descriptif": "Trois dimanches de suite."}
    lone = {"Axe (x)": "2. Eau"}

    table = exported("plan.xlsx", as_xlsx(["Modèle"], TET, ["Texte libre"], under(TET, action), under(TET, below), under(TET, lone)))

    assert [(one.title, one.text) for one in table.ideas] == [
        ("Navette du dimanche", "Navette du dimanche"),
        ("Un premier essai en juin", "Trois dimanches de suite."),
    ]
    assert [one.theme for one in table.ideas] == ["1. Mobilité › 1.1 Gares"] * 2
    assert table.told == (Told(6, RowTrouble.NO_TEXT),)


@pytest.mark.parametrize(
    "columns",
    [
        ("Idée", "Couleur", "Catégorie", "Auteur", "J’aime"),
        ("ID", "Text", "BG Color", "Position X", "Position Y", "Area", "Last Updated By", "Tags"),
        ("Frame", "Content", "Created by", "Tag"),
    ],
)
def test_a_board_of_sticky_notes_gives_its_notes(columns: tuple[str, ...]) -> None:
    text = next(name for name in columns if name in {"Idée", "Text", "Content"})
    author = next(name for name in columns if name in {"Auteur", "Last Updated By", "Created by"})
    notes = [{text: "Un banc devant chaque arrêt"}, {text: "Un banc devant chaque arrêt", author: "Équipe bleue"}, {text: "Mobilité"}]

    table = exported("tableau.csv", as_csv(columns, *notes, {author: "Équipe bleue"}, separator=","))

    assert [(one.text, one.author) for one in table.ideas] == [
        ("Un banc devant chaque arrêt", ""),
        ("Un banc devant chaque arrêt", "Équipe bleue"),
    ]
    assert table.told == (Told(4, RowTrouble.BARE_WORD, "Mobilité"), Told(5, RowTrouble.NO_TEXT))


def test_a_note_has_its_title_when_the_board_gives_one() -> None:
    content = as_csv(
        ("Titre", "Contenu", "Cadre", "Auteur"), {"Titre": "Bancs", "Contenu": "Un banc devant chaque arrêt", "Cadre": "Places"}
    )

    (one,) = exported("tableau.csv", content).ideas

    assert (one.title, one.text, one.theme) == ("Bancs", "Un banc devant chaque arrêt", "Places")


def test_a_column_of_marks_is_no_board() -> None:
    content = as_csv(
        ("Projet", "Groupe", "Note", "Auteur"), *({"Projet": f"Planter un verger {n}", "Groupe": "A", "Note": n} for n in range(5))
    )

    assert read("notes.csv", content).platform == ""


def test_a_workbook_made_by_hand_is_no_board() -> None:
    rows = (["Idée", "Couleur", "Groupe"], ["Un banc devant chaque arrêt de bus", "bleu", "B"])

    assert read("table.xlsx", as_xlsx(*rows)).platform == ""
