"""What a reader chooses for themselves: language, day or night; and what a host dresses the screens with."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from semailles.web.layout.access import anybody, asks, asks_at_root
from semailles.web.layout.context import THEMES
from semailles.web.layout.dress import LOGOS, SHEET, colours_in, has_sheet, logo_in, own_folder
from semailles.web.layout.language import COOKIE
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read

A_YEAR = 365 * 24 * 3600


@asks(may_read)
@asks_at_root(anybody)
@require_POST
def choose(request: Request) -> HttpResponse:
    target = request.POST.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    response = HttpResponseRedirect(target if is_ours else "/")
    lang, theme = request.POST.get("lang", ""), request.POST.get("theme", "")
    if lang in dict(settings.LANGUAGES):
        response.set_cookie(COOKIE, lang, max_age=A_YEAR, samesite="Lax", httponly=True)
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=A_YEAR, samesite="Lax", httponly=True)
    if theme == "auto":
        response.delete_cookie("theme")
    return response


@asks(may_read)
@asks_at_root(anybody)
@require_safe
def theme_file(request: Request) -> HttpResponseBase:
    folder = _own_folder(request)
    if folder is not None and has_sheet(folder):
        return _inert(HttpResponse(colours_in(folder), "text/css; charset=utf-8"))
    return _dressed(Path(settings.WORKSPACE), SHEET, "text/css; charset=utf-8")


@asks(may_read)
@asks_at_root(anybody)
@require_safe
def logo_file(request: Request) -> HttpResponseBase:
    folder = _own_folder(request) or Path(settings.WORKSPACE)
    if not logo_in(folder):
        folder = Path(settings.WORKSPACE)
    name = logo_in(folder)
    return _dressed(folder, name, LOGOS.get(name, ""))


def _own_folder(request: Request) -> Path | None:
    """At the instance's own addresses there is no initiative."""
    return own_folder(getattr(request, "initiative", None))


def _dressed(folder: Path, name: str, content_type: str) -> HttpResponseBase:
    file = folder / name
    if not name or not file.is_file():
        raise Http404
    return _inert(FileResponse(file.open("rb"), content_type=content_type))


def _inert(response: HttpResponseBase) -> HttpResponseBase:
    """A picture may carry its own style, and nothing that acts."""
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
