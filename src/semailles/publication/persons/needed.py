"""Whom others still need: nobody leaves an instance, or an initiative, without somebody to run it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from semailles.core.administering import is_last_administrator
from semailles.core.models import Person
from semailles.publication.persons.rules import initiatives_of
from semailles.workshop.enums import Role
from semailles.workshop.models import Membership


def why_needed(person: Person) -> Iterator[str]:
    """One sentence a reason, with the way out; none when they may be erased."""
    if person.is_local:
        yield _("This workspace is opened by this person: to erase it, erase its folder.")
    if is_last_administrator(person):
        yield _("Nobody else administers this instance: have somebody named administrator first.")
    for initiative in initiatives_of(person):
        run = Membership.objects.of(initiative).filter(role=Role.COORDINATOR, person__is_active=True)
        if run.filter(person=person).exists() and not run.exclude(person=person).exists():
            yield _("Nobody else coordinates « %(initiative)s »: give the role to somebody first.") % {"initiative": initiative}
