"""Another address for an account. It takes the former's place once its owner, signed in to this account, opens the link that was mailed to it.

The link alone is not enough: an address that was typed wrong reaches somebody else, who could then ask for a new password.
"""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.journal import INSTANCE, of_account, record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.quotas import HOUR, spend

LASTS = timedelta(hours=24)
TRIES = 5  # in an hour: each mails somebody
SALT = "semailles.new-address"


class NotProvedYet(Refusal):
    """Whoever opened the account may not be the one who was invited."""


class SameAddress(Refusal):
    """Nothing would change."""


class DeadAddressLink(Refusal):
    """The link that was mailed opens nothing any more."""


@transaction.atomic
def ask_for_address(person: Person, address: str, *, by: Person) -> str:
    """The key to be mailed to this address; « » when an account has it already: whoever asks is told the same."""
    require(person == by and not by.is_visitor, by=by)
    if person.proved_at is None:
        raise NotProvedYet(_("Your present address is not verified yet: have its link mailed to you from « My account » first."))
    address = address.strip().casefold()
    if address == (person.email or "").casefold():
        raise SameAddress(_("This is the address of your account already: write another one."))
    spend("new address", str(person.public_id), limit=TRIES, within=HOUR)
    return "" if _is_taken(address) else signing.dumps([address, _state(person)], salt=SALT)


def address_in(key: str, *, of: Person) -> str:
    """What the link would change, for this person alone, as long as neither their address nor their password has changed since."""
    try:
        address, state = signing.loads(key, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        raise DeadAddressLink(
            _("This link no longer opens: a part of it was cut, or its day is past. Ask for another one from « My account ».")
        ) from None
    if state != _state(of):
        raise DeadAddressLink(
            _(
                "This link is for another account, or has already served. Sign in to the account whose address changes, or ask for another one."
            )
        )
    return str(address)


@transaction.atomic
def take_address(person: Person, key: str, *, by: Person) -> str:
    """Gives the former one. The links that were mailed to it to choose a password end with it."""
    require(person == by and not by.is_visitor, by=by)
    former, address = person.email or "", address_in(key, of=person)
    if _is_taken(address):
        raise DeadAddressLink(_("Another account has this address by now: sign in with it, or write another one."))
    person.email, person.proved_at = address, timezone.now()
    person.full_clean(exclude=["password"])
    person.save(update_fields=["email", "proved_at"])
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=address, primary=True, verified=True)
    record("changed address", of_account(person), by=by, initiative=INSTANCE)
    return former


def _is_taken(address: str) -> bool:
    return Person.objects.filter(email__iexact=address).exists()


def _state(person: Person) -> str:
    return salted_hmac(SALT, f"{person.public_id} {person.email} {person.password}", algorithm="sha256").hexdigest()[:32]
