"""Somebody gives a file on screen, read to its end; in a process of its own, by `tests.forked`."""

import os
from pathlib import Path
from threading import Event as Flag
from uuid import uuid4

from semailles.cli import opening


def give(workspace: Path, team: str, file: Path) -> None:
    os.environ["SEMAILLES_WORKSPACE"] = str(workspace)
    opening.set_up("fr")
    from semailles.core.jobs.worker import work_once
    from semailles.core.models import Person
    from semailles.intake.actions.depositing import GivenFile, deposit_files
    from semailles.workshop.models import Initiative

    given = GivenFile(file.name, file.read_bytes())
    local, initiative = Person.objects.get(is_local=True), Initiative.objects.get()
    deposit_files(initiative, [given], folder=team, key=uuid4(), by=local)
    while work_once(Flag()):
        pass
