import pytest

from semailles.core.errors import NotAllowed
from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.workshop.actions import open_team
from semailles.workshop.models import Initiative, Team

HEDGE, CANTEEN = b"On pourrait planter une haie le long du chemin.\n", b"Il faudrait ouvrir une cantine de village.\n"


def receive(initiative: Initiative, path: str, content: bytes, by: Person) -> None:
    receive_document(initiative, path, content, read_file(path, content, known=()), by=by)
    give_marks(initiative, by=by)


def test_a_mark_noted_on_paper_stays_true_when_a_document_comes_before(initiative: Initiative, local: Person) -> None:
    receive(initiative, "b/2.txt", HEDGE, local)

    receive(initiative, "a/1.txt", CANTEEN, local)
    receive(initiative, "b/1.txt", CANTEEN + b"\n", local)

    assert [(team.folder, team.letter) for team in Team.objects.of(initiative)] == [("a", "B"), ("b", "A")]
    assert sorted(f"{idea.team.letter}{idea.number}" for idea in Idea.objects.of(initiative)) == ["A1", "A2", "B1"]
    assert Idea.objects.of(initiative).get(team__letter="A", number=1).text.startswith("On pourrait planter")


def test_a_team_without_a_document_gets_no_letter(initiative: Initiative, local: Person) -> None:
    open_team(initiative, "a", by=local)
    receive(initiative, "b/1.txt", HEDGE, local)

    assert [(team.folder, team.letter) for team in Team.objects.of(initiative)] == [("a", ""), ("b", "A")]


def test_a_team_called_by_a_letter_bears_it(initiative: Initiative, local: Person) -> None:
    for folder in ("D. Halles", "Équipe A - les riverains", "equipe_C_mobilités", "groupe L’eau", "S.N.C.F.", "Équipe 5", "groupe a"):
        path = f"{folder}/1.txt"
        receive_document(initiative, path, HEDGE, read_file(path, HEDGE, known=()), by=local)

    give_marks(initiative, by=local)

    assert {team.folder: team.letter for team in Team.objects.of(initiative)} == {
        "D. Halles": "D",
        "Équipe A - les riverains": "A",
        "equipe_C_mobilités": "C",
        "Équipe 5": "B",
        "groupe a": "E",
        "groupe L’eau": "F",
        "S.N.C.F.": "G",
    }


def test_only_a_coordinator_gives_marks(initiative: Initiative) -> None:
    with pytest.raises(NotAllowed):
        give_marks(initiative, by=Person.objects.create(name="Passant"))
