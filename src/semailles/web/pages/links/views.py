"""What a personal link opens."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.core.enums import LinkPurpose
from semailles.core.links import ExpiredLink, WrongLink
from semailles.core.models import PersonalLink
from semailles.engines.typesetting.project_pages import Form
from semailles.publication.one_sheet import printed_sheet
from semailles.web.layout.letters import letter
from semailles.web.layout.request import Request
from semailles.web.layout.sent import inert
from semailles.web.layout.today import today
from semailles.web.pages.links import answering, bringing, joining, reading
from semailles.web.pages.links.asked import project_of, still_reads
from semailles.web.pages.links.opened import by_link
from semailles.workshop.actions.linking import disown_link

WRITES = ["GET", "HEAD", "POST"]


@by_link
@require_http_methods(WRITES)
def open_link(request: Request, link: PersonalLink, token: str) -> HttpResponseBase:
    shown = OPENED.get(LinkPurpose(link.purpose))
    if shown is None:
        raise WrongLink
    return shown(request, link, token)


@by_link
@require_http_methods(WRITES)
def decline(request: Request, link: PersonalLink, token: str) -> HttpResponseBase:
    return answering.decline(request, link, token)


@by_link
@require_safe
def attestation(request: Request, link: PersonalLink, token: str) -> HttpResponseBase:
    return answering.attestation(request, link)


@by_link
@require_safe
def sheet(request: Request, link: PersonalLink, token: str) -> HttpResponseBase:
    """What one is asked to sign for, as the working groups read it: no person, no contact."""
    if not still_reads(link):
        raise ExpiredLink
    project = project_of(link, request.initiative)
    printed = printed_sheet(project, Form.FOUR, on=today(request.initiative))
    name = f'attachment; filename="fiche-{project.number}.pdf"'
    return inert(HttpResponse(printed.pdf, content_type="application/pdf", headers={"Content-Disposition": name}))


@by_link
@require_safe
def roadmap(request: Request, link: PersonalLink, token: str) -> HttpResponseBase:
    return reading.roadmap(request, link)


@by_link
@require_POST
def disown(request: Request, link: PersonalLink, token: str) -> HttpResponseBase:
    """Said by whoever the link does not name. An invitation names an address, and what was answered stands: neither is closed so."""
    if link.person is None or link.is_spent:
        raise WrongLink
    disown_link(link, by=link.person)
    return letter(request, "links/disowned.html", {"link": link})


OPENED: Mapping[LinkPurpose, Callable[[Request, PersonalLink, str], HttpResponseBase]] = {
    LinkPurpose.ANSWER: answering.answer,
    LinkPurpose.INVITE: joining.welcome,
    LinkPurpose.READ: reading.read,
    LinkPurpose.COMMENT: reading.remark,
    LinkPurpose.DEPOSIT: bringing.deposit,
    LinkPurpose.CONTRIBUTE: bringing.contribute,
}
