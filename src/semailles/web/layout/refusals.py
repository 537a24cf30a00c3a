"""A rule that says no answers with its sentence, on a page that says the way out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse

from semailles.core.errors import NotAllowed, Refusal

FORBIDDEN, CONFLICT = 403, 409


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        status = FORBIDDEN if isinstance(exception, NotAllowed) else CONFLICT
        return TemplateResponse(request, "errors/refusal.html", {"sentence": exception.sentence, "status": status}, status=status).render()
