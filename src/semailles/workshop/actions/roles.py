"""What people do with the roles of others, and with their seats in bodies."""

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.enums import BodyKind, Role
from semailles.workshop.errors import LastCoordinator
from semailles.workshop.models import Initiative, Mandate, Membership
from semailles.workshop.notices import tell_of_orphan_links
from semailles.workshop.rules import forget_roles, may_coordinate, may_name_coordinator


@transaction.atomic
def give_role(initiative: Initiative, person: Person, role: Role, *, by: Person) -> Membership:
    """Given twice, it is one role."""
    require(may_coordinate(by, initiative) or (role == Role.COORDINATOR and may_name_coordinator(by, initiative)), by=by)
    membership, is_new = Membership.objects.get_or_create(initiative=initiative, person=person, role=role)
    if is_new:
        forget_roles(person)
        record("gave a role", person, by=by, initiative=initiative, role=role)
    return membership


@transaction.atomic
def end_role(initiative: Initiative, person: Person, role: Role, *, by: Person) -> None:
    """What the person wrote stays theirs. Somebody always coordinates."""
    require(may_coordinate(by, initiative), by=by)
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    theirs = Membership.objects.of(initiative).filter(person=person, role=role)
    others = Membership.objects.of(initiative).filter(role=Role.COORDINATOR).exclude(person=person)
    if role == Role.COORDINATOR and theirs.exists() and not others.exists():
        sentence = _("%(person)s is the last to coordinate this initiative: give this role to somebody else first.")
        raise LastCoordinator(sentence % {"person": person})
    if theirs.delete()[0]:
        forget_roles(person)
        tell_of_orphan_links(initiative, person, by=by)
        record("ended a role", person, by=by, initiative=initiative, role=role)


@transaction.atomic
def seat(mandate: Mandate, person: Person | None, *, by: Person) -> Mandate:
    """This mandate is this person's, who has the role that goes with it; None: nobody's who works here. A role that was given stays until it is ended."""
    require(may_coordinate(by, mandate.initiative), by=by)
    before = mandate.person
    kept = editing.change(mandate, {"person": person}, by=by, verb="seated")
    for one in (before, person):
        if one is not None:
            forget_roles(one)
    if person is not None:
        role = Role.STEERING if kept.body.kind == BodyKind.STEERING else Role.WORKER
        give_role(kept.initiative, person, role, by=by)
    return kept
