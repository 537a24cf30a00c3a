"""Which rows lead to a person, and what becomes of each when they are erased. An architecture test finds the one that was forgotten."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import DEFAULT_DB_ALIAS, models

from semailles.core.models import Person
from semailles.publication.persons.words import table_name
from semailles.publication.transfer.belonging import Belonging, belongings, described
from semailles.workshop.models import Initiative

AUTHENTICATED = "_auth_user_id"


class Fate(Enum):
    DELETED = "deleted"  # it is nobody's but theirs
    STAYS = "stays"  # what was done stays, by somebody who is no longer named


TIES: Mapping[str, Fate] = {
    "account.EmailAddress.user": Fate.DELETED,
    "mfa.Authenticator.user": Fate.DELETED,
    "socialaccount.SocialAccount.user": Fate.DELETED,
    "usersessions.UserSession.user": Fate.DELETED,
    "core.FormDraft.person": Fate.DELETED,
    "core.Mute.person": Fate.DELETED,
    "core.Notice.person": Fate.DELETED,
    "core.NoticeChoice.person": Fate.DELETED,
    "workshop.Membership.person": Fate.DELETED,
    "convergence.Chain.judged_by": Fate.STAYS,
    "convergence.Correction.by": Fate.STAYS,
    "convergence.Correction.undone_by": Fate.STAYS,
    "convergence.Equivalence.confirmed_by": Fate.STAYS,
    "convergence.Equivalence.withdrawn_by": Fate.STAYS,
    "convergence.Family.validated_by": Fate.STAYS,
    "convergence.Proposal.by": Fate.STAYS,
    "convergence.Tension.judged_by": Fate.STAYS,
    "core.Event.by": Fate.STAYS,
    "core.Job.by": Fate.STAYS,
    "core.Notice.by": Fate.STAYS,
    "core.PersonalLink.given_by": Fate.STAYS,
    "core.PersonalLink.person": Fate.STAYS,
    "core.Seal.by": Fate.STAYS,
    "core.SectionDraft.by": Fate.STAYS,
    "core.SectionVersion.by": Fate.STAYS,
    "intake.Contribution.by": Fate.STAYS,
    "intake.Contribution.decided_by": Fate.STAYS,
    "intake.Deposit.by": Fate.STAYS,
    "intake.Gesture.by": Fate.STAYS,
    "projects.Absorption.by": Fate.STAYS,
    "projects.Comment.answered_by": Fate.STAYS,
    "projects.Comment.by": Fate.STAYS,
    "projects.Holding.person": Fate.STAYS,
    "projects.MaturityStep.by": Fate.STAYS,
    "workshop.Mandate.person": Fate.STAYS,
    "workshop.Question.answered_by": Fate.STAYS,
    "workshop.Question.asked_to": Fate.STAYS,
    "workshop.Question.by": Fate.STAYS,
}
# What keeps an address without leading to a person: attempts to sign in.
ATTEMPTS = ("axes.AccessAttempt", "axes.AccessLog", "axes.AccessFailureLog")


@dataclass(frozen=True, slots=True)
class Tied:
    """How many rows of one kind lead to somebody. `is_deleted`: they go when the person is erased."""

    kind: str
    count: int
    is_deleted: bool


def tied_to(person: Person, initiative: Initiative) -> list[Tied]:
    """In this initiative, and what the instance keeps of theirs in none. One query a tie."""
    owners = {one.label: one for one in belongings()}
    found: dict[tuple[str, bool], int] = {}
    for label, fate in TIES.items():
        model, _name = _split(label)
        owner = owners.get(model)
        count = _rows(label, person, owner, initiative).count()
        if count:
            key = (table_name(apps.get_model(model)), fate is Fate.DELETED)
            found[key] = found.get(key, 0) + count
    return [Tied(kind, count, is_deleted) for (kind, is_deleted), count in found.items()]


def delete_what_is_theirs(person: Person) -> None:
    """Ask before the address goes: attempts to sign in are known by it alone."""
    for session in _sessions(person):
        session.delete()
    for label, fate in TIES.items():
        if fate is Fate.DELETED:
            _every(label, person).delete()
    if person.email:
        for label in ATTEMPTS:
            apps.get_model(label)._base_manager.filter(username__iexact=person.email).delete()  # noqa: SLF001  # the one of Django that leaves no row out


def _rows(label: str, person: Person, owner: Belonging | None, initiative: Initiative) -> models.QuerySet[Any]:
    if owner is None:
        return _every(label, person)
    return owner.rows(initiative.public_id, using=DEFAULT_DB_ALIAS).filter(**{_split(label)[1]: person})


def _every(label: str, person: Person) -> models.QuerySet[Any]:
    model, name = _split(label)
    rows: models.QuerySet[Any] = apps.get_model(model)._base_manager.filter(**{name: person})  # noqa: SLF001  # the one of Django that leaves no row out
    return rows


def _split(label: str) -> tuple[str, str]:
    model, _dot, name = label.rpartition(".")
    return model, name


def _sessions(person: Person) -> Iterator[Session]:
    """Their key says nothing of whose they are: each is opened."""
    return (one for one in Session.objects.all() if one.get_decoded().get(AUTHENTICATED) == str(person.pk))


def leads_to_a_person(model: type[models.Model]) -> list[str]:
    """« core.Notice.person »."""
    return [f"{described(model).label}.{field.name}" for field in described(model).concrete_fields if field.related_model is Person]
