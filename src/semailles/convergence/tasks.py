"""Long work of convergence."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from semailles.convergence.actions import PROPOSING, keep_proposal
from semailles.convergence.queries.corrections import last_gesture
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.convergence.queries.reasons import reasons_of
from semailles.core.jobs.kinds import JobKind
from semailles.core.jobs.work import Work
from semailles.core.models import Person
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape


def propose(work: Work) -> None:
    """A new map, kept as a proposal. Cut before its end, nothing is kept, and it may begin again."""
    initiative = Initiative.objects.get(public_id=work.initiative_id)
    work.progress(str(_("Drawing a new map")), 0, 1)
    seen = last_gesture(initiative)
    grouping = suggested_grouping(initiative)
    reasons = reasons_of(initiative, grouping)
    with transaction.atomic():
        proposal = keep_proposal(initiative, grouping, reasons, seen=seen, by=work.by)
        work.settle(changes=proposal.changes.count())


def _may_ask(person: Person, initiative_id: UUID) -> bool:
    return may_shape(person, Initiative.objects.get(public_id=initiative_id))


JOBS = {PROPOSING: JobKind(_("Proposing a new map"), propose, _may_ask)}
