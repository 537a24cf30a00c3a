"""A workspace becomes an initiative of this instance, whole or not at all."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.enums import LinkPurpose
from semailles.core.errors import Refusal
from semailles.core.journal import record
from semailles.core.models import Person, PersonalLink
from semailles.publication.transfer.copying import copy_rows
from semailles.publication.transfer.databases import opened
from semailles.publication.transfer.files import adopted, copy_printed, files_named
from semailles.workshop.addresses import LONGEST_SLUG, free_slug
from semailles.workshop.enums import Role
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative, Membership

ARRIVING = "arriving"
ADDRESS = re.compile(rf"[a-z0-9](?:[a-z0-9-]{{0,{LONGEST_SLUG - 2}}}[a-z0-9])?")


class NotAWorkspace(Refusal):
    """It holds no initiative, or several: it is an instance."""


class AlreadyHere(Refusal):
    """The same initiative, or the same address."""


def bring_in(database: Path, workspace: Path, *, slug: str = "", coordinator: Person) -> Initiative:
    """`database`: a copy of the workspace's, up to date, in a folder of its own beside the instance. `slug`: « » for the one that its name gives."""
    with opened(database, ARRIVING):
        arriving = _only(workspace)
        _refuse_twice(arriving, slug)
        Initiative.objects.using(ARRIVING).update(slug=slug or free_slug(arriving.slug or arriving.name))
        files = files_named(arriving.public_id, using=ARRIVING)
        with adopted(files, workspace, database.parent), _folder(arriving, workspace), transaction.atomic():
            copy_rows(arriving.public_id, source=ARRIVING, target="default")
            return _settle(Initiative.objects.get(public_id=arriving.public_id), coordinator)


def _only(workspace: Path) -> Initiative:
    found = list(Initiative.objects.using(ARRIVING).all()[:2])
    if len(found) != 1 or not Person.objects.using(ARRIVING).filter(is_local=True).exists():
        raise NotAWorkspace(
            _("%(out)s is no workspace of one initiative: bring in what « semailles run » or « instance export » made.")
            % {"out": workspace}
        )
    return found[0]


def _refuse_twice(arriving: Initiative, slug: str) -> None:
    known = Initiative.objects.filter(public_id=arriving.public_id).first()
    if known:
        sentence = _("« %(name)s » is already an initiative of this instance (/d/%(slug)s/): nothing was brought in.")
        raise AlreadyHere(sentence % {"name": known.name, "slug": known.slug})
    if slug and not ADDRESS.fullmatch(slug):
        sentence = _("« %(slug)s » cannot stand in an address: write small letters, figures and hyphens with --slug, %(most)d at most.")
        raise Refusal(sentence % {"slug": slug, "most": LONGEST_SLUG})
    if slug and Initiative.objects.filter(slug=slug).exists():
        raise AlreadyHere(_("Another initiative stands at /d/%(slug)s/: choose another address with --slug.") % {"slug": slug})


@contextmanager
def _folder(arriving: Initiative, workspace: Path) -> Iterator[None]:
    """What was printed comes too; if the rows do not follow, it is gone."""
    folder = folder_of(arriving)
    try:
        copy_printed(workspace, folder)
        yield
    except BaseException:  # an interruption too leaves nothing of what did not come whole
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _settle(initiative: Initiative, coordinator: Person) -> Initiative:
    """Whoever had every right on one machine has none here: somebody with an account coordinates. Invitations made elsewhere open nothing."""
    local = Person.objects.using(ARRIVING).get(is_local=True).public_id
    Membership.objects.of(initiative).filter(person__public_id=local, role=Role.COORDINATOR).delete()
    Membership.objects.get_or_create(initiative=initiative, person=coordinator, role=Role.COORDINATOR)
    invited = PersonalLink.objects.of(initiative.public_id).filter(purpose=LinkPurpose.INVITE, withdrawn_at=None, used_at=None)
    invited.update(withdrawn_at=timezone.now())
    record("brought in", initiative, by=coordinator, initiative=initiative, local=str(local))
    return initiative
