"""Somebody gives files without end, and notes each that was acknowledged; in a process of its own, by `tests.forked`."""

from itertools import count
from pathlib import Path
from uuid import uuid4

from semailles.cli import opening


def give_always(folder: Path, told: Path) -> None:
    opening.stand_in(folder)
    opening.set_up("en")
    from semailles.core.files import sha256
    from semailles.intake.actions.depositing import GivenFile, deposit_files
    from semailles.workshop.enums import Role
    from semailles.workshop.models import Initiative, Membership

    initiative = Initiative.objects.get()
    by = Membership.objects.of(initiative).filter(role=Role.COORDINATOR).first().person
    with told.open("a", encoding="utf-8") as line:
        for number in count():
            content = f"On pourrait planter la haie n° {number}.\n".encode()
            deposit_files(initiative, [GivenFile(f"note-{number}.txt", content)], folder="A", key=uuid4(), by=by)
            line.write(f"{sha256(content)}\n")
            line.flush()
