"""What became of an idea, for whoever proposed it: their link is the only key."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.core.enums import LinkPurpose
from semailles.core.errors import Refusal
from semailles.core.links import WrongLink, link_of, note_opening
from semailles.core.models import Person, PersonalLink
from semailles.intake.actions.contributing import erase_contributor, withdraw_contribution
from semailles.intake.models import Contribution
from semailles.publication.following import followed
from semailles.web.layout.access import asks, everybody
from semailles.web.layout.answers import CONFLICT
from semailles.web.layout.letters import count_guess, letter, private
from semailles.web.layout.request import Request

LOST = 404


@asks(everybody)
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: Request, token: str) -> HttpResponseBase:
    try:
        contribution, author = _opened(request, token)
    except Refusal as refusal:
        return private(letter(request, "follow/lost.html", {"place": None, "sentence": refusal.sentence}, status=LOST))
    refused = _done(request, contribution, author) if request.method == "POST" else ""
    if request.method == "POST" and not refused:
        return private(redirect("follow", token))
    address = request.build_absolute_uri(request.path)
    around = {"followed": followed(contribution), "address": address, "by_mail": _by_mail(address), "refused": refused}
    return private(letter(request, "follow/page.html", around, status=CONFLICT if refused else 200))


def _by_mail(address: str) -> str:
    """Opens the reader's own mail program: nobody's address is asked for, and none is kept."""
    return f"mailto:?subject={quote(_('What became of your idea'))}&body={quote(address)}"


def _opened(request: Request, token: str) -> tuple[Contribution, Person]:
    """The contribution that the link is about, and under which name it was proposed."""
    try:
        link = link_of(token)
        named = _named(request, link)
    except WrongLink:
        count_guess(request)
        raise
    note_opening(link)
    return named, named.by


def _named(request: Request, link: PersonalLink) -> Contribution:
    """In the initiative of the address only, if there is one."""
    place = getattr(request, "initiative", None)
    if place is None or link.purpose != LinkPurpose.FOLLOW:
        raise WrongLink
    known = Contribution.objects.of(place).select_related("by", "initiative", "idea__initiative", "idea__merged_into__initiative")
    found: Contribution | None = known.filter(public_id=link.subject_id, by=link.person_id).first()
    if found is None:
        raise WrongLink
    return found


def _done(request: Request, contribution: Contribution, author: Person) -> str:
    """What refuses it, if something does."""
    gestures = {"withdraw": (withdraw_contribution, _("Your idea is withdrawn, its words are erased."))}
    gestures["erase"] = (erase_contributor, _("Your name is erased."))
    act, said = gestures.get(request.POST.get("gesture", ""), (None, ""))
    if act is None:
        return _("Choose what to do with your idea.")
    try:
        act(contribution, by=author)
    except Refusal as refusal:
        return refusal.sentence
    messages.success(request, said)
    return ""
