"""Giving a link, or an invitation: its address is shown once, with a message ready to be copied or sent."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.core.enums import LinkPurpose
from semailles.core.errors import TooMany
from semailles.core.links import digest_of
from semailles.core.mailing import send
from semailles.core.models import PersonalLink
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.letters import private
from semailles.web.layout.mounting import root_address
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.people.forms import InvitationForm, LinkForm, RenewForm
from semailles.web.pages.people.messages import message_of
from semailles.web.pages.people.offers import Offer, choices, known_to_choose, offers, places, places_to_choose
from semailles.workshop.actions.inviting import InvitationEntry, invite
from semailles.workshop.actions.linking import LinkEntry, count_sending, give_link, note_sending, renew_link, take_link_over, withdraw_link
from semailles.workshop.enums import Role
from semailles.workshop.linked import namesakes
from semailles.workshop.rules import may_coordinate

WRITES = ["GET", "HEAD", "POST"]
USUAL = timedelta(days=30)
Given = tuple[PersonalLink, str]


@asks(may_coordinate)
@require_http_methods(WRITES)
def give(request: Request) -> HttpResponse:
    found = offers(request.initiative)
    asked = {"key": uuid4(), "what": request.GET.get("quoi", ""), "ends_on": today(request.initiative) + USUAL}
    form = LinkForm(request.POST or None, initial=asked, offered=choices(found), known=_known(request))

    def write() -> Given:
        typed = form.cleaned_data
        offer: Offer = next(one for one in found if one.key == typed["what"])
        about = None if offer.about.kind == "Initiative" else offer.about
        entry = LinkEntry(offer.purpose, typed["name"], typed["ends_on"], about, typed["email"], typed["key"], *form.chosen)
        return give_link(request.initiative, entry, on=today(request.initiative), by=request.person)

    if given := form.takes(write):
        return _shown(request, *given)
    return _asked(request, form, _("Give a personal link"))


@asks(may_coordinate)
@require_http_methods(WRITES)
def ask_in(request: Request) -> HttpResponse:
    """An invitation."""
    found = places(request.initiative)
    form = InvitationForm(request.POST or None, offered=places_to_choose(found))

    def write() -> Given:
        typed = form.cleaned_data
        about = found[typed["about"]][1] if typed["about"] else None
        return invite(request.initiative, InvitationEntry(typed["name"], typed["email"], Role(typed["role"]), about), by=request.person)

    if given := form.takes(write):
        return _shown(request, *given)
    return _asked(request, form, _("Invite somebody"))


@asks(may_coordinate)
@require_http_methods(WRITES)
def renew(request: Request, public_id: UUID) -> HttpResponse:
    """Another address, for the same thing; the former one is closed. An invitation lasts three days again."""
    link = _link(request, public_id)
    if link.purpose == LinkPurpose.INVITE:
        return _invited_again(request, link)
    form = RenewForm(request.POST or None, initial={"ends_on": today(request.initiative) + USUAL})
    if given := form.takes(lambda: renew_link(link, ends_on=form.cleaned_data["ends_on"], on=today(request.initiative), by=request.person)):
        return _shown(request, *given)
    return _asked(request, form, _("Renew the link of %(person)s") % {"person": link.person})


@asks(may_coordinate)
@require_POST
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    withdraw_link(_link(request, public_id), by=request.person)
    messages.success(request, _("The link opens nothing any more."))
    return redirect("people")


@asks(may_coordinate)
@require_POST
def take_over(request: Request, public_id: UUID) -> HttpResponse:
    take_link_over(_link(request, public_id), by=request.person)
    messages.success(request, _("The link stands by you from now on."))
    return redirect("people")


@asks(may_coordinate)
@require_POST
def send_link(request: Request, public_id: UUID) -> HttpResponse:
    """By mail, from here, because somebody pressed the button: the page that showed the address gives it back."""
    link = _link(request, public_id)
    token = request.POST.get("token", "")
    if digest_of(token) != link.digest or not link.sent_to:
        messages.warning(request, _("This address cannot be sent any more: renew the link, then send it."))
        return redirect("people")
    message = message_of(link, request.initiative, _address(request, token))
    try:
        count_sending(link, by=request.person)
    except TooMany as refusal:
        return _shown(request, link, token, refusal.sentence)
    if not send(link.sent_to, message.subject, message.body, kind="link"):
        return _shown(request, link, token, _("The mail did not leave: copy the message, or try again in a while."))
    note_sending(link, link.sent_to, by=request.person)
    messages.success(request, _("Sent to %(address)s.") % {"address": link.sent_to})
    return redirect("people")


def _known(request: Request) -> list[tuple[str, str]]:
    """Those of the name that was typed. Of a form that was taken already nothing is asked: it is refused for that."""
    if request.method != "POST" or _was_taken(request.POST.get("key", "")):
        return []
    return known_to_choose(request.initiative, namesakes(request.initiative, request.POST.get("name", "")))


def _was_taken(key: str) -> bool:
    try:
        return PersonalLink.objects.filter(public_id=UUID(key)).exists()
    except ValueError:
        return False


def _invited_again(request: Request, link: PersonalLink) -> HttpResponse:
    if request.method != "POST":
        return _asked(request, None, _("Invite %(person)s again") % {"person": link.detail["name"]})
    about = next((one for _label, one in places(request.initiative).values() if one.public_id == link.subject_id), None)
    entry = InvitationEntry(link.detail["name"], link.sent_to, Role(link.detail["role"]), about)
    return _shown(request, *invite(request.initiative, entry, by=request.person))


def _link(request: Request, public_id: UUID) -> PersonalLink:
    known = PersonalLink.objects.of(request.initiative.public_id).exclude(purpose=LinkPurpose.FOLLOW).select_related("person", "given_by")
    link: PersonalLink = get_object_or_404(known, public_id=public_id)
    return link


def _address(request: Request, token: str) -> str:
    """Short in an instance, where it is copied by hand; on one's own machine, that of the page."""
    return request.build_absolute_uri(root_address("short-link", token) if settings.INSTANCE else reverse("link", args=[token]))


def _asked(request: Request, form: LinkForm | InvitationForm | RenewForm | None, title: str) -> HttpResponse:
    return render(request, "people/give.html", {"form": form, "title": title}, status=FAULTY if form and form.is_bound else 200)


def _shown(request: Request, link: PersonalLink, token: str, refused: str = "") -> HttpResponse:
    """Once: nothing keeps the token but this page, which comes back when the link could not be sent."""
    address = _address(request, token)
    told = {"link": link, "token": token, "address": address, "message": message_of(link, request.initiative, address)}
    page = render(request, "people/given.html", {**told, "refused": refused}, status=CONFLICT if refused else 200)
    return private(page)  # type: ignore[return-value]  # what is private is still a page
