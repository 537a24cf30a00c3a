"""Pages that say what went wrong, in plain words, with ways out."""

from django.core.exceptions import TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from semailles.web.layout.drafts import keep_typed
from semailles.web.layout.presence import stand_where_one_may
from semailles.web.layout.troubles import told, trouble_at_hand
from semailles.workshop.models import Initiative


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _said(request, "not_found", 404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _said(request, "forbidden", 403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _said(request, "bad_request", 400, is_too_many=isinstance(exception, TooManyFilesSent))


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's secret is missing or old: what was typed is still in the page before."""
    return _said(request, "expired_form", 403)


def broken(request: HttpRequest) -> HttpResponse:
    """A bug: no template that could fail in its turn, so no context of ours. Or the machine that refuses, outside of any view."""
    if (trouble := trouble_at_hand()) is not None:
        return told(request, trouble)
    return render(None, "errors/broken.html", {"number": getattr(request, "number", "")}, status=500)


def _said(request: HttpRequest, page: str, status: int, **more: bool) -> HttpResponse:
    """The page, with its ways out in the initiative, for whoever may read it."""
    if not hasattr(request, "initiative"):
        stand_where_one_may(request)
    told = {"is_empty": not Initiative.objects.exists(), "kept": keep_typed(request), **more}
    return render(request, f"errors/{page}.html", told, status=status)
