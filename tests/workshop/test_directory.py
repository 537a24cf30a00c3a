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


def test_a_table_without_a_header_is_left_out() -> None:
    actors, warnings = read_directory(b"CAUE;organisation\n")

    assert actors == ()
    assert warnings == (
        "acteurs.csv: the first line must name the columns (nom;type;college;alias;territoire;sigle;note). The file was left out.",
    )
