"""How the coordinator opens the initiative to the public."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.models import Welcome
from semailles.intake.models.contributions import MOST_IDEAS
from semailles.workshop import editing
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate


@dataclass(frozen=True, slots=True)
class WelcomeEntry:
    """What a form says of the public page."""

    is_open: bool = False
    words: str = ""
    takes_ideas: bool = False
    question: str = ""
    ideas_from: date | None = None
    ideas_until: date | None = None
    most_ideas: int = MOST_IDEAS


@transaction.atomic
def describe_welcome(initiative: Initiative, entry: WelcomeEntry, *, revision: int, by: Person) -> Welcome:
    """The page and the call for ideas, opened or closed. `revision` is the one that the person saw."""
    require(may_coordinate(by, initiative), by=by)
    known: Welcome | None = Welcome.objects.of(initiative).first()
    if known is None:
        return editing.add(Welcome(initiative=initiative), entry, key=None, by=by)
    return editing.describe(known, entry, revision=revision, by=by)
