"""Somebody gives a file on screen, in a process of its own: `giving.py WORKSPACE TEAM FILE`, read to its end."""

import os
import sys
from pathlib import Path
from threading import Event as Flag
from uuid import uuid4

from semailles.cli import opening


def main(workspace: str, team: str, file: str) -> None:
    os.environ["SEMAILLES_WORKSPACE"] = workspace
    opening.set_up("fr")
    from semailles.core.jobs.worker import work_once
    from semailles.core.models import Person
    from semailles.intake.actions.depositing import GivenFile, deposit_files
    from semailles.workshop.models import Initiative

    given = GivenFile(Path(file).name, Path(file).read_bytes())
    local, initiative = Person.objects.get(is_local=True), Initiative.objects.get()
    deposit_files(initiative, [given], folder=team, key=uuid4(), by=local)
    while work_once(Flag()):
        pass


if __name__ == "__main__":
    main(*sys.argv[1:])
