"""The addresses by which somebody without an account does one thing. A token is shown once; only its digest is kept."""

import hashlib
import secrets

from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.models import PersonalLink

TOKEN_BYTES = 32
LONGEST_TOKEN = 100


class DeadLink(Refusal):
    """The link opens nothing. Who holds it is told why, and whom to ask."""


class WrongLink(DeadLink):
    def __init__(self) -> None:
        super().__init__(_("This link is not one of ours, or a part of it was cut: copy it whole, or ask for it again."))


class WithdrawnLink(DeadLink):
    def __init__(self) -> None:
        super().__init__(_("This link was withdrawn: ask whoever gave it to you for another one."))


class UsedLink(DeadLink):
    """`link`: what it was, so that whoever used it can read again what they said."""

    def __init__(self, link: PersonalLink) -> None:
        self.link = link
        super().__init__(_("This link has already served, it opens once: ask whoever gave it to you for another one."))


class ExpiredLink(DeadLink):
    def __init__(self) -> None:
        super().__init__(_("This link has reached its end date: ask whoever gave it to you for another one."))


class OrphanLink(DeadLink):
    """A link does no more than its giver still could."""

    def __init__(self, giver: str) -> None:
        super().__init__(
            _(
                "%(person)s, who gave this link, no longer coordinates this initiative: ask those who do to take it over, or for another one."
            )
            % {"person": giver}
        )


class ForwardedLink(DeadLink):
    """Somebody else than whom it names holds it."""

    def __init__(self, name: str) -> None:
        super().__init__(_("This link was made for %(person)s: ask for one in your own name.") % {"person": name})


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def issue(link: PersonalLink) -> str:
    """Write the link; gives its token, which nobody can be shown again."""
    token = new_token()
    link.digest = digest_of(token)
    link.full_clean(exclude=["digest"])
    link.save()
    return token


def link_of(token: str) -> PersonalLink:
    """The link that stands under this token, or the refusal that says why none does. One query, whatever the token."""
    found: PersonalLink | None = (
        PersonalLink.objects.select_related("person", "given_by").filter(digest=digest_of(token[:LONGEST_TOKEN])).first()
    )
    if found is None:
        raise WrongLink
    if found.withdrawn_at is not None:
        raise WithdrawnLink
    if found.is_spent:
        raise UsedLink(found)
    if found.is_past(timezone.now()):
        raise ExpiredLink
    return found


def note_opening(link: PersonalLink) -> None:
    """The first time only."""
    PersonalLink.objects.filter(pk=link.pk, opened_at=None).update(opened_at=timezone.now())


def spend(link: PersonalLink) -> None:
    """It served. Two at once: a link of single use serves the first."""
    same = PersonalLink.objects.filter(pk=link.pk)
    if link.single_use:
        same = same.filter(used_at=None)
    if not same.filter(withdrawn_at=None).update(used_at=timezone.now()):
        raise UsedLink(link)
