"""The guide inside the product: it opens to whoever reads a page, in an initiative or beside them."""

from functools import partial

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from semailles.web.layout.access import anybody, asks, asks_at_root, opens
from semailles.web.layout.mounting import root_address
from semailles.web.layout.request import Request
from semailles.web.pages.guide.chapters import CONTENTS, FILES, LANGUAGES, chapter
from semailles.web.pages.guide.showing import Around, shown
from semailles.workshop.rules import may_read


@asks(may_read)
@asks_at_root(anybody)
@require_safe
def contents(request: Request) -> HttpResponse:
    return _shown(request, CONTENTS)


@asks(may_read)
@asks_at_root(anybody)
@require_safe
def show(request: Request, name: str) -> HttpResponse:
    if name not in FILES or name == CONTENTS:
        raise Http404
    return _shown(request, name)


def _shown(request: Request, name: str) -> HttpResponse:
    said = get_language() or settings.LANGUAGE_CODE
    lang = said if said in LANGUAGES else LANGUAGES[0]
    place_of = partial(_place_of, is_mounted=hasattr(request, "initiative"))
    read = chapter(name, lang)
    chapters = [(chapter(one, lang), place_of(one)) for one in FILES]
    names = list(FILES)
    here = names.index(name)
    told = {
        "read": read,
        "text": shown(read, Around(lang, place_of, partial(_opened, request))),
        "chapters": chapters,
        "before": chapters[here - 1] if here > 1 else None,
        "after": chapters[here + 1] if here + 1 < len(names) else None,
    }
    return render(request, "guide/page.html", told)


def _place_of(name: str, *, is_mounted: bool) -> str:
    route, words = ("guide", ()) if name == CONTENTS else ("guide-chapter", (name,))
    return reverse(route, args=words) if is_mounted else root_address(route, *words)


def _opened(request: HttpRequest, path: str) -> str:
    """Where an address of the guide leads, for who may open it; nothing beside an initiative."""
    initiative = getattr(request, "initiative", None)
    if initiative is None:
        return ""
    try:
        match = resolve(path, settings.ROOT_URLCONF)
    except Resolver404:
        return ""
    is_open = opens(match.func, request.person, initiative, match.kwargs)  # type: ignore[attr-defined]  # set with the initiative
    return get_script_prefix().rstrip("/") + path if is_open else ""
