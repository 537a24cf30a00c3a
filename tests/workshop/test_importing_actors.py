"""A table of actors is seen line by line, then written once."""

import pytest

from semailles.core.journal import journal_of
from semailles.core.models import Person
from semailles.engines.exchange import csv_table
from semailles.workshop.actions import add_actor, import_actors, set_actor_aside
from semailles.workshop.directory import COLUMNS, rows_of_directory, unknown_columns
from semailles.workshop.entries import ActorEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.planning import RowState, planned
from semailles.workshop.today import today

TABLE = """nom;type;college;alias;sigle;courriel
Fonds des Moulins;;institution;Les Moulins|FDM;;a@b.example
Syndicat de l'Orve;organisation;élus;SDO;SO;
Cantine du Bourg;;;;;
Une machine;;;;;
fdm;;;;;
SO;;;;;
;role;;;;
Halle;institut;;;;
Odette Fauvel;organisation;;;;
Gare;;;Fonds des Rives;;
"""


@pytest.fixture
def known(initiative: Initiative, local: Person) -> Initiative:
    for entry in (
        ActorEntry("Syndicat de l'Orve", acronym="SO"),
        ActorEntry("Cantine du bourg"),
        ActorEntry("Une machine"),
        ActorEntry("Odette Fauvel", kind=ActorKind.PERSON),
        ActorEntry("Fonds des Rives"),
    ):
        add_actor(initiative, entry, by=local)
    set_actor_aside(Actor.objects.get(name="Une machine"), "ce n'est personne", on=today(initiative), by=local)
    return initiative


def test_each_line_says_what_it_would_do(known: Initiative) -> None:
    given = rows_of_directory(TABLE.encode())
    before = Actor.objects.count()

    rows = planned(known, given.rows)

    assert [(row.line, row.name, str(row.state), row.sentence) for row in rows] == [
        (2, "Fonds des Moulins", "new", ""),
        (3, "Syndicat de l'Orve", "changed", ""),
        (4, "Cantine du bourg", "unchanged", ""),
        (5, "Une machine", "error", "« Une machine » (actor) was set aside (ce n'est personne): put it back before changing it."),
        (6, "fdm", "error", "Line 2 names « fdm » already."),
        (7, "SO", "error", "Line 3 names « SO » already."),
        (8, "", "error", "The column « nom » is empty or too long: write a name."),
        (9, "Halle", "error", "« institut » is not a type: write organisation, role or personne."),
        (10, "Odette Fauvel", "error", "« Odette Fauvel » would become a person, or be one no longer: change that on its own page."),
        (
            11,
            "Gare",
            "error",
            "« Fonds des Rives » is already a name of « Fonds des Rives »: write that name in the column « nom », or leave this one out.",
        ),
    ]
    assert [(one.label, one.before, one.after) for one in rows[1].changes] == [("college", "", "élu"), ("spellings", "", "SDO")]
    assert given.unknown == ("courriel",)
    assert Actor.objects.count() == before


def test_the_same_table_twice_adds_nothing(known: Initiative, local: Person) -> None:
    given = rows_of_directory(TABLE.encode())

    first, second = import_actors(known, given, by=local), import_actors(known, given, by=local)

    fund = Actor.objects.get(name="Fonds des Moulins")
    assert (first[RowState.NEW], first[RowState.CHANGED]) == (1, 1)
    assert (second[RowState.NEW], second[RowState.CHANGED], second[RowState.UNCHANGED]) == (0, 0, 3)
    assert (fund.also_written, fund.college, fund.by_hand) == (("FDM", "Les Moulins"), "institution", ["college", "kind", "name"])
    assert journal_of(known.public_id).lines[0].sentence == "imported actors (new: 1, changed: 1)"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_encoding_and_separator_are_found(encoding: str, separator: str) -> None:
    text = separator.join(("nom", "college")) + "\n" + separator.join(("Lycée de l'Étang", "institution")) + "\n"

    rows = rows_of_directory(text.encode(encoding)).rows

    assert [(row.line, row.cells["nom"], row.cells["college"]) for row in rows] == [(2, "Lycée de l'Étang", "institution")]


def test_what_was_made_harmless_comes_back_as_it_was() -> None:
    table = csv_table(COLUMNS, [("=Cafe+", "", "", "", "-1 rue", "@moulins", "'quote'")])

    cells = rows_of_directory(table).rows[0].cells

    assert table.decode("utf-8-sig").splitlines()[1] == "'=Cafe+;;;;'-1 rue;'@moulins;'quote'"
    assert (cells["nom"], cells["territoire"], cells["sigle"], cells["note"]) == ("=Cafe+", "-1 rue", "@moulins", "'quote'")


def test_a_cell_that_is_too_long_is_told_before_anything_is_written(known: Initiative) -> None:
    rows = planned(known, rows_of_directory(f"nom;sigle\nGare;{'G' * 61}\n".encode()).rows)

    assert [row.sentence for row in rows] == ["The column « sigle » is too long: at most 60 signs."]


def test_unknown_columns_are_told() -> None:
    assert unknown_columns("liste.csv", ["courriel", "tél"]) == (
        "liste.csv: these columns mean nothing here and were left out: courriel, tél. "
        "Those that do: nom;type;college;alias;territoire;sigle;note."
    )


def test_two_lines_never_speak_of_one_actor(known: Initiative) -> None:
    rows = planned(known, rows_of_directory(b"nom;note\nSyndicat de l'Orve;amont\nSO;aval\n").rows)

    assert [(row.line, row.sentence) for row in rows] == [(2, ""), (3, "Line 2 names « Syndicat de l'Orve » already.")]


def test_a_line_that_names_a_word_of_every_page_is_left_out(known: Initiative) -> None:
    rows = planned(known, rows_of_directory(b"nom;sigle;alias\nGare;DES;\nCe;;\nHalle;;H\nPort;CA;\n").rows)

    why = "is a single letter or an everyday word, found on every page: write a name that is longer."
    assert [row.sentence for row in rows] == [f"« DES » {why}", f"« Ce » {why}", f"« H » {why}", ""]


TORN = "A quotation mark is not closed: this line and the next ones were read as one. Close it, or take it off."


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('nom;note\n"Gare;\nHalle;\n', [("Gare;", TORN)]),
        ('nom;note\nPort;\nGare;"neuve\nHalle;\n', [("Port", ""), ("Gare", TORN)]),
        ('nom;note\n"Gare;\nHalle;"vieille"\nPort;\n', [("Gare;", TORN), ("Port", "")]),
        ('nom;note\n"Gare";"en deux\nlignes"\nPort "du bas";\n', [("Gare", ""), ('Port "du bas"', "")]),
    ],
)
def test_lines_that_an_open_quotation_mark_makes_one_are_told(known: Initiative, table: str, said: list[tuple[str, str]]) -> None:
    given = rows_of_directory(table.encode())

    rows = planned(known, given.rows)

    assert [(row.name, row.sentence) for row in rows] == said
    assert [row.state == RowState.ERROR for row in rows] == [bool(sentence) for _name, sentence in said]
