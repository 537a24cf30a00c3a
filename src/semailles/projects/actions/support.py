"""What people do with needs and offers of help."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.enums import Cliff
from semailles.projects.errors import OtherCliff
from semailles.projects.models import Offer, Project, SupportNeed
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.models import Actor
from semailles.workshop.rules import may_coordinate


@dataclass(frozen=True, slots=True)
class NeedEntry:
    cliff: str
    what: str


@dataclass(frozen=True, slots=True)
class OfferEntry:
    """`project` None: for whoever needs it."""

    who: str
    cliff: str
    skill: str
    actor: Actor | None = None
    until: date | None = None
    project: Project | None = None


@transaction.atomic
def need_help(project: Project, entry: NeedEntry, *, key: UUID | None = None, by: Person) -> SupportNeed:
    require(may_coordinate(by, project.initiative), by=by)
    project = opened(project, by=by)
    return editing.add(SupportNeed(initiative=project.initiative, project=project), entry, key=key, by=by)


@transaction.atomic
def offer_help(project: Project, entry: OfferEntry, *, key: UUID | None = None, by: Person) -> Offer:
    """Written from a project; `entry.project` says whether it is for this one only."""
    require(may_coordinate(by, project.initiative), by=by)
    project = opened(project, by=by)
    return editing.add(Offer(initiative=project.initiative), entry, key=key, by=by)


@transaction.atomic
def answer_need(need: SupportNeed, offer: Offer | None, *, by: Person) -> SupportNeed:
    """This offer answers it; None: nobody does any more."""
    require(may_coordinate(by, need.initiative), by=by)
    opened(need.project, by=by)
    if offer is not None and offer.cliff != need.cliff:
        said = {"skill": offer.skill, "offered": Cliff(offer.cliff).label, "needed": Cliff(need.cliff).label}
        raise OtherCliff(_("« %(skill)s » is %(offered)s help and the need is %(needed)s: choose another offer.") % said)
    return editing.change(need, {"met_by": offer}, by=by, verb="described")
