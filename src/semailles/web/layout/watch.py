"""What each request came to, for who runs the machine: a line, and figures. Neither says who asked, nor what was read or written."""

import logging
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from structlog.contextvars import bound_contextvars

from semailles.core.models import Person
from semailles.web.layout.figures import ANSWERS, TIMES

log = logging.getLogger(__name__)
UNKNOWN = "unknown"  # an address that leads nowhere, a verb that is none: figures of what strangers make up would never end
VERBS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class WatchMiddleware:
    """Around all that makes a page, so that what it times is what people wait for; sheets and fonts are not told. `request.number` is on the page of a failure: it finds the lines of that request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number = request.number = uuid.uuid4().hex[:12]  # type: ignore[attr-defined]  # read by the page of a failure
        began = time.perf_counter()
        with bound_contextvars(request=number):
            response = self.get_response(request)
            _tell(request, response, time.perf_counter() - began)
        return response


def _tell(request: HttpRequest, response: HttpResponseBase, took: float) -> None:
    route = request.resolver_match.view_name if request.resolver_match else UNKNOWN
    method = request.method if request.method in VERBS else UNKNOWN
    ANSWERS.labels(route, method, response.status_code).inc()
    TIMES.labels(route).observe(took)
    told = {"method": method, "route": route, "status": response.status_code, "ms": round(1000 * took), "kind": _kind(request)}
    log.info("request", extra={**told, "initiative": getattr(request, "slug", "")})


def _kind(request: HttpRequest) -> str:
    """Never asks the database: what no page wanted to know is not worth it."""
    person = getattr(request, "person", None)
    if not isinstance(person, Person) or person.is_visitor:
        return "visitor"
    return "administrator" if person.is_administrator else "person"
