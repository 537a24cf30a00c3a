"""Who works here, with which role; the links that were given, to whom, for what."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.core.enums import LinkPurpose
from semailles.core.errors import Refusal
from semailles.core.models import Person, PersonalLink
from semailles.projects.actions import end_holding
from semailles.projects.members import Member, member_of, members_of
from semailles.projects.models import Holding
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.people.forms import RoleForm
from semailles.workshop.actions.roles import end_role, give_role
from semailles.workshop.enums import Role
from semailles.workshop.linked import LinkState, last_day, orphan_links, state_of
from semailles.workshop.models import Initiative
from semailles.workshop.rules import forget_roles, may_coordinate

STATES = {LinkState.SIGNED: "yes", LinkState.SERVED: "yes", LinkState.OPENED: "half", LinkState.DECLINED: "no", LinkState.DISOWNED: "no"}
MOST_PAST = 50  # of the links that no longer open, the latest


@dataclass(frozen=True, slots=True)
class Line:
    """A link, as the page shows it. `look`: how its state is drawn; an orphan's giver no longer coordinates."""

    link: PersonalLink
    state: LinkState
    is_standing: bool
    is_orphan: bool

    @property
    def look(self) -> str:
        return STATES.get(self.state, "")

    @property
    def name(self) -> str:
        return str(self.link.person or self.link.detail.get("name", ""))

    @property
    def until(self) -> object:
        return last_day(self.link)

    @property
    def since(self) -> datetime | None:
        """When it was answered, or opened, as far as it was."""
        return self.link.used_at or self.link.opened_at

    @property
    def is_invitation(self) -> bool:
        return self.link.purpose == LinkPurpose.INVITE

    @property
    def role(self) -> str:
        return str(Role(self.link.detail["role"]).label) if self.is_invitation else ""


@asks(may_coordinate)
@require_safe
def list_people(request: Request) -> HttpResponse:
    members = members_of(request.initiative)
    lines = _lines(request.initiative, {member.person.pk for member in members if Role.COORDINATOR in member.roles})
    standing, past = [one for one in lines if one.is_standing], [one for one in lines if not one.is_standing]
    told = {"members": members, "standing": standing, "open": sum(not one.is_orphan for one in standing), "past": past[:MOST_PAST]}
    return render(request, "people/page.html", told)


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def show_member(request: Request, public_id: UUID) -> HttpResponse:
    """Their roles: given here, and ended by the buttons beside them."""
    member = _member(request, public_id)
    form = RoleForm(request.POST or None)
    if form.takes(lambda: give_role(request.initiative, member.person, Role(form.cleaned_data["role"]), by=request.person)):
        messages.success(request, _("The role is given."))
        return redirect("member", public_id)
    return render(request, "people/member.html", {"member": member, "form": form}, status=FAULTY if form.is_bound else 200)


@asks(may_coordinate)
@require_POST
def end(request: Request, public_id: UUID) -> HttpResponse:
    """One role, or one project that is held."""
    member = _member(request, public_id)
    try:
        _ended(request, member)
    except Refusal as refusal:
        messages.warning(request, refusal.sentence)
        return redirect("member", public_id)
    messages.success(request, _("Ended. What they wrote stays."))
    _say_what_fell(request, member)
    forget_roles(request.person)  # it may have been one's own
    if not may_coordinate(request.person, request.initiative):
        return redirect("dashboard")
    return redirect("member", public_id) if member_of(request.initiative, member.person) else redirect("people")


def _say_what_fell(request: Request, member: Member) -> None:
    count = sum(link.given_by == member.person for link in orphan_links(request.initiative, timezone.now()))
    if count:
        said = ngettext(
            "%(n)d link that they gave opens nothing any more: take it over from the list of people, or leave it so.",
            "%(n)d links that they gave open nothing any more: take them over from the list of people, or leave them so.",
            count,
        )
        messages.warning(request, said % {"n": count})


def _ended(request: Request, member: Member) -> None:
    asked = request.POST.get("role", ""), request.POST.get("project", "")
    if asked[0] in {str(role) for role in member.roles}:
        end_role(request.initiative, member.person, Role(asked[0]), by=request.person)
        return
    holding = next((one for one in member.holdings if str(one.project.number) == asked[1]), None)
    if holding is None:
        raise Http404
    end_holding(Holding.objects.of(request.initiative).get(pk=holding.pk), on=today(request.initiative), by=request.person)


def _member(request: Request, public_id: UUID) -> Member:
    person = Person.objects.filter(public_id=public_id).first()
    member = member_of(request.initiative, person) if person else None
    if member is None:
        raise Http404
    return member


def _lines(initiative: Initiative, coordinators: set[int]) -> list[Line]:
    """The latest first; those by which contributors follow their idea are theirs alone."""
    now = timezone.now()
    links = PersonalLink.objects.of(initiative.public_id).exclude(purpose=LinkPurpose.FOLLOW).select_related("person", "given_by")
    return [_line(link, now, given_by_coordinator=link.given_by_id in coordinators) for link in links]


def _line(link: PersonalLink, now: datetime, *, given_by_coordinator: bool) -> Line:
    stands = link.is_standing(now)
    return Line(link, state_of(link, now), stands, is_orphan=stands and not given_by_coordinator)
