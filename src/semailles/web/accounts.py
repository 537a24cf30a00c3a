"""How accounts behave here: what the library asks its host to decide."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.proving import prove_by_organisation

TOO_MANY, FORBIDDEN = 429, 403


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library carries no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # the library's own signature
        """An invitation makes the account; nobody comes in by themselves."""
        return False

    def pre_login(self, request: HttpRequest, user: Person, **said: Any) -> HttpResponse | None:
        """Between the password and the second proof too, a session that somebody else planted in this browser is left behind; and everybody's that have ended."""
        request.session.cycle_key()
        request.session.clear_expired()
        answer: HttpResponse | None = super().pre_login(request, user, **said)
        return answer


class ElsewhereAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # as above
    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:  # noqa: ARG002  # as above
        """Whom the organisation knows and nobody invited stays outside."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The organisation's server says that this address is theirs; an identity that was tied to the account under another one proves nothing."""
        person = sociallogin.user
        if sociallogin.state.get("process") != AuthProcess.LOGIN or not isinstance(person, Person) or person.is_visitor:
            return
        said = {address.email.casefold() for address in sociallogin.email_addresses if address.verified}
        if (person.email or "").casefold() not in said:
            if person.proved_at is None:
                raise ImmediateHttpResponse(_closed(request))
        elif prove_by_organisation(person):
            messages.warning(request, taken_away())


def taken_away() -> str:
    return _(
        "You prove for the first time that this address is yours: keys and codes that were set up before were removed, in case they were somebody else’s."
        " Set yours up again."
    )


def _closed(request: HttpRequest) -> HttpResponse:
    sentence = _(
        "This identity has another address than that of the account: sign in with the address that was invited, or ask for a new password."
    )
    return render(request, "errors/refusal.html", {"sentence": sentence, "status": FORBIDDEN}, status=FORBIDDEN)


def address_tried(request: HttpRequest, credentials: dict[str, str] | None) -> str:
    """Whose door is tried, however it is written."""
    return ((credentials or {}).get("email") or request.POST.get("login", "")).strip().casefold()


def locked_out(request: HttpRequest, _response: HttpResponse, _credentials: dict[str, str]) -> HttpResponse:
    """The same words whether an account has this address or not."""
    sentence = _(
        "Too many tries to sign in with this address: wait five minutes, then try again. « Forgot your password? » works meanwhile."
    )
    return render(request, "errors/refusal.html", {"sentence": sentence, "status": TOO_MANY}, status=TOO_MANY)
