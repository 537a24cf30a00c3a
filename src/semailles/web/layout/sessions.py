"""How long a session lasts, and that who administers the instance proves twice who they are."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.web.layout.mounting import root_address

IDLE, LONGEST = timedelta(hours=12), timedelta(days=14)
STEP = timedelta(minutes=10)  # a session is written no more often: a click is no write
AHEAD = timedelta(hours=1)  # what began later than this was dated by a clock that was set back since: it would last longer than said
BEGAN, SEEN = "began", "seen"
ACCOUNTS = "allauth."


class SessionRulesMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object) -> HttpResponseBase | None:
        if not settings.INSTANCE or not isinstance(person := request.user, Person):
            return None
        if _has_ended(request, timezone.now()):
            logout(request)
            messages.info(request, _("Your session has ended: sign in again, what you had saved is there."))
            return None
        if person.is_administrator and not view.__module__.startswith(ACCOUNTS) and not is_mfa_enabled(person):
            messages.info(request, _("Who administers the instance signs in with a second proof: set it up first."))
            return HttpResponseRedirect(root_address("mfa_activate_totp"))
        return None


def _has_ended(request: HttpRequest, now: datetime) -> bool:
    session = request.session
    began, seen = (datetime.fromisoformat(session.get(name, now.isoformat())) for name in (BEGAN, SEEN))
    if now - seen > IDLE or now - began > LONGEST or max(seen, began) - now > AHEAD:
        return True
    if SEEN not in session or now - seen > STEP:
        session[BEGAN], session[SEEN] = began.isoformat(), now.isoformat()
    return False
