"""Somebody corrects the map on screen, in a process of its own, by `tests.forked`."""

import os
from pathlib import Path

from semailles.cli import opening


def correct(workspace: Path) -> None:
    os.environ["SEMAILLES_WORKSPACE"] = str(workspace)
    opening.set_up("fr")
    from semailles.convergence import actions
    from semailles.convergence.models import Family
    from semailles.core.models import Person
    from semailles.intake.models import Idea
    from semailles.workshop.models import Initiative

    local, initiative = Person.objects.get(is_local=True), Initiative.objects.get()
    families, ideas = Family.objects.of(initiative).current(), Idea.objects.of(initiative)
    food = families.get(members__idea=ideas.get(team__letter="A", number=1))
    walking = families.get(members__idea=ideas.get(team__letter="A", number=2))
    actions.rename_family(food, "Manger ici", by=local)
    actions.validate_family(food, by=local)
    actions.move_idea(ideas.get(team__letter="B", number=3), walking, reason="même lieu", by=local)
