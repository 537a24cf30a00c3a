"""Nothing typed is lost: what a form held stays with its writer until the form is taken, whatever the answer was."""

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import DisallowedHost, RequestAborted, SuspiciousOperation
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponseBase, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from semailles.core.drafts.actions import forget_draft, keep_draft
from semailles.core.drafts.queries import draft_of
from semailles.core.drafts.words import KEY, PAGE, TITLE, Typed, kept_fields
from semailles.core.errors import Refusal
from semailles.core.models import FormDraft, Person
from semailles.web.layout.mounting import root_address

AGAIN = "reprendre"  # « ?reprendre=… »: the draft that a page gives back
TAKEN, WRITER = "draft_taken", "writer"  # cookies: which draft was taken, for scripts; who wrote here, when a session ends
A_MONTH = 30 * 24 * 3600
REDIRECTED = range(300, 400)

_given_back: ContextVar[Mapping[str, Sequence[str]] | None] = ContextVar("given_back", default=None)


def given_back() -> Mapping[str, Sequence[str]] | None:
    """The fields of the draft that this page gives back; None when it gives none."""
    return _given_back.get()


class DraftMiddleware:
    """After `PresenceMiddleware`: it says who writes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        before = _given_back.set(None)
        try:
            response = self.get_response(request)
        finally:
            _given_back.reset(before)
        if request.method == "POST" and not (_is_about_drafts(request) and _known(request)):
            _settle(request, response)
        if settings.INSTANCE:
            _remember(request, response)
        return response

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object) -> None:
        key = _read_key(request.GET.get(AGAIN, "")) if request.method == "GET" else None
        draft = draft_of(request.person, key) if key and hasattr(request, "person") else None
        if draft and draft.page == request.path:
            request.draft = draft  # type: ignore[attr-defined]  # read by the page's own tags
            _given_back.set(draft.fields)


def keep_typed(request: HttpRequest) -> FormDraft | None:
    """The words of a form that cannot be taken, kept for their writer; None when there are none, or when nobody known wrote them."""
    typed = typed_in(request)
    writer = _writer(request) if typed and is_from_here(request) else None
    if typed is None or writer is None:
        return None
    try:
        request.draft_kept = keep_draft(typed, was_refused=True, by=writer)  # type: ignore[attr-defined]  # so that it is kept once
    except Refusal:
        return None  # too long, or too many: what was typed is still in the browser
    return request.draft_kept  # type: ignore[attr-defined,no-any-return]  # set just above


def taken(request: HttpRequest) -> None:
    """A view that answers with a page, and has taken the words all the same."""
    request.draft_taken = True  # type: ignore[attr-defined]  # read on the way out


def say_taken(response: HttpResponseBase, key: UUID) -> None:
    """The browser's own copy of this draft goes when its next page opens."""
    response.set_cookie(TAKEN, str(key), max_age=A_MONTH, samesite="Lax")


def typed_in(request: HttpRequest) -> Typed | None:
    """What a form that keeps its words has sent."""
    try:
        posted = request.POST
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError, RequestAborted):
        return None
    key, stands = _read_key(posted.get(KEY, "")), posted.get(PAGE, "")
    if key is None or not stands.startswith("/") or not url_has_allowed_host_and_scheme(stands, allowed_hosts=None):
        return None
    page, _mark, query = stands.partition("?")
    return Typed(key, page, query, posted.get(TITLE, ""), kept_fields(posted.lists()))


def again(draft: FormDraft) -> str:
    """The address of the form, with these words in it."""
    query = [part for part in draft.query.split("&") if part and not part.startswith(f"{AGAIN}=")]
    return f"{draft.page}?{'&'.join([*query, urlencode({AGAIN: draft.key})])}"


def _settle(request: HttpRequest, response: HttpResponseBase) -> None:
    typed = typed_in(request)
    if typed is None or hasattr(request, "draft_kept"):
        return
    if not _is_taken(request, response):
        draft = keep_typed(request)
        if draft and settings.INSTANCE and response.headers.get("Location", "").startswith(f"{root_address('account_login')}?"):
            _lead_back(request, response, draft)
        return
    writer = _writer(request)
    if writer is not None and (draft := draft_of(writer, typed.key)) is not None:
        forget_draft(draft, by=writer)
    say_taken(response, typed.key)


def _lead_back(request: HttpRequest, response: HttpResponseBase, draft: FormDraft) -> None:
    """From the page of login to the form, with these words in it."""
    response["Location"] = f"{root_address('account_login')}?{urlencode({'next': again(draft)})}"
    messages.info(request, _("Your session had ended. What you had written is kept: sign in, and you find it again in its form."))


def _remember(request: HttpRequest, response: HttpResponseBase) -> None:
    """Who writes in this browser; nobody any more once they sign out of their own will."""
    is_out = request.method == "POST" and request.resolver_match is not None and request.resolver_match.url_name == "account_logout"
    if is_out:
        response.delete_cookie(WRITER)
        response.headers["Clear-Site-Data"] = '"cache"'  # no page of theirs comes back by the button « back »
    elif _known(request) and _remembered_key(request) != request.person.public_id:  # type: ignore[attr-defined]  # set by the presence
        response.set_signed_cookie(WRITER, str(request.person.public_id), max_age=A_MONTH, samesite="Lax", httponly=True)  # type: ignore[attr-defined]  # as above


def _is_taken(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A form that went through sends its writer on; a page of login is no such way on."""
    if hasattr(request, "draft_taken"):
        return True
    return response.status_code in REDIRECTED and _known(request)


def _known(request: HttpRequest) -> bool:
    person = getattr(request, "person", None)
    return person is not None and person.pk is not None


def _writer(request: HttpRequest) -> Person | None:
    """Who is there, even where they may not enter; else who wrote here before the session ended."""
    if _known(request):
        return request.person  # type: ignore[attr-defined,no-any-return]  # set by the presence
    if not settings.INSTANCE:
        return Person.objects.filter(is_local=True).first()
    user = getattr(request, "user", None)
    if isinstance(user, Person):
        return user
    key = _remembered_key(request)
    return Person.objects.filter(public_id=key, is_active=True).first() if key else None


def _remembered_key(request: HttpRequest) -> UUID | None:
    """As this browser's signed cookie says; it opens nothing."""
    try:
        return _read_key(request.get_signed_cookie(WRITER, max_age=A_MONTH) or "")
    except (KeyError, BadSignature):
        return None


def is_from_here(request: HttpRequest) -> bool:
    """A form of another site leaves no draft, were its secret refused or not."""
    origin = request.headers.get("Origin")
    try:
        ours = f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:  # asked for by a name that is not ours
        return False
    return origin in {None, ours} and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def _is_about_drafts(request: HttpRequest) -> bool:
    return bool(request.resolver_match and (request.resolver_match.url_name or "").startswith("draft-"))


def _read_key(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
