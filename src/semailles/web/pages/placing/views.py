"""« À placer »: ideas of which nobody is sure, where they stand, where they would rather stand and why; one gesture each."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.actions import move_idea, pin_idea
from semailles.convergence.models import Family, FamilyMember
from semailles.convergence.queries.places import Choice, Place, choice, likely_places
from semailles.core.errors import Refusal
from semailles.intake.models import Idea, Source
from semailles.intake.queries.ideas import places_of
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_read_workspace, may_shape

PER_PAGE = 25
HERE, ALONE, ELSEWHERE = "here", "alone", "elsewhere"


@dataclass(frozen=True, slots=True)
class Line:
    """An idea to be placed. `first`: the gesture that is put forward."""

    member: FamilyMember
    source: Source | None
    choice: Choice
    first: str
    refused: str = ""


@asks(may_read_workspace)
@require_safe
def list_doubtful(request: Request) -> HttpResponse:
    return _shown(request)


@asks(may_shape)
@require_POST
def place(request: Request, public_id: UUID) -> HttpResponse:
    """It stays, it goes to the family that is named, or it stands alone."""
    idea = get_object_or_404(Idea.objects.of(request.initiative).select_related("team", "initiative"), public_id=public_id)
    try:
        said = _placed(request, idea)
    except Refusal as refusal:
        return _shown(request, refused={idea.pk: refusal.sentence}, status=CONFLICT)
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, said)
    return redirect("to-place")


def _placed(request: Request, idea: Idea) -> str:
    gesture, reason = request.POST.get("to", ""), request.POST.get("reason", "").strip()
    if gesture == HERE:
        pin_idea(idea, by=request.person, reason=reason)
        return _("« %(idea)s » stays where it stands.") % {"idea": idea.title}
    if gesture == ALONE:
        move_idea(idea, to=None, by=request.person, reason=reason)
        return _("« %(idea)s » now stands apart.") % {"idea": idea.title}
    family = _family(request, gesture)
    move_idea(idea, to=family, by=request.person, reason=reason)
    return _("« %(idea)s » now stands in « %(family)s ».") % {"idea": idea.title, "family": family.title}


def _family(request: Request, typed: str) -> Family:
    try:
        found: Family = get_object_or_404(Family.objects.of(request.initiative).select_related("initiative"), public_id=UUID(typed))
    except ValueError as error:
        raise Http404 from error
    return found


def _shown(request: Request, *, refused: dict[int, str] | None = None, status: int = 200) -> HttpResponse:
    members = FamilyMember.objects.of(request.initiative).doubtful().select_related("family__theme", "idea__team", "initiative")
    members = members.annotate(size=Count("family__members"))
    page = Paginator(members.order_by("confidence", "idea"), PER_PAGE).get_page(request.GET.get("page"))
    around = {
        "page": page,
        "lines": _lines(request, list(page), refused or {}),
        "may_decide": may_shape(request.person, request.initiative),
    }
    return render(request, "placing/page.html", around, status=status)


def _lines(request: Request, members: Sequence[FamilyMember], refused: dict[int, str]) -> list[Line]:
    """In five queries, whatever the ideas."""
    ideas = [member.idea for member in members]
    likely, sources = likely_places(request.initiative, ideas), places_of(request.initiative, [idea.pk for idea in ideas])
    return [_line(member, likely[member.idea_id], sources.get(member.idea_id), refused.get(member.idea_id, "")) for member in members]


def _line(member: FamilyMember, likely: Sequence[Place], source: Source | None, refused: str) -> Line:
    found = choice(likely, member.family)
    return Line(member, source, found, _first(member, found), refused)


def _first(member: FamilyMember, found: Choice) -> str:
    """Elsewhere only when another family is clearly nearer; apart when nothing of its own family is near."""
    if found.is_rather_elsewhere:
        return ELSEWHERE
    is_lone = member.size == 1  # type: ignore[attr-defined]  # annotated by the list
    return HERE if found.is_near_here or is_lone else ALONE
