from collections.abc import Callable

import pytest
from tests.founding_note import NOTE

from semailles.core.errors import NotAllowed
from semailles.core.models import Event, Person
from semailles.intake.actions import bring_spellings_together, receive_document, take_budget_lines
from semailles.intake.errors import BudgetAlreadyWritten, NoBudgetFound
from semailles.intake.models import LedgerLine
from semailles.intake.queries import found_budget
from semailles.intake.readings import read_file
from semailles.workshop.actions import frame_initiative
from semailles.workshop.framing import Framing
from semailles.workshop.models import Initiative, ProcessCost, ProcessFunding

Receive = Callable[..., None]


@pytest.fixture
def receive(initiative: Initiative, local: Person) -> Receive:
    def one(path: str, text: str) -> None:
        receive_document(initiative, path, text.encode(), read_file(path, text.encode(), known=()), by=local)
        bring_spellings_together(initiative, by=local)

    return one


def test_every_line_keeps_its_exact_words_and_its_actor(initiative: Initiative, receive: Receive) -> None:
    receive("note.txt", NOTE)

    lines = LedgerLine.objects.of(initiative).select_related("passage", "actor")
    assert all(line.quote == line.passage.text[line.start : line.end] != "" for line in lines)
    assert [(line.name, line.actor and line.actor.name) for line in lines if line.side == "ressource" and line.part == "ligne"] == [
        ("EPB-IDF", "EPB-IDF"),
        ("Rail et Rives", "Rail et Rives"),
        ("Eaux Claires", "Eaux Claires"),
        ("CAUE", "CAUE"),
    ]


def test_a_person_takes_the_lines_into_the_budget_of_the_process(initiative: Initiative, local: Person, receive: Receive) -> None:
    receive("equipe/note.txt", NOTE)

    taken = take_budget_lines(initiative, by=local)

    assert [(cost.item, cost.amount, cost.detail) for cost in ProcessCost.objects.of(initiative)] == [
        ("Assistance groupe de travail", None, "stagiaire CAUE"),
        ("Mise en forme projets", 9000, "3 étudiants à 3000 € ; Déplacements et fournitures inclus"),
        ("Publications et documents", 2500, ""),
    ]
    assert [(line.funder, line.amount, line.status, line.source) for line in ProcessFunding.objects.of(initiative)][:2] == [
        ("EPB-IDF", 6000, "à confirmer", "equipe/note.txt : « EPD Île de France (à confirmer) : 6000€ »"),
        ("Rail et Rives", 4000, "décidé", "equipe/note.txt : « Rail et Rives-DRT: 4 000 € »"),
    ]
    assert LedgerLine.objects.of(initiative).taken().count() == len(taken) == 7
    assert Event.objects.filter(verb="took budget").count() == 1


def test_nobody_takes_the_lines_twice(initiative: Initiative, local: Person, receive: Receive) -> None:
    receive("note.txt", NOTE)
    take_budget_lines(initiative, by=local)

    with pytest.raises(BudgetAlreadyWritten):
        take_budget_lines(initiative, by=local)

    assert (ProcessCost.objects.of(initiative).count(), ProcessFunding.objects.of(initiative).count()) == (3, 4)


def test_there_is_nothing_to_take_where_no_budget_was_read(initiative: Initiative, local: Person, receive: Receive) -> None:
    receive("note.txt", "La chaufferie coûterait 40 000 € et la Région en paierait la moitié.\n")

    with pytest.raises(NoBudgetFound):
        take_budget_lines(initiative, by=local)


def test_only_a_coordinator_takes_lines(initiative: Initiative, receive: Receive) -> None:
    receive("note.txt", NOTE)

    with pytest.raises(NotAllowed):
        take_budget_lines(initiative, by=Person.objects.create(name="Passant"))

    assert ProcessCost.objects.count() == 0


def test_the_same_budget_in_two_files_is_one_and_another_one_is_told(initiative: Initiative, receive: Receive) -> None:
    receive("a/note.txt", NOTE)
    receive("b/copie.txt", NOTE)
    receive("c/ancienne.txt", NOTE.replace("9000€", "8000€").replace("ne comprend pas", "comprend"))

    found = found_budget(initiative)

    assert [line.passage.version.document.path for line in found.lines] == ["a/note.txt"] * 7
    assert [line.passage.version.document.path for line in found.others] == ["c/ancienne.txt"]


def test_lines_of_an_older_version_no_longer_count(initiative: Initiative, receive: Receive) -> None:
    receive("note.txt", NOTE)

    receive("note.txt", "Le budget reste à faire.\n")

    assert found_budget(initiative).lines == ()


def test_reading_the_frame_again_leaves_the_lines_that_were_taken(initiative: Initiative, local: Person, receive: Receive) -> None:
    receive("note.txt", NOTE)
    take_budget_lines(initiative, by=local)

    frame_initiative(initiative, Framing(), by=local)

    assert (ProcessCost.objects.of(initiative).standing().count(), ProcessFunding.objects.of(initiative).standing().count()) == (3, 4)
