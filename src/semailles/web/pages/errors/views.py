"""Pages that say what went wrong, in plain words, with ways out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/not_found.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/forbidden.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/bad_request.html", status=400)


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's secret is missing or old: what was typed is still in the page before."""
    return render(request, "errors/expired_form.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """A bug: no template that could fail in its turn, so no context of ours."""
    return render(None, "errors/broken.html", status=500)
