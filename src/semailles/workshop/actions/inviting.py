"""Invitations: a link that serves once, within three days, to whoever owns the address that it names."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.enums import LinkPurpose
from semailles.core.errors import NotAllowed
from semailles.core.journal import About, record
from semailles.core.links import issue, spend
from semailles.core.models import Person, PersonalLink
from semailles.core.permits import require
from semailles.workshop.actions.bodies import designate
from semailles.workshop.actions.linking import count_giving, withdraw_link
from semailles.workshop.actions.roles import give_role, seat
from semailles.workshop.entries import MandateEntry
from semailles.workshop.enums import Role
from semailles.workshop.errors import AlreadyThere, Incorrect, NamelessLink, NotTheirInvitation
from semailles.workshop.linked import initiative_of, is_backed
from semailles.workshop.models import Body, Initiative, Mandate, Membership
from semailles.workshop.rules import may_coordinate, may_name_coordinator

LASTS = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class InvitationEntry:
    """`about`: the project to hold, or the body to sit in."""

    name: str
    email: str
    role: Role
    about: About | None = None


@transaction.atomic
def invite(initiative: Initiative, entry: InvitationEntry, *, by: Person) -> tuple[PersonalLink, str]:
    """Nothing is sent. A new invitation closes the former ones of the same address. Whether this address is known here is told to nobody."""
    require(may_coordinate(by, initiative), by=by)
    return _invited(initiative, entry, by)


@transaction.atomic
def invite_coordinator(initiative: Initiative, entry: InvitationEntry, *, by: Person) -> tuple[PersonalLink, str]:
    """Where nobody coordinates, by whoever administers the instance."""
    require(may_name_coordinator(by, initiative), by=by)
    return _invited(initiative, replace(entry, role=Role.COORDINATOR, about=None), by)


@transaction.atomic
def open_account(link: PersonalLink, name: str, password: str, *, by: Person) -> Person:
    """By a visitor who holds the invitation: the account of the address that it names."""
    require(by.is_visitor and link.is_standing(timezone.now()), by=by)
    _require_given(link)
    if Person.objects.filter(email=link.sent_to).exists():
        raise NotTheirInvitation(_("Sign in with this address first: the invitation waits for you."))
    person = Person(name=" ".join(name.split())[:200], email=link.sent_to)
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Incorrect({"password": error.messages}, {}) from error
    person.set_password(password)
    person.save()
    return person


@transaction.atomic
def accept_invitation(link: PersonalLink, *, on: date, by: Person) -> Initiative:
    """The role that was offered, and the seat in the group. The project, if one was entrusted, is the affair of projects."""
    initiative = initiative_of(link)
    require(not by.is_visitor and link.is_standing(timezone.now()), by=by)
    if (by.email or "").casefold() != link.sent_to.casefold():
        raise NotTheirInvitation(
            _("This invitation is for another address than that of your account: ask for one at the address you sign in with.")
        )
    _require_given(link)
    role = Role(link.detail["role"])
    give_role(initiative, by, role, by=link.given_by)
    if link.subject_kind == "Body":
        _sit(link, by, on)
    spend(link)
    record("joined", initiative, by=by, initiative=initiative, role=role)
    return initiative


def _invited(initiative: Initiative, entry: InvitationEntry, by: Person) -> tuple[PersonalLink, str]:
    count_giving(initiative, by=by)
    address, name = _address(entry.email), " ".join(entry.name.split())
    if not name:
        raise NamelessLink(_("Say whom you invite: a first name and a name."))
    if Membership.objects.of(initiative).filter(person__email=address, role=entry.role).exists():
        raise AlreadyThere(_("%(address)s has this role already: see the list of people.") % {"address": address})
    for former in (
        PersonalLink.objects.of(initiative.public_id).standing(timezone.now()).filter(purpose=LinkPurpose.INVITE, sent_to=address)
    ):
        withdraw_link(former, by=by)
    link = PersonalLink(
        initiative_id=initiative.public_id,
        purpose=LinkPurpose.INVITE,
        subject_kind=entry.about.kind if entry.about else "",
        subject_id=entry.about.public_id if entry.about else None,
        detail={"name": name, "role": entry.role, "about": entry.about.label if entry.about else ""},
        given_by=by,
        given_at=timezone.now(),
        ends_at=timezone.now() + LASTS,
        sent_to=address,
        single_use=True,
    )
    token = issue(link)
    record("invited", link, by=by, initiative=initiative, role=entry.role)
    return link, token


def _require_given(link: PersonalLink) -> None:
    """It stands by whoever gave it, as long as they could give it."""
    if not is_backed(link, initiative_of(link)):
        raise NotAllowed(
            _("%(person)s, who invited you, no longer coordinates this initiative: ask for another invitation.") % {"person": link.given_by}
        )


def _sit(link: PersonalLink, person: Person, on: date) -> None:
    """In the seat that bears the name under which they were invited, or in a new one: the name of their account is whatever they typed."""
    body: Body | None = Body.objects.filter(public_id=str(link.subject_id), initiative__public_id=link.initiative_id).standing().first()
    if body is None:
        return
    free = (
        Mandate.objects.of(body.initiative)
        .standing()
        .filter(body=body, person=None, name__iexact=link.detail["name"], ceased_on=None)
        .first()
    )
    mandate = free or designate(body, MandateEntry(name=person.name, designated_on=on), by=link.given_by)
    seat(mandate, person, by=link.given_by)


def _address(email: str) -> str:
    address = email.strip().casefold()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Incorrect({"email": error.messages}, {}) from error
    return address
