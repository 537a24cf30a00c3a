"""How accounts behave here: what the library asks its host to decide."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

TOO_MANY = 429


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library carries no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # the library's own signature
        """An invitation makes the account; nobody comes in by themselves."""
        return False


class ElsewhereAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # as above
    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:  # noqa: ARG002  # as above
        """Whom the organisation knows and nobody invited stays outside."""
        return False


def address_tried(request: HttpRequest, credentials: dict[str, str] | None) -> str:
    """Whose door is tried, however it is written."""
    return ((credentials or {}).get("email") or request.POST.get("login", "")).strip().casefold()


def locked_out(request: HttpRequest, _response: HttpResponse, _credentials: dict[str, str]) -> HttpResponse:
    """The same words whether an account has this address or not."""
    sentence = _(
        "Too many tries to sign in with this address: wait five minutes, then try again. « Forgot your password? » works meanwhile."
    )
    return render(request, "errors/refusal.html", {"sentence": sentence, "status": TOO_MANY}, status=TOO_MANY)
