"""A page that a personal link opens: its token is the only key, and every answer about it is kept by nobody on the way."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponseBase

from semailles.core.audience import Audience, read_as
from semailles.core.enums import LinkPurpose
from semailles.core.errors import Refusal
from semailles.core.links import ForwardedLink, OrphanLink, UsedLink, WrongLink, link_of, note_opening
from semailles.core.models import Person, PersonalLink
from semailles.engines.words import fold
from semailles.web.layout.access import asks, everybody
from semailles.web.layout.letters import count_guess, letter, private
from semailles.web.layout.request import Request
from semailles.workshop.linked import is_backed
from semailles.workshop.models import Initiative

LOST = 404
WRITTEN = ("title", "text", "reason")  # fields of the forms that links open, where one writes more than a word
READING = ("GET", "HEAD")
TOLD_WHOLE = frozenset({LinkPurpose.ANSWER, LinkPurpose.INVITE})


def by_link(view: Callable[[Request, PersonalLink, str], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view of a link that stands, or that was answered; what opens nothing says why."""

    @asks(everybody)
    @wraps(view)
    def answered(request: Request, token: str) -> HttpResponseBase:
        try:
            link = _opened(request, token)
            _read_in_its_circle(request, link)
            return private(view(request, link, token))
        except Refusal as refusal:
            told = {"place": None, "sentence": refusal.sentence, "typed": _typed(request)}
            return private(letter(request, "links/dead.html", told, status=LOST))

    return answered


def _typed(request: Request) -> list[str]:
    """What somebody wrote while the link ended: theirs to copy."""
    return [typed for name in WRITTEN if (typed := request.POST.get(name, "").strip())]


def _is_read_by_somebody(request: Request) -> bool:
    """Neither by a machine that only asks what stands there, nor by a browser that fetches ahead. One that opens mails as a person would cannot be told."""
    ahead = " ".join(request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    return request.method != "HEAD" and "prefetch" not in ahead.lower()


def _read_in_its_circle(request: Request, link: PersonalLink) -> None:
    """What is asked of somebody is told whole, by the name and in the words that were written, and nothing else is; what is only read is read as the
    members do, without persons nor contacts."""
    request.circle = Audience.FACILITATOR if link.purpose in TOLD_WHOLE else Audience.WORKING
    if request.method in READING:
        read_as(request.circle)


def _opened(request: Request, token: str) -> PersonalLink:
    try:
        link = _known(token, getattr(request, "initiative", None))
    except WrongLink:
        count_guess(request)
        raise
    if link.person and _is_another(request.person, link.person):
        raise ForwardedLink(link.person.name)
    if not link.is_spent and not is_backed(link, request.initiative):
        raise OrphanLink(link.given_by.name)
    if _is_read_by_somebody(request):
        note_opening(link)
    return link


def _known(token: str, initiative: Initiative | None) -> PersonalLink:
    """Of this initiative, if the address names one. What was answered can be read again."""
    try:
        link = link_of(token)
    except UsedLink as used:
        link = used.link
        if "step" not in link.detail:
            raise
    if initiative is None or link.initiative_id != initiative.public_id:
        raise WrongLink
    return link


def _is_another(reader: Person, named: Person) -> bool:
    """Somebody who signed in under another name than that of the link. Who has no account is believed, until they sign."""
    has_account = reader.pk is not None and not reader.is_local
    return has_account and reader.pk != named.pk and fold(reader.name) != fold(named.name)
