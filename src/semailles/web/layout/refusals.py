"""A rule that says no answers with its sentence, on a page that says the way out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from semailles.core.errors import NotAllowed, Refusal
from semailles.core.files import NoRoom
from semailles.web.layout.answers import NO_ROOM
from semailles.web.layout.drafts import keep_typed

FORBIDDEN, NO_SUCH_GESTURE, CONFLICT = 403, 405, 409


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        return _said(request, response) if response.status_code == NO_SUCH_GESTURE else response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        status = FORBIDDEN if isinstance(exception, NotAllowed) else NO_ROOM if isinstance(exception, NoRoom) else CONFLICT
        told = {"sentence": exception.sentence, "status": status, "kept": keep_typed(request)}
        return TemplateResponse(request, "errors/refusal.html", told, status=status).render()


def _said(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """A page that is only read, or a form that is only sent: said in words too."""
    sentence = _("This address does not answer to such a request: follow a link, or send the form of a page.")
    page = TemplateResponse(request, "errors/refusal.html", {"sentence": sentence, "status": NO_SUCH_GESTURE}, status=NO_SUCH_GESTURE)
    page["Allow"] = response.headers.get("Allow", "GET")
    return page.render()
