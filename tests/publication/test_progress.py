"""Only people's gestures count as done."""

from datetime import date

import pytest
from tests.web.scene import Scene, settle

from semailles.convergence.actions import validate_family
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.intake.actions import set_idea_aside
from semailles.publication.progress import Advance, advances
from semailles.workshop.models import Initiative, Milestone


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def test_what_the_program_suggests_is_what_there_is_to_do(scene: Scene) -> None:
    assert advances(scene.initiative) == {
        "gather": Advance(0, 6),
        "converge": Advance(0, 1),
        "carry": Advance(0, 1),
        "govern": Advance(0, 2),
        "measure": Advance(0, 1),
        "publish": Advance(0, 0),
        "sow": Advance(0, 1),
    }


def test_what_people_do_moves_the_path(scene: Scene, local: Person) -> None:
    set_idea_aside(scene.idea, "Dit deux fois.", by=local)
    validate_family(scene.family, by=local)
    Milestone.objects.of(scene.initiative).filter(label="lancement").update(happened_on=date(2027, 2, 11))
    record("published", scene.initiative, by=local, initiative=scene.initiative, pages=35)

    found = advances(scene.initiative)

    assert [found[verb] for verb in ("gather", "converge", "govern", "publish")] == [
        Advance(1, 6),
        Advance(1, 1),
        Advance(1, 2),
        Advance(0, 35),
    ]
