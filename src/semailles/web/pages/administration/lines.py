"""The initiatives and the accounts of an instance, as whoever administers it sees them: who, when, how much; nothing of what is written there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from semailles.core.enums import LinkPurpose
from semailles.core.models import Event, Person, PersonalLink
from semailles.intake.models import Document
from semailles.projects.models import Project
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership

MOST = 100  # accounts on one page: beyond, one searches
OF_INITIATIVES = ("opened", "closed an initiative", "opened an initiative again", "brought in")


@dataclass(frozen=True, slots=True)
class InitiativeLine:
    initiative: Initiative
    coordinators: tuple[Person, ...]
    invited: str  # to coordinate, and not come yet
    last_at: datetime | None
    people: int
    documents: int
    projects: int


@dataclass(frozen=True, slots=True)
class AccountLine:
    person: Person
    has_second_proof: bool
    initiatives: int


def initiatives() -> list[InitiativeLine]:
    """One query a column, whatever their number."""
    run: dict[int, list[Person]] = {}
    for one in (
        Membership.objects.filter(role=Role.COORDINATOR, person__is_active=True).select_related("person").order_by("person__name", "pk")
    ):
        run.setdefault(one.initiative_id, []).append(one.person)
    waiting = {link.initiative_id: link.sent_to for link in invitations() if link.detail.get("role") == Role.COORDINATOR}
    last = dict(Event.objects.order_by().values_list("initiative_id").annotate(Max("at")))
    people = _counted(Membership.objects.all(), Count("person", distinct=True))
    documents, projects = _counted(Document.objects.all()), _counted(Project.objects.all())
    return [
        InitiativeLine(
            one,
            tuple(run.get(one.pk, ())),
            waiting.get(one.public_id, ""),
            last.get(one.public_id),
            people.get(one.pk, 0),
            documents.get(one.pk, 0),
            projects.get(one.pk, 0),
        )
        for one in Initiative.objects.order_by("name", "pk")
    ]


def invitations() -> "QuerySet[PersonalLink]":
    """Those that wait, the latest first."""
    found: QuerySet[PersonalLink] = PersonalLink.objects.standing(timezone.now()).filter(purpose=LinkPurpose.INVITE, used_at=None)
    return found.select_related("given_by")


def accounts(words: str) -> tuple[list[AccountLine], int]:
    """The first of those whose name or address holds these words, and how many there are."""
    found = Person.objects.exclude(email=None).filter(Q(name__icontains=words) | Q(email__icontains=words))
    shown = list(found.order_by("name", "pk")[:MOST])
    proofs = Authenticator.objects.filter(user__in=shown).exclude(type=Authenticator.Type.RECOVERY_CODES)
    proved = set(proofs.values_list("user_id", flat=True))
    counts = dict(Membership.objects.filter(person__in=shown).values_list("person").annotate(Count("initiative", distinct=True)).order_by())
    return [AccountLine(one, one.pk in proved, counts.get(one.pk, 0)) for one in shown], found.count()


def names_of(subjects: Collection[Any]) -> Mapping[Any, str]:
    """Of accounts, by their public id, as they are called today."""
    return dict(Person.objects.filter(public_id__in=subjects).values_list("public_id", "name"))


def _counted(rows: "QuerySet[Any]", what: Count | None = None) -> dict[int, int]:
    return dict(rows.order_by().values_list("initiative").annotate(what or Count("pk")))
