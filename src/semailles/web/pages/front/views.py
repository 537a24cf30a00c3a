"""What an initiative says of itself to everybody, once its coordinator opened it."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from semailles.intake.queries.welcoming import untaken, welcome_of
from semailles.intake.rules import may_visit
from semailles.publication.public_page import public_page
from semailles.web.layout.access import asks
from semailles.web.layout.letters import letter
from semailles.web.layout.request import Request
from semailles.web.layout.today import today


@asks(may_visit)
@require_safe
def show(request: Request) -> HttpResponse:
    welcome = welcome_of(request.initiative)
    why_not = untaken(welcome, on=today(request.initiative))
    return letter(request, "front/page.html", {"welcome": welcome, "untaken": why_not, "page": public_page(request.initiative)})
