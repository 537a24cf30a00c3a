"""What processes of one instance do at the same time: `together.py` is run in each of them, on whatever machine it stands."""

import os
from itertools import count
from pathlib import Path
from uuid import UUID

from semailles.cli import opening


def write_in_turn(folder: Path, times: int) -> None:
    """Each adds its own mark to a note that all of them write, from what it reads; and seals that."""
    _enter(folder)
    from semailles.core.models import Person
    from semailles.core.seals import seal
    from semailles.workshop.actions.directory import describe_actor
    from semailles.workshop.entries import ActorEntry
    from semailles.workshop.errors import StaleEdit
    from semailles.workshop.models import Actor, Initiative

    by, initiative, done = Person.objects.get(is_local=True), Initiative.objects.get(), 0
    while done < times:
        actor = Actor.objects.get()
        try:
            describe_actor(actor, ActorEntry(actor.name, note=f"{actor.note} {os.getpid()}.{done}".strip()), revision=actor.revision, by=by)
        except StaleEdit:
            continue
        seal("counted", actor, {"process": os.getpid(), "number": done}, by=by, initiative=initiative)
        done += 1


def add_once(folder: Path, times: int) -> None:
    """Send the same forms as all the others, each in the same order."""
    _enter(folder)
    from semailles.core.models import Person
    from semailles.workshop.actions.frame import add_theme
    from semailles.workshop.entries import ThemeEntry
    from semailles.workshop.models import Initiative

    by, initiative = Person.objects.get(is_local=True), Initiative.objects.get()
    for number in range(times):
        add_theme(initiative, ThemeEntry(f"Thème {number}", words=[]), key=UUID(int=number + 1), by=by)


def write_until_cut(folder: Path, name: str, told: Path) -> None:
    """Add one actor after the other; `told` holds the name of each that was said to be kept."""
    _enter(folder)
    from semailles.core.models import Person
    from semailles.workshop.actions.directory import add_actor
    from semailles.workshop.entries import ActorEntry
    from semailles.workshop.models import Initiative

    by, initiative = Person.objects.get(is_local=True), Initiative.objects.get()
    with told.open("a", encoding="utf-8", buffering=1) as lines:
        for number in count():
            actor = add_actor(initiative, ActorEntry(f"{name} {number}"), by=by)
            lines.write(f"{actor.name}\n")


def lay(folder: Path) -> None:
    _enter(folder)
    from django.core.management import call_command

    from semailles.core.models import Person
    from semailles.workshop.actions import open_initiative
    from semailles.workshop.actions.directory import add_actor
    from semailles.workshop.entries import ActorEntry

    call_command("migrate", verbosity=0)
    by = Person.objects.create(is_local=True, name="local")
    add_actor(open_initiative("Vallée", by=by), ActorEntry("Moulin du Val"), by=by)


def tell(folder: Path) -> None:
    """What came of it, as text: the marks, how many seals stand and hold, the themes."""
    _enter(folder)
    import json

    from semailles.core.models import Seal
    from semailles.core.seals import verify
    from semailles.workshop.models import Actor, Initiative, Theme

    chain = verify(Initiative.objects.get().public_id)
    themes = list(Theme.objects.order_by("rank").values_list("title", "rank"))
    counted = Seal.objects.filter(kind="counted").count()
    marks = Actor.objects.get(name="Moulin du Val").note.split()
    print(json.dumps({"marks": marks, "sealed": counted, "holds": chain.holds, "themes": themes}))  # noqa: T201  # read by the test


def _enter(folder: Path) -> None:
    opening.stand_in(folder)
    opening.set_up("en")
