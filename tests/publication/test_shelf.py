"""The files that publishing writes each have a purpose and a circle."""

from pathlib import Path

import pytest
from tests.web.scene import settle

from semailles.core.audience import Audience
from semailles.core.models import Person
from semailles.publication.outputs import CALENDAR, CHECK, DRAFT, ROADMAP
from semailles.publication.queries import snapshot
from semailles.publication.shelf import OUTPUTS, output_named, printed
from semailles.publication.tables import tables
from semailles.workshop.models import Initiative


def test_every_file_has_its_purpose_and_no_other_has_an_address(initiative: Initiative, local: Person) -> None:
    scene = settle(initiative, by=local)
    names = {ROADMAP, DRAFT, CHECK, f"data/{CALENDAR}", "data/synthese.json", "data/run.json"}

    assert {output.name for output in OUTPUTS} == names | {f"data/{name}" for name in tables(snapshot(scene.initiative))}


@pytest.mark.parametrize("name", ["semailles.sqlite3", "../semailles.sqlite3", "data/../semailles.sqlite3", "media/aa", ""])
def test_nothing_else_of_the_workspace_can_be_asked_for(name: str) -> None:
    assert output_named(name) is None


def test_persons_and_doubts_stay_with_the_facilitator() -> None:
    assert {output.name for output in OUTPUTS if output.audience is not Audience.FACILITATOR} == {ROADMAP, DRAFT, f"data/{CALENDAR}"}


def test_only_what_is_there_is_listed(initiative: Initiative, tmp_path: Path) -> None:
    (tmp_path / ROADMAP).write_bytes(b"%PDF-")

    assert [(one.output.name, one.size) for one in printed(initiative, tmp_path)] == [(ROADMAP, 5)]
