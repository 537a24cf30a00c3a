import pytest

from semailles.workshop.directory import GivenActor, read_directory
from semailles.workshop.enums import ActorKind


def test_actors_come_with_their_spellings() -> None:
    content = "nom;type;college;alias;territoire\nÉtablissement foncier;organisation;institution;EPF|EPF-IDF;Région\n".encode()

    actors, warnings = read_directory(content)

    assert warnings == ()
    assert actors == (GivenActor("Établissement foncier", ActorKind.ORGANISATION, "institution", ("EPF", "EPF-IDF"), "Région"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_accents_survive_the_usual_encodings(encoding: str) -> None:
    actors, _ = read_directory("nom;type\nLycée agricole;organisation\n".encode(encoding))

    assert [actor.name for actor in actors] == ["Lycée agricole"]


def test_a_line_without_a_name_is_said_and_the_others_are_kept() -> None:
    actors, warnings = read_directory(b"nom;type\n;role\nCAUE;institut\n")

    assert [actor.name for actor in actors] == ["CAUE"]
    assert warnings == (
        "acteurs.csv, line 2: the column « nom » is empty or too long. The line was left out.",
        "acteurs.csv, line 3: « institut » is not a type. Write organisation, role or personne. Read as organisation.",
    )


def test_a_spelling_found_on_every_page_is_said_and_the_line_is_kept_without_it() -> None:
    actors, warnings = read_directory("nom;alias;sigle\nCentre est;L'Est|EST|e;DES\nCe;;\nCommunauté d'agglo;CA;C.A.\n".encode())

    assert [(actor.name, actor.aliases, actor.acronym) for actor in actors] == [
        ("Centre est", ("L'Est",), ""),
        ("Communauté d'agglo", ("CA",), "C.A."),
    ]
    why = "is a single letter or an everyday word, found on every page: write a name that is longer."
    assert warnings == (
        *(f"acteurs.csv, line 2: « {text} » {why} The line was kept without it." for text in ("DES", "EST", "e")),
        f"acteurs.csv, line 3: « Ce » {why} The line was left out.",
    )


def test_a_table_without_a_header_is_left_out() -> None:
    actors, warnings = read_directory(b"CAUE;organisation\n")

    assert actors == ()
    assert warnings == (
        "acteurs.csv: the first line must name the columns (nom;type;college;alias;territoire;sigle;note). The file was left out.",
    )


def test_lines_that_an_open_quotation_mark_makes_one_are_left_out() -> None:
    actors, warnings = read_directory(b'nom;type\nPort;\n"Gare;\nHalle;\n')

    assert [actor.name for actor in actors] == ["Port"]
    assert warnings == (
        (
            "acteurs.csv, line 3: A quotation mark is not closed: this line and the next ones were read as one. Close it, or take it off. "
            "The line was left out."
        ),
    )
