"""What whoever administers an instance does to accounts: nothing of what is in the initiatives."""

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.journal import INSTANCE, of_account, record
from semailles.core.models import Person
from semailles.core.permits import require


class StillAdministers(Refusal):
    """The instance would be nobody's."""


class NotReadyToAdminister(Refusal):
    """Their account could be somebody else's, or is nobody's."""


def may_administer(person: Person) -> bool:
    return not person.is_visitor and person.is_administrator and person.is_active


def may_govern(by: Person, person: Person) -> bool:
    """Accounts only: who has none is the affair of those who coordinate."""
    return may_administer(by) and bool(person.email)


def is_last_administrator(person: Person) -> bool:
    others = Person.objects.filter(is_administrator=True, is_active=True).exclude(pk=person.pk)
    return may_administer(person) and not others.exists()


def hold_administrators() -> None:
    """Until the transaction ends: two who give it up at once wait for each other."""
    list(Person.objects.select_for_update().filter(is_administrator=True).order_by("pk").values_list("pk"))


@transaction.atomic
def end_sessions(person: Person, *, by: Person) -> int:
    require(may_govern(by, person), by=by)
    count = _end_sessions(person)
    record("ended sessions", of_account(person), by=by, initiative=INSTANCE, count=count)
    return count


@transaction.atomic
def close_account(person: Person, *, by: Person) -> None:
    """It opens no more, until it is opened again; what they did and their roles stay."""
    require(may_govern(by, person), by=by)
    _require_another(person)
    if Person.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        _end_sessions(person)
        record("closed an account", of_account(person), by=by, initiative=INSTANCE)
    person.refresh_from_db()


@transaction.atomic
def open_account_again(person: Person, *, by: Person) -> None:
    require(may_govern(by, person), by=by)
    if Person.objects.filter(pk=person.pk, is_active=False).update(is_active=True):
        record("opened an account again", of_account(person), by=by, initiative=INSTANCE)
    person.refresh_from_db()


@transaction.atomic
def make_administrator(person: Person, *, by: Person) -> None:
    """They set a second proof up when they next come."""
    require(may_govern(by, person), by=by)
    if person.proved_at is None or not person.is_active:
        raise NotReadyToAdminister(
            _("%(person)s has to open the account and verify its address first: whoever invited them could have opened it.")
            % {"person": person}
        )
    if Person.objects.filter(pk=person.pk, is_administrator=False).update(is_administrator=True):
        record("named an administrator", of_account(person), by=by, initiative=INSTANCE)
    person.refresh_from_db()


@transaction.atomic
def unmake_administrator(person: Person, *, by: Person) -> None:
    require(may_govern(by, person), by=by)
    _require_another(person)
    if Person.objects.filter(pk=person.pk, is_administrator=True).update(is_administrator=False):
        record("unnamed an administrator", of_account(person), by=by, initiative=INSTANCE)
    person.refresh_from_db()


def _require_another(person: Person) -> None:
    hold_administrators()
    person.refresh_from_db()
    if is_last_administrator(person):
        raise StillAdministers(_("%(person)s is the last to administer this instance: name somebody else first.") % {"person": person})


def _end_sessions(person: Person) -> int:
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)
