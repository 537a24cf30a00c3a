"""Gestures that only the owner of an account makes: the password, or a second proof, is asked again, whatever session is open."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.web.layout.request import Request


class NothingToProveWith(Refusal):
    """They sign in by the server of their organisation only."""


def asks_again(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def proved(request: Request, *args: Any, **named: Any) -> HttpResponse:
        """A form that comes too late is filled in again: the library would send it on by itself, past all that stands before our pages."""
        _require_something_to_prove_with(request.person)
        try:
            answer: HttpResponse = reauthentication_required(view)(request, *args, **named)
        except ReauthenticationRequired:
            if request.method != "POST":
                raise
            return HttpResponseRedirect(request.path)
        return answer

    return proved


def proved_again(request: Request, perform: Callable[[Request], HttpResponse], *, back: str) -> HttpResponse:
    """`back`: the address of the page whose button is pressed once more, when the proof had to be asked for."""
    _require_something_to_prove_with(request.person)
    try:
        answer: HttpResponse = reauthentication_required(perform)(request)
    except ReauthenticationRequired:
        messages.info(request, _("This is for you alone to do: prove that it is you, then press the button again."))
        return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': back})}")
    return answer


def _require_something_to_prove_with(person: Person) -> None:
    if not person.has_usable_password() and not is_mfa_enabled(person):
        raise NothingToProveWith(
            _("This asks for the password of your account, and it has none: choose one by « Forgot your password? » first.")
        )
