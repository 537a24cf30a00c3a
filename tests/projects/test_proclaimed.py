"""What is proclaimed of projects is sealed; what is not leaves the chain as it is."""

from datetime import date

import pytest
from tests.projects.carried import fill
from tests.projects.test_climbing_maturity import CHOICE
from tests.web.scene import Scene, settle

from semailles.core.models import Person, Seal
from semailles.core.seals import verify
from semailles.projects.actions import drop_project, take_project_back
from semailles.projects.actions.maturing import climb_maturity, step_back
from semailles.projects.actions.work import describe_note, set_work_aside
from semailles.projects.entries_of_work import NoteEntry
from semailles.workshop.actions import climb, withdraw_commitment
from semailles.workshop.entries import Proof
from semailles.workshop.enums import Level, ProofKind
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.django_db
DAY = date(2027, 3, 9)


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def sealed(scene: Scene, *values: str) -> list[tuple[object, ...]]:
    """What was sealed after the scene was set."""
    assert verify(scene.initiative.public_id).holds
    links = Seal.objects.of(scene.initiative.public_id).order_by("rank")[1:]
    return [(link.kind, *(link.detail[name] for name in values)) for link in links]


def test_a_step_of_maturity_is_sealed_up_and_down(scene: Scene, local: Person) -> None:
    project = fill(scene.project, by=local)
    climb_maturity(project, CHOICE, by=local)
    step_back(project, "trop tôt", by=local)

    assert sealed(scene, "came_from", "maturity", "ground") == [
        ("matured", "idée", "convergente", "le comité y tient"),
        ("went back", "convergente", "idée", "trop tôt"),
    ]


def test_a_commitment_is_sealed_once_it_is_in_writing_or_left(scene: Scene, local: Person) -> None:
    climb(scene.commitment, Level.ORAL, proof=Proof(kind=ProofKind.WORD, said_by="la directrice"), on=DAY, by=local)
    withdraw_commitment(scene.commitment, "plus de budget", on=DAY, by=local)

    first = Seal.objects.of(scene.initiative.public_id).get(rank=1)
    assert (first.kind, first.detail["level"], first.detail["sha256"]) == ("climbed", Level.WRITTEN, scene.step.proof_sha256)
    assert sealed(scene, "level", "note") == [("climbed", Level.WITHDRAWN, "plus de budget")]


def test_a_project_dropped_and_taken_back_is_sealed(scene: Scene, local: Person) -> None:
    drop_project(scene.project, "personne ne le porte", by=local)
    take_project_back(scene.project, "la commune le porte", by=local)

    assert sealed(scene, "reason") == [("dropped project", "personne ne le porte"), ("took project back", "la commune le porte")]


def test_each_state_of_a_group_s_note_is_sealed_once(scene: Scene, local: Person) -> None:
    note, amended = scene.note, NoteEntry(date(2015, 3, 2), "On commence par la cuisine.")
    kept = describe_note(note, amended, revision=0, by=local)
    describe_note(kept, amended, revision=1, by=local)
    set_work_aside(kept, "doublon", on=DAY, by=local)

    assert sealed(scene, "text", "reason") == [
        ("added", "On commence par la légumerie.", ""),
        ("described", "On commence par la cuisine.", ""),
        ("set aside", "On commence par la cuisine.", "doublon"),
    ]
