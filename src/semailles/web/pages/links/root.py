"""The short address of a link, whatever its initiative: what goes in a message, or is copied by hand from a paper."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from semailles.core.errors import Refusal
from semailles.core.links import UsedLink, WrongLink, link_of
from semailles.core.models import PersonalLink
from semailles.web.layout.access import anybody, asks_at_root
from semailles.web.layout.letters import count_guess, private
from semailles.web.layout.mounting import initiative_address
from semailles.web.pages.links.opened import LOST
from semailles.workshop.linked import initiative_of


@asks_at_root(anybody)
@require_safe
def find_link(request: HttpRequest, token: str) -> HttpResponseBase:
    try:
        link = _known(request, token)
    except Refusal as refusal:
        return private(render(request, "links/dead.html", {"mode": "letter", "sentence": refusal.sentence}, status=LOST))
    return private(redirect(initiative_address(initiative_of(link), "link", token)))


def _known(request: HttpRequest, token: str) -> PersonalLink:
    """What was answered already still has its page."""
    try:
        return link_of(token)
    except UsedLink as used:
        return used.link
    except WrongLink:
        count_guess(request)
        raise
