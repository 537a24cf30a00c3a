"""Gestures that only the owner of an account makes: the password, or a second proof, is asked again, whatever session is open."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.web.layout.request import Request


class NothingToProveWith(Refusal):
    """They sign in by the server of their organisation only."""


def asks_again(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def proved(request: Request, *args: Any, **named: Any) -> HttpResponse:
        """A form that comes too late is filled in again: the library would send it on by itself, past all that stands before our pages."""
        if not request.person.has_usable_password() and not is_mfa_enabled(request.person):
            raise NothingToProveWith(
                _("This asks for the password of your account, and it has none: choose one by « Forgot your password? » first.")
            )
        try:
            answer: HttpResponse = reauthentication_required(view)(request, *args, **named)
        except ReauthenticationRequired:
            if request.method != "POST":
                raise
            return HttpResponseRedirect(request.path)
        return answer

    return proved
