"""What a reader chooses for themselves: language, day or night; and what a host dresses the screens with."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from semailles.web.layout.access import anybody, asks, asks_at_root
from semailles.web.layout.context import THEMES
from semailles.web.layout.language import COOKIE
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read

A_YEAR = 365 * 24 * 3600
LOGOS = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}


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
def theme_file(request: Request) -> FileResponse:
    return _dressed("theme.css", "text/css; charset=utf-8")


@asks(may_read)
@asks_at_root(anybody)
@require_safe
def logo_file(request: Request) -> FileResponse:
    name = next((name for name in LOGOS if (settings.WORKSPACE / name).is_file()), "")
    return _dressed(name, LOGOS.get(name, ""))


def _dressed(name: str, content_type: str) -> FileResponse:
    file = settings.WORKSPACE / name
    if not name or not file.is_file():
        raise Http404
    response = FileResponse(file.open("rb"), content_type=content_type)
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
