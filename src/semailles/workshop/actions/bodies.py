"""What people do with bodies and the mandates in them."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.words import fold
from semailles.workshop import editing
from semailles.workshop.entries import BodyEntry, MandateEntry
from semailles.workshop.errors import AlreadyThere
from semailles.workshop.models import Body, Initiative, Mandate
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def add_body(initiative: Initiative, entry: BodyEntry, *, key: UUID | None = None, by: Person) -> Body:
    require(may_coordinate(by, initiative), by=by)
    same = fold(entry.name)
    standing = Body.objects.of(initiative).standing().exclude(public_id=key)  # the same form sent twice is one gesture
    if any(fold(body.name) == same for body in standing):
        raise AlreadyThere(
            _("There is already a body « %(name)s »: describe that one, or give this one another name.") % {"name": entry.name}
        )
    return editing.add(Body(initiative=initiative), entry, key=key, by=by)


@transaction.atomic
def describe_body(body: Body, entry: BodyEntry, *, revision: int, by: Person) -> Body:
    require(may_coordinate(by, body.initiative), by=by)
    return editing.describe(body, entry, revision=revision, by=by)


@transaction.atomic
def designate(body: Body, entry: MandateEntry, *, key: UUID | None = None, by: Person) -> Mandate:
    require(may_coordinate(by, body.initiative), by=by)
    return editing.add(Mandate(initiative=body.initiative, body=body), entry, key=key, by=by)


@transaction.atomic
def describe_mandate(mandate: Mandate, entry: MandateEntry, *, revision: int, by: Person) -> Mandate:
    require(may_coordinate(by, mandate.initiative), by=by)
    return editing.describe(mandate, entry, revision=revision, by=by)


@transaction.atomic
def end_mandate(mandate: Mandate, *, on: date, by: Person) -> Mandate:
    require(may_coordinate(by, mandate.initiative), by=by)
    return editing.change(mandate, {"ceased_on": on}, by=by, verb="ended")
