"""A worker in a process of its own, that may be killed: `mortal.py WORKSPACE COMMAND …`.

`lay`: make its tables, an initiative and a project. `ask KIND N`: ask for N jobs of a kind. `give N`: give N files on screen. `bring FILE …`: give these. `work SECONDS STATEMENT`: do all jobs, with a clock that is SECONDS ahead; SIGKILL, from inside, at the
STATEMENT-th time the database is spoken to, before or after it answers. `linger`: work until told to stop, or until whoever started it is
gone; `alone`: until told to stop.
"""

import ctypes
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from semailles.cli import opening
from semailles.cli.worker import work as work_until_told

ROUNDS = 4


def main(workspace: Path, command: str, *words: str) -> None:
    opening.stand_in(workspace)
    opening.set_up("en")
    from semailles.core.jobs.kinds import JobKind, kinds

    kinds()["count"] = JobKind("Counting", count, lambda person, _: person.is_local)  # type: ignore[arg-type]  # a plain sentence will do
    kinds()["poison"] = JobKind("Poisoning", poison, lambda person, _: person.is_local)  # type: ignore[arg-type]  # the same
    kinds()["seal"] = JobKind("Sealing", seal, lambda person, _: person.is_local)  # type: ignore[arg-type]  # the same
    kinds()["store"] = JobKind("Storing", store, lambda person, _: person.is_local)  # type: ignore[arg-type]  # the same
    kinds()["linger"] = JobKind("Lingering", linger, lambda person, _: person.is_local)  # type: ignore[arg-type]  # the same
    if command == "lay":
        lay()
    elif command == "ask":
        ask(words[0], int(words[1]))
    elif command == "give":
        give(int(words[0]))
    elif command == "bring":
        bring([Path(word) for word in words])
    elif command == "work":
        work(int(words[0]), int(words[1]))
    else:
        work_until_told(workspace, "en", with_parent=command == "linger")


def count(work: Any) -> None:
    """Four steps, then one effect, in one transaction with the end of the job."""
    from django.db import transaction

    from semailles.core.journal import record
    from semailles.workshop.models import Initiative

    for rank in range(ROUNDS):
        work.progress(f"Round {rank}", rank, ROUNDS)
    initiative = Initiative.objects.get(public_id=work.initiative_id)
    with transaction.atomic():
        record("counted", initiative, by=work.by, initiative=initiative, number=work.arguments["number"])
        work.settle(rounds=ROUNDS)


def seal(work: Any) -> None:
    """A vote of writing: its seal, its line of the journal and the end of the job, together."""
    from django.db import transaction

    from semailles.core.seals import proclaim
    from semailles.workshop.models import Initiative

    initiative = Initiative.objects.get(public_id=work.initiative_id)
    with transaction.atomic():
        proclaim("counted", initiative, by=work.by, initiative=initiative, number=work.arguments["number"])
        work.settle()


def poison(work: Any) -> None:
    """Each kills its worker in a way of its own."""
    ways: tuple[Callable[[], object], ...] = (
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        lambda: ctypes.string_at(0),
        os.abort,
        spin,
    )
    ways[work.arguments["number"] % len(ways)]()


def spin() -> None:
    """As long as the system lets it: it ends who takes more than a second of its processor."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 1,) * 2)
    while True:
        pass


def store(work: Any) -> None:
    """Six megabytes, then one effect."""
    from django.db import transaction

    from semailles.core import files
    from semailles.core.journal import record
    from semailles.workshop.models import Initiative

    digest = files.keep(str(work.arguments["number"]).encode() + bytes(6 * files.receiving.MEGABYTE))
    initiative = Initiative.objects.get(public_id=work.initiative_id)
    with transaction.atomic():
        record("counted", initiative, by=work.by, initiative=initiative, number=work.arguments["number"])
        work.settle(digest=digest)


def linger(work: Any) -> None:
    while True:
        work.progress("Lingering", 0, 1)
        print("lingering", flush=True)  # noqa: T201  # for the test that waits for it


def lay() -> None:
    from django.core.management import call_command

    from semailles.core.models import Person
    from semailles.projects.actions import NewProject, open_project
    from semailles.workshop.actions import open_initiative

    call_command("migrate", verbosity=0)
    by = Person.objects.create(is_local=True, name="local")
    open_project(open_initiative("Vallée", by=by), NewProject("Légumerie"), by=by)


def ask(kind: str, number: int) -> None:
    from semailles.core.jobs.actions import enqueue
    from semailles.core.models import Person
    from semailles.workshop.models import Initiative

    by, initiative = Person.objects.get(is_local=True), Initiative.objects.get()
    for rank in range(number):
        enqueue(kind, {"number": rank, "on": "2026-03-02"}, initiative=initiative, by=by, key=f"{kind} {rank}")


def give(number: int) -> None:
    deposit({f"notes {rank}.md": f"- Planter {rank + 2} haies le long du chemin.\n".encode() for rank in range(number)})


def bring(files: list[Path]) -> None:
    deposit({file.name: file.read_bytes() for file in files})


def deposit(given: dict[str, bytes]) -> None:
    from uuid import UUID

    from semailles.core.models import Person
    from semailles.intake.actions.depositing import GivenFile, deposit_files
    from semailles.workshop.models import Initiative

    files = [GivenFile(name, content) for name, content in given.items()]
    by, initiative = Person.objects.get(is_local=True), Initiative.objects.get()
    deposit_files(initiative, files, folder="rives", key=UUID(int=1), by=by)


def work(ahead: int, statement: int) -> None:
    from django.db import connection
    from django.utils import timezone

    from semailles.core.jobs.worker import work_once

    with connection.execute_wrapper(killing(statement)):
        while work_once(threading.Event(), clock=lambda: timezone.now() + timedelta(seconds=ahead)):
            pass


def killing(statement: int) -> Callable[..., Any]:
    said = 0

    def execute(ask_database: Callable[..., Any], *question: Any) -> Any:
        nonlocal said
        said += 1
        if said == statement and statement % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = ask_database(*question)
        if said == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return execute


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
