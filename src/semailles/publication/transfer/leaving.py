"""An initiative of this instance as a workspace, which « semailles serve » opens: all of it, and nothing of the others."""

from pathlib import Path

from django.core.management import call_command
from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Event, Person
from semailles.publication.transfer.copying import copy_rows
from semailles.publication.transfer.databases import opened, read_beside
from semailles.publication.transfer.files import copy_printed, files_named, hand_over
from semailles.workshop.enums import Role
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative, Membership

HERE, LEAVING = "here", "leaving"


def take_out(initiative: Initiative, database: Path, workspace: Path) -> list[str]:
    """`database`: where the workspace's goes; nothing is there yet. Gives the SHA-256 of files that were not here any more."""
    with opened(database, LEAVING), read_beside(HERE):
        call_command("migrate", database=LEAVING, verbosity=0, interactive=False)
        with transaction.atomic(using=HERE), transaction.atomic(using=LEAVING):
            copy_rows(initiative.public_id, source=HERE, target=LEAVING)
            _give_to_whoever_opens_it(initiative)
            files = files_named(initiative.public_id, using=LEAVING)
    missing = hand_over(files, workspace)
    copy_printed(folder_of(initiative), workspace)
    return missing


def _give_to_whoever_opens_it(initiative: Initiative) -> None:
    """The one who had every right in the workspace that it came from, or somebody new."""
    last = Event.objects.using(LEAVING).filter(initiative_id=initiative.public_id, verb="brought in").last()
    people = Person.objects.using(LEAVING)
    local = people.filter(public_id=last.detail["local"]).first() if last else None
    local = local or people.create(name=_("Somebody on this machine"))
    local.is_local = True
    local.save(using=LEAVING, update_fields=["is_local"])
    Membership.objects.using(LEAVING).get_or_create(initiative=Initiative.objects.using(LEAVING).get(), person=local, role=Role.COORDINATOR)
