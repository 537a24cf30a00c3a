"""What people do with needs and offers of help."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.enums import Cliff
from semailles.projects.errors import NotOffered, OtherCliff
from semailles.projects.models import Offer, Project, SupportNeed
from semailles.projects.rules import may_give_to, may_write_help, may_write_project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.models import Actor

Line = TypeVar("Line", SupportNeed, Offer)


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
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    return editing.add(SupportNeed(initiative=project.initiative, project=project), entry, key=key, by=by)


@transaction.atomic
def offer_help(project: Project, entry: OfferEntry, *, key: UUID | None = None, by: Person) -> Offer:
    """Written from a project; `entry.project` says whether it is for this one only."""
    require(may_write_project(by, project) and may_give_to(by, entry.project), by=by)
    project = opened(project, by=by)
    return editing.add(Offer(initiative=project.initiative), entry, key=key, by=by)


@transaction.atomic
def answer_need(need: SupportNeed, offer: Offer | None, *, by: Person) -> SupportNeed:
    """This offer answers it; None: nobody does any more."""
    require(may_write_project(by, need.project), by=by)
    opened(need.project, by=by)
    if offer is not None:
        _require_offered(Offer.objects.select_for_update(of=("self",)).select_related("project").get(pk=offer.pk), need)
    return editing.change(need, {"met_by": offer}, by=by, verb="described")


@transaction.atomic
def describe_need(need: SupportNeed, entry: NeedEntry, *, revision: int, by: Person) -> SupportNeed:
    require(may_write_project(by, need.project), by=by)
    opened(need.project, by=by)
    if need.met_by:
        _require_same(need.met_by, need.met_by.cliff, entry.cliff)
    return editing.describe(need, entry, revision=revision, by=by)


@transaction.atomic
def describe_offer(offer: Offer, entry: OfferEntry, *, revision: int, by: Person) -> Offer:
    require(may_write_help(by, offer) and may_give_to(by, entry.project), by=by)
    _open_its_project(offer, by)
    for need in offer.meets.standing().select_related("project"):
        _require_same(offer, entry.cliff, need.cliff)
        _require_for(offer, entry.project, need)
    return editing.describe(offer, entry, revision=revision, by=by)


@transaction.atomic
def set_help_aside(line: Line, reason: str, *, on: date, by: Person) -> Line:
    """The needs that an offer answered are open again."""
    require(may_write_help(by, line), by=by)
    _open_its_project(line, by)
    if isinstance(line, Offer):
        for need in line.meets.standing():
            editing.change(need, {"met_by": None}, by=by, verb="described")
    return editing.set_aside(line, reason, on=on, by=by)


@transaction.atomic
def put_help_back(line: Line, *, by: Person) -> Line:
    """A need is open again when its offer was set aside, kept for another project or changed in the meantime."""
    require(may_write_help(by, line), by=by)
    _open_its_project(line, by)
    kept = editing.put_back(line, by=by)
    return _open_again(kept, by) if isinstance(kept, SupportNeed) else kept


def _open_again(need: SupportNeed, by: Person) -> SupportNeed:
    try:
        if need.met_by:
            _require_offered(need.met_by, need)
    except (NotOffered, OtherCliff):
        return editing.change(need, {"met_by": None}, by=by, verb="described")
    return need


def _open_its_project(line: SupportNeed | Offer, by: Person) -> None:
    if line.project:
        opened(line.project, by=by)


def _require_offered(offer: Offer, need: SupportNeed) -> None:
    _require_same(offer, offer.cliff, need.cliff)
    _require_for(offer, offer.project, need)
    if not offer.is_standing:
        said = {"skill": offer.skill, "reason": offer.set_aside_reason}
        raise NotOffered(_("« %(skill)s » was set aside (%(reason)s): put it back first, or choose another offer.") % said)


def _require_for(offer: Offer, only: Project | None, need: SupportNeed) -> None:
    if only is not None and only.pk != need.project_id:
        said = {"skill": offer.skill, "only": only, "need": need.what, "project": need.project}
        raise NotOffered(
            _(
                "« %(skill)s » would be for « %(only)s » alone, and « %(need)s » is a need of « %(project)s »: offer it to whoever needs it first."
            )
            % said
        )


def _require_same(offer: Offer, offered: str, needed: str) -> None:
    if offered != needed:
        said = {"skill": offer.skill, "offered": Cliff(offered).label, "needed": Cliff(needed).label}
        raise OtherCliff(_("« %(skill)s » is %(offered)s help and the need is %(needed)s: choose another offer.") % said)
