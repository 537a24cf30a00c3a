"""What whoever administers an instance does to its initiatives, without reading them: open, close, name who coordinates first."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person, PersonalLink
from semailles.core.permits import require
from semailles.workshop.actions.inviting import InvitationEntry, invite_coordinator
from semailles.workshop.addresses import free_slug
from semailles.workshop.errors import AlreadyThere
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_close, may_open_initiative


@transaction.atomic
def open_for_somebody(name: str, entry: InvitationEntry, *, lang: str, by: Person) -> tuple[PersonalLink, str]:
    """Empty, and nobody's until whoever is invited comes: whoever opens it takes no part in it."""
    require(may_open_initiative(by), by=by)
    initiative, is_new = Initiative.objects.get_or_create(
        public_id=named("initiative", name), defaults={"name": name, "slug": free_slug(name), "lang": lang}
    )
    if not is_new:
        raise AlreadyThere(_("There is already an initiative called « %(name)s » here: give this one another name.") % {"name": name})
    record("opened", initiative, by=by, initiative=initiative)
    return invite_coordinator(initiative, entry, by=by)


@transaction.atomic
def close_initiative(initiative: Initiative, *, by: Person) -> None:
    """It is read as before, and nothing in it changes, until it is opened again."""
    require(may_close(by, initiative), by=by)
    if Initiative.objects.filter(pk=initiative.pk, closed_at=None).update(closed_at=timezone.now()):
        record("closed an initiative", initiative, by=by, initiative=initiative)
    initiative.refresh_from_db()


@transaction.atomic
def reopen_initiative(initiative: Initiative, *, by: Person) -> None:
    require(may_close(by, initiative), by=by)
    if Initiative.objects.filter(pk=initiative.pk, closed_at__isnull=False).update(closed_at=None):
        record("opened an initiative again", initiative, by=by, initiative=initiative)
    initiative.refresh_from_db()
