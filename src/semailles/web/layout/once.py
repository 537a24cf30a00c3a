"""A form counts once: whoever sends it again is led where they were led the first time."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from semailles.core import onceness
from semailles.core.drafts.words import LEFT_OUT, ONCE, PAGE
from semailles.core.models import TakenForm
from semailles.core.onceness import AlreadyTaken, Sending
from semailles.core.troubles import PASSING, trouble_in
from semailles.web.layout.drafts import keep_typed

REDIRECTED = range(300, 400)
PATIENCE, PAUSE = 20.0, 0.05  # seconds for the first sending to be answered, and between two looks
ACCOUNTS = "allauth."  # the library's own forms open and close sessions: an answer said again would not
LONGEST = 2000
STAMP = "stamp"  # the field of a form in which its link is drawn
SHORT = 8  # signs: what has no more is no secret


class OnceMiddleware:
    """Innermost: who sends the form, and whether they may, is known. A part of a page that is sent by a script has no such key."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with onceness.sending(None):
            response = self.get_response(request)
            sent: Sending | None = getattr(request, "sending", None)
            return response if sent is None else _settled(request, response, sent)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object) -> HttpResponse | None:
        sent = None if view.__module__.startswith(ACCOUNTS) else _sending(request)
        if sent is None:
            return None
        if onceness.taken(sent) is not None:
            return _same_answer(request, sent)
        request.sending = sent  # type: ignore[attr-defined]  # read on the way out
        onceness.begin(sent)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, AlreadyTaken):
            return None
        return _same_answer(request, request.sending)  # type: ignore[attr-defined]  # set before the view was called


def _settled(request: HttpRequest, response: HttpResponseBase, sent: Sending) -> HttpResponseBase:
    if response.status_code in REDIRECTED:
        address = _hidden(request, response.headers.get("Location", ""))
        if sent.is_noted and len(address) <= LONGEST:
            _note_answer(sent, address)
        return response
    if sent.is_noted:
        onceness.forget(sent)
    elif onceness.taken(sent) is not None:  # it was refused because the first sending had done it meanwhile
        return _same_answer(request, sent)
    return response


def _note_answer(sent: Sending, address: str) -> None:
    """Its effect is kept: that the machine refuses now is no reason to say that it is not. Whoever sends it again is told to look."""
    try:
        onceness.settle(sent, address)
    except DatabaseError as error:
        if trouble_in(error) not in PASSING:
            raise


def _same_answer(request: HttpRequest, sent: Sending) -> HttpResponse:
    request.sending = None  # type: ignore[attr-defined]  # nothing more to settle
    row = _answered(sent)
    if row is None:
        messages.warning(
            request,
            _("This form was sent already, and the machine stopped before it answered: see what is written before you send it again."),
        )
        keep_typed(request)
        return HttpResponseRedirect(_page(request))
    messages.info(request, _("This form had been taken already: nothing was done twice."))
    return HttpResponseRedirect(_shown(request, row.answer))


def _answered(sent: Sending) -> TakenForm | None:
    """The first sending may still be at work; one of long ago died."""
    ends = time.monotonic() + PATIENCE
    while (row := onceness.taken(sent)) is not None and not row.answer:
        if time.monotonic() > ends or timezone.now() - row.at > timedelta(seconds=PATIENCE):
            return None
        time.sleep(PAUSE)
    return row


def _sending(request: HttpRequest) -> Sending | None:
    if request.method != "POST" or request.headers.get("HX-Request"):
        return None
    try:
        key = UUID(request.POST.get(ONCE, ""))
    except ValueError:
        return None
    person = getattr(request, "person", None)
    who = "" if person is None or person.pk is None else person.public_id
    return Sending(
        _digest([str(key), str(who), request.get_full_path()]), _digest([str(key), *_words(request)])
    )  # nobody without the key tries words on it


def _words(request: HttpRequest) -> Iterator[str | bytes]:
    for name, values in sorted(request.POST.lists()):
        if name not in LEFT_OUT:
            yield from (name, str(len(values)), *values)
    for name, files in sorted(request.FILES.lists()):
        for one in files:
            yield from (name, one.name or "", _content(one))


def _content(file: "UploadedFile[bytes]") -> str:
    known = hashlib.sha256()
    for chunk in file.chunks():
        known.update(chunk)
    file.seek(0)
    return known.hexdigest()


def _digest(parts: "Iterable[str | bytes]") -> str:
    whole = hashlib.sha256()
    for part in parts:
        raw = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        whole.update(f"{len(raw)}:".encode() + raw)
    return whole.hexdigest()


def _hidden(request: HttpRequest, address: str) -> str:
    """A personal link's secret is kept nowhere, not even in an address: whoever sends the form again has it in theirs, or in the form."""
    for name, secret in _secrets(request):
        address = address.replace(secret, f"{{{name}}}")
    return address


def _shown(request: HttpRequest, address: str) -> str:
    for name, secret in _secrets(request):
        address = address.replace(f"{{{name}}}", secret)
    return address


def _secrets(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """What the address names; and the link by which a contribution is followed, which its form brought, signed or not."""
    match = request.resolver_match
    named = {**(match.kwargs if match else {}), STAMP: request.POST.get(STAMP, "").partition(":")[0]}
    yield from ((name, value) for name, value in named.items() if isinstance(value, str) and len(value) > SHORT)


def _page(request: HttpRequest) -> str:
    """Where the form stands: as it says itself, or as the browser does."""
    said = request.POST.get(PAGE, "") or urlsplit(request.headers.get("Referer", "")).path
    is_ours = said.startswith("/") and url_has_allowed_host_and_scheme(said, allowed_hosts=None)
    return said if is_ours else "/"
