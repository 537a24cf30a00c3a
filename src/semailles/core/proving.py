"""Whose an account is. An invitation is given by hand: whoever gives it sees its link, and could open the account before the person does.

So an address is proved by its owner only: by a link that was mailed to it or given by who keeps the machine, or by the server of their organisation. What was
left in the account before that day (keys, codes, passwords, other identities, open sessions) may be somebody else's: none of it opens it any more.
"""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction

from semailles.core.actions import prove_address
from semailles.core.models import Person


@transaction.atomic
def prove_by_mail(person: Person) -> bool:
    """The password has just been chosen by the link. True when something else was taken away."""
    return _proved(person)


@transaction.atomic
def prove_by_organisation(person: Person) -> bool:
    """A password that was chosen before the person came is theirs no more than the rest."""
    if person.proved_at is None:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    return _proved(person)


@transaction.atomic
def forget_what_was_left(person: Person) -> None:
    """Before an account is trusted with more than an invitation gave it: only its owner comes back."""
    if person.proved_at is None:
        person.set_unusable_password()
        person.save(update_fields=["password"])
        _take_away(person)


def _proved(person: Person) -> bool:
    if person.proved_at is not None:
        return False
    prove_address(person, by=person)
    return _take_away(person)


def close_sessions(person: Person) -> int:
    """How many were open: each browser signs in again."""
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)


def _take_away(person: Person) -> bool:
    close_sessions(person)
    keys, _kinds = Authenticator.objects.filter(user=person).delete()
    identities, _kinds = SocialAccount.objects.filter(user=person).delete()
    return bool(keys or identities)
