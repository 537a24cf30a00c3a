"""What people do with bodies and the mandates in them."""

from datetime import date
from uuid import UUID

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.entries import BodyEntry, MandateEntry
from semailles.workshop.models import Body, Initiative, Mandate
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def add_body(initiative: Initiative, entry: BodyEntry, *, key: UUID | None = None, by: Person) -> Body:
    require(may_coordinate(by, initiative), by=by)
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
