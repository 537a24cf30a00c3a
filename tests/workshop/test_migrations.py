import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


@pytest.fixture
def before(transactional_db: None) -> Iterator[Any]:
    """The tables as they were when a workspace was made by the first version; put back afterwards."""
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    executor.migrate([*(node for node in latest if node[0] == "core"), ("workshop", "0001_initiative_and_frame")])
    yield executor.loader.project_state([("workshop", "0001_initiative_and_frame")]).apps
    MigrationExecutor(connection).migrate(latest)


def test_a_workspace_of_before_keeps_its_frame_and_its_meetings(before: Any) -> None:
    initiative = before.get_model("workshop", "Initiative").objects.create(public_id=uuid.uuid4(), name="Vallée")
    for rank in range(2):
        before.get_model("workshop", "Phase").objects.create(initiative=initiative, name=f"Phase {rank}", months=1, rank=rank)
    meetings = ["lancement", "validation"]
    before.get_model("workshop", "Body").objects.create(initiative=initiative, name="Comité", kind="pilotage", meetings=meetings)

    executor = MigrationExecutor(connection)
    executor.migrate([("workshop", "0004_process_rules")])

    now = executor.loader.project_state([("workshop", "0004_process_rules")]).apps
    phases = now.get_model("workshop", "Phase").objects.all()
    milestones = now.get_model("workshop", "Milestone").objects.order_by("rank")
    assert [(phase.name, phase.frame_key) for phase in phases] == [("Phase 0", "phase: Phase 0"), ("Phase 1", "phase: Phase 1")]
    assert len({phase.public_id for phase in phases}) == len(phases)
    assert [(one.label, one.kind, one.body.name, one.frame_key) for one in milestones] == [
        ("lancement", "réunion", "Comité", "jalon: Comité : lancement"),
        ("validation", "réunion", "Comité", "jalon: Comité : validation"),
    ]
