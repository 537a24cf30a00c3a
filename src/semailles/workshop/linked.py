"""What a personal link lets somebody do: the link stands in the database, made for this person, for this, on this thing."""

from datetime import date, datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from semailles.core.enums import LinkPurpose
from semailles.core.journal import Subject
from semailles.core.models import Person, PersonalLink
from semailles.engines.words import fold
from semailles.workshop.engaging import Commitment
from semailles.workshop.enums import Level, Role
from semailles.workshop.models import Initiative, Membership, Team
from semailles.workshop.rules import may_coordinate, may_name_coordinator


def initiative_of(link: PersonalLink) -> Initiative:
    return Initiative.objects.get(public_id=link.initiative_id)


def last_day(link: PersonalLink) -> date:
    """The day that was written, on which it still opens."""
    return date.fromisoformat(link.detail["until"]) if "until" in link.detail else link.ends_at.date()


def is_backed(link: PersonalLink, initiative: Initiative) -> bool:
    """A link does no more than its giver still could: one whose account was closed could nothing."""
    if not link.given_by.is_active:
        return False
    if may_coordinate(link.given_by, initiative):
        return True
    names_first = link.purpose == LinkPurpose.INVITE and link.detail.get("role") == Role.COORDINATOR
    return names_first and may_name_coordinator(link.given_by, initiative)


def namesakes(initiative: Initiative, name: str) -> list[Person]:
    """Who was given a link under this name here, and has no account: who has one is reached by it."""
    given = PersonalLink.objects.of(initiative.public_id).exclude(purpose=LinkPurpose.FOLLOW).exclude(person=None)
    known = Person.objects.filter(pk__in=given.values("person"), memberships=None, is_local=False, email=None).order_by("pk")
    return [one for one in known if fold(one.name) == fold(name)]


def orphan_links(initiative: Initiative, at: datetime) -> list[PersonalLink]:
    """They would open, if whoever gave them still coordinated. One query."""
    run = Membership.objects.of(initiative).filter(role=Role.COORDINATOR, person__is_active=True).values("person")
    standing = PersonalLink.objects.of(initiative.public_id).standing(at).exclude(purpose=LinkPurpose.FOLLOW)
    return list(standing.exclude(given_by__in=run).select_related("given_by"))


def holds_link(person: Person, purpose: LinkPurpose, thing: Subject) -> bool:
    """Given by somebody who still coordinates. None for a visitor."""
    whole = {"subject_kind": "", "subject_id": None, "initiative_id": thing.public_id}
    named = whole if isinstance(thing, Initiative) else {"subject_kind": type(thing).__name__, "subject_id": thing.public_id}
    if person.is_visitor:
        return False
    held = PersonalLink.objects.standing(timezone.now()).filter(person=person, purpose=purpose, **named).select_related("given_by")
    return any(is_backed(link, initiative_of(link)) for link in held)


def may_remark_by_link(person: Person, project: Subject) -> bool:
    return holds_link(person, LinkPurpose.COMMENT, project)


def may_deposit_by_link(person: Person, team: Team) -> bool:
    return holds_link(person, LinkPurpose.DEPOSIT, team)


def may_contribute_by_link(person: Person, initiative: Initiative) -> bool:
    return holds_link(person, LinkPurpose.CONTRIBUTE, initiative)


def may_answer(person: Person, commitment: Commitment) -> bool:
    """Whom a coordinator asked to sign or to decline it, as long as they have not answered."""
    return holds_link(person, LinkPurpose.ANSWER, commitment)


class LinkState(models.TextChoices):
    """Where a link stands, for whoever gave it."""

    WAITING = "waiting", _("not opened yet")
    OPENED = "opened", _("opened")
    SERVED = "served", _("it served")
    SIGNED = "signed", _("signed")
    DECLINED = "declined", _("declined")
    PAST = "past", _("past its end date")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DISOWNED = "disowned", _("came to somebody else")


def state_of(link: PersonalLink, at: datetime) -> LinkState:
    if link.withdrawn_at is not None:
        return LinkState.DISOWNED if link.detail.get("disowned") else LinkState.WITHDRAWN
    if link.is_spent:
        answered = {Level.WRITTEN: LinkState.SIGNED, Level.WITHDRAWN: LinkState.DECLINED}
        return answered.get(link.detail.get("level", ""), LinkState.SERVED)
    if link.ends_at <= at:
        return LinkState.PAST
    if link.used_at is not None:
        return LinkState.SERVED
    return LinkState.OPENED if link.opened_at else LinkState.WAITING
