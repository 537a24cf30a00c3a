"""Whether the instance answers, writes and works; and its figures, for whoever holds the key that the host chose."""

import secrets
import shutil
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from semailles.core.jobs.signs import LONGEST_SILENCE, silence
from semailles.web.layout import figures
from semailles.web.layout.access import anybody, asks_at_root
from semailles.workshop.models import Initiative

LEAST_ROOM = 50 * 2**20  # bytes: below, a deposit could not be received
UNAVAILABLE = 503


@asks_at_root(anybody)
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Three words that tell nothing about anybody. 503 when one of them is false."""
    found = {"database": _reads(), "disk": _has_room(), "worker": _works()}
    return JsonResponse({"ok": all(found.values()), **found}, status=200 if all(found.values()) else UNAVAILABLE)


@asks_at_root(anybody)
@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Without the key, as if nothing were there."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    if not settings.METRICS_KEY or not secrets.compare_digest(given.encode(), settings.METRICS_KEY.encode()):
        raise Http404
    return HttpResponse(figures.written(), content_type="text/plain; version=0.0.4; charset=utf-8")


def _reads() -> bool:
    try:
        Initiative.objects.exists()
    except DatabaseError:
        return False
    return True


def _has_room() -> bool:
    try:
        return shutil.disk_usage(Path(settings.WORKSPACE)).free >= LEAST_ROOM
    except OSError:  # the folder is gone, or its disk
        return False


def _works() -> bool:
    quiet = silence()
    return quiet is not None and quiet <= LONGEST_SILENCE
