"""What whoever administers an instance does to accounts: nothing of what is in the initiatives."""

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.journal import INSTANCE, of_account, record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.proving import close_sessions


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
    count = close_sessions(person)
    record("ended sessions", of_account(person), by=by, initiative=INSTANCE, count=count)
    return count


@transaction.atomic
def close_account(person: Person, *, by: Person) -> None:
    """It opens no more, until it is opened again; what they did and their roles stay."""
    require(may_govern(by, person), by=by)
    _require_another(person)
    if _change(person, by=by, verb="closed an account", is_active=False):
        close_sessions(person)


@transaction.atomic
def open_account_again(person: Person, *, by: Person) -> None:
    require(may_govern(by, person), by=by)
    _change(person, by=by, verb="opened an account again", is_active=True)


@transaction.atomic
def make_administrator(person: Person, *, by: Person) -> None:
    """They set a second proof up when they next come."""
    require(may_govern(by, person), by=by)
    if person.proved_at is None or not person.is_active:
        raise NotReadyToAdminister(
            _("%(person)s has to open the account and verify its address first: whoever invited them could have opened it.")
            % {"person": person}
        )
    _change(person, by=by, verb="named an administrator", is_administrator=True)


@transaction.atomic
def unmake_administrator(person: Person, *, by: Person) -> None:
    require(may_govern(by, person), by=by)
    _require_another(person)
    _change(person, by=by, verb="unnamed an administrator", is_administrator=False)


def _change(person: Person, *, by: Person, verb: str, **now: bool) -> bool:
    """Noted once: False when it was so already."""
    before = {name: not value for name, value in now.items()}
    is_changed = bool(Person.objects.filter(pk=person.pk, **before).update(**now))
    if is_changed:
        record(verb, of_account(person), by=by, initiative=INSTANCE)
    person.refresh_from_db()
    return is_changed


def _require_another(person: Person) -> None:
    hold_administrators()
    person.refresh_from_db()
    if is_last_administrator(person):
        raise StillAdministers(_("%(person)s is the last to administer this instance: name somebody else first.") % {"person": person})
