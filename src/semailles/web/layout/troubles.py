"""A machine that cannot write says so in words, and gives back what was typed. Pages are read all the same."""

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from shutil import disk_usage
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware as EverySession
from django.core.exceptions import RequestAborted, SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _

from semailles.core.drafts.words import KEY, ONCE, PAGE, TITLE, kept_fields, spoken
from semailles.core.files import is_short_of_room
from semailles.core.troubles import PASSING, Trouble, trouble_in
from semailles.web.layout.answers import NO_ROOM, NOT_NOW
from semailles.web.layout.drafts import is_from_here

ACCOUNTS = "allauth."  # the library's own forms open and close sessions
READS = frozenset({"GET", "HEAD", "OPTIONS"})
IN_MEMORY = 2**21  # bytes: what an upload holds more goes through the machine's own folder of passing files
SOON, LATER = 5, 60  # seconds before it is worth trying again


class TroubleMiddleware:
    """Before the session is opened and the form is read: on a full disk nothing is begun, and no file is received in order to be refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READS and _has_no_room_for(request):
            request.upload_handlers = [_NoFile(request)]
            return told(request, Trouble.NO_ROOM)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        trouble = trouble_in(exception)
        return told(request, trouble) if trouble in PASSING else None


class SessionMiddleware(EverySession):
    def process_response(self, request: HttpRequest, response: Any) -> Any:
        """When one was last seen is no reason to refuse a page, nor to say that what was done is not."""
        try:
            return super().process_response(request, response)
        except (DatabaseError, SessionInterrupted) as error:
            trouble = trouble_in(_said_by_machine(error))
            if trouble not in PASSING:
                raise
            return told(request, trouble) if _signs_in_or_out(request) else response


def _said_by_machine(error: BaseException) -> BaseException | None:
    """Django takes any refusal to write a session for one that was ended meanwhile, and hides it behind two errors of its own."""
    found: BaseException | None = error
    while isinstance(found, SessionInterrupted | UpdateError):
        found = found.__context__
    return found


def _signs_in_or_out(request: HttpRequest) -> bool:
    match = request.resolver_match
    return request.method not in READS and match is not None and match.func.__module__.startswith(ACCOUNTS)


def trouble_at_hand() -> Trouble | None:
    """Of the failure that is being answered, when it came before any view or after it."""
    trouble = trouble_in(sys.exc_info()[1])
    return trouble if trouble in PASSING else None


def told(request: HttpRequest, trouble: Trouble | None) -> HttpResponse:
    """A page that asks the database nothing, with the words that were typed and the button that sends them again."""
    request.draft_kept = None  # type: ignore[attr-defined]  # a draft would be written where nothing can be: the words are in the page
    fields, posted = _typed(request), _posted(request)
    kept = [(name, posted[name]) for name in (KEY, PAGE, TITLE, ONCE) if fields and name in posted]
    around = {
        "sentence": _unread(trouble) if request.method in READS else _sentence(trouble),
        "is_reading": request.method in READS,
        "is_gone": trouble is Trouble.GONE,
        "is_only_read": trouble in {Trouble.NO_ROOM, Trouble.READ_ONLY},
        "action": request.get_full_path(),
        "fields": [*kept, *((name, value) for name, values in fields.items() for value in values)],
        "has_files": "multipart" in request.META.get("CONTENT_TYPE", ""),
        "words": spoken(fields),
        "secret": posted.get("csrfmiddlewaretoken", ""),
        "status": NOT_NOW if trouble in {Trouble.BUSY, Trouble.GONE} else NO_ROOM,
    }
    response = render(None, "errors/machine.html", around, status=around["status"])
    response["Retry-After"] = str(SOON if around["status"] == NOT_NOW else LATER)
    response["Cache-Control"] = "no-store"
    return response


def _sentence(trouble: Trouble | None) -> str:
    sentences = {
        Trouble.NO_ROOM: _("There is no room left on the disk of this machine: what you sent was not saved, and nothing was changed."),
        Trouble.READ_ONLY: _("The disk of this machine can only be read: what you sent was not saved, and nothing was changed."),
        Trouble.GONE: _(
            "The database does not answer: what you sent is perhaps not saved. Send it again when it answers: it will not be done twice."
        ),
    }
    busy = _("Somebody else is writing at length, and your turn did not come: what you sent was not saved, and nothing was changed.")
    return sentences.get(trouble, busy) if trouble else busy


def _unread(trouble: Trouble | None) -> str:
    """Of a page that was only asked for: nothing was sent."""
    sentences = {
        Trouble.NO_ROOM: _("There is no room left on the disk of this machine, and this page needs some while it is made."),
        Trouble.READ_ONLY: _("The disk of this machine can only be read, and this page needs to write while it is made."),
        Trouble.GONE: _("The database does not answer: no page can be made."),
    }
    busy = _("Somebody else is writing at length, and this page could not be made in the meantime.")
    return sentences.get(trouble, busy) if trouble else busy


def _has_no_room_for(request: HttpRequest) -> bool:
    coming = _weight(request)
    if is_short_of_room(coming=coming):
        return True
    return coming > IN_MEMORY and _passing_room() < coming


def _weight(request: HttpRequest) -> int:
    with suppress(ValueError):
        return max(int(request.META.get("CONTENT_LENGTH") or 0), 0)
    return 0


def _passing_room() -> int:
    try:
        return disk_usage(tempfile.gettempdir()).free
    except OSError:  # no such folder: whoever writes there says so
        return sys.maxsize


def _typed(request: HttpRequest) -> dict[str, list[str]]:
    return kept_fields(_posted(request).lists()) if is_from_here(request) else {}


def _posted(request: HttpRequest) -> Any:
    try:
        return request.POST
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError, RequestAborted, OSError):
        return type(request.GET)("")


class _NoFile(FileUploadHandler):
    """Reads a form to its end and keeps no file of it, so that the browser reads our answer."""

    def new_file(self, *_: Any, **__: Any) -> None:
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None
