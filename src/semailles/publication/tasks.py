"""Long work of publication."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from semailles.core.jobs.kinds import JobKind
from semailles.core.jobs.work import Work
from semailles.core.models import Person
from semailles.publication.actions import GATHERING, INDEXING, PRINTING, note_publication
from semailles.publication.gathering import gather
from semailles.publication.indexing import index_workspace
from semailles.publication.outputs import fingerprints, warnings_of_last_run, write_outputs
from semailles.publication.persons import apply_retention
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_coordinate, may_shape


def publish(work: Work) -> None:
    """Print the workspace again, as it is now. Arguments: `on`, the day printed (today without it)."""
    initiative = Initiative.objects.get(public_id=work.initiative_id)
    out = folder_of(initiative)
    out.mkdir(parents=True, exist_ok=True)
    given = work.arguments.get("on")
    figures = write_outputs(
        initiative,
        out,
        on=date.fromisoformat(given) if given else _today(work, initiative),
        warnings=warnings_of_last_run(out),
        progress=work.progress,
    )
    with transaction.atomic():
        note_publication(initiative, figures, fingerprints(out), by=work.by)
        work.settle(**figures)


def index(work: Work) -> None:
    """Make the search say what the initiative is now. Nothing changes when it is done twice."""
    changed = index_workspace(Initiative.objects.get(public_id=work.initiative_id))
    work.settle(changed=changed)


def gather_again(work: Work) -> None:
    """Families, drafts, then the search. Nothing changes when it is done twice."""
    initiative = Initiative.objects.get(public_id=work.initiative_id)
    apply_retention(initiative, on=_today(work, initiative), by=work.by)
    gather(initiative, by=work.by, progress=work.progress)
    work.settle(changed=index_workspace(initiative))


def _today(work: Work, initiative: Initiative) -> date:
    return settings.TODAY or work.clock().astimezone(ZoneInfo(initiative.time_zone)).date()


def _may_print(person: Person, initiative_id: UUID) -> bool:
    return may_coordinate(person, Initiative.objects.get(public_id=initiative_id))


def _may_gather(person: Person, initiative_id: UUID) -> bool:
    return may_shape(person, Initiative.objects.get(public_id=initiative_id))


JOBS = {
    PRINTING: JobKind(_("Printing the roadmap"), publish, _may_print),
    GATHERING: JobKind(_("Bringing ideas together again"), gather_again, _may_gather),
    INDEXING: JobKind(_("Updating the search"), index, _may_gather, is_told=False),
}
