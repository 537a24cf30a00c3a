"""A room sorts together before a projector: one convergence a screen, by keys or by buttons."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.models import Family
from semailles.core.errors import Refusal
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.plenary.gestures import Asked, Decided, decided
from semailles.web.pages.plenary.screens import Session, screen_of, session_of
from semailles.workshop.queries import lettered_teams
from semailles.workshop.rules import may_read, may_shape


@asks(may_read)
@require_safe
def show_start(request: Request) -> HttpResponse:
    session = session_of(request.initiative)
    around = {"session": session, "first": session.waiting_after(0) or next(iter(session.lines), None)}
    return render(request, "plenary/start.html", around | {"teams": lettered_teams(request.initiative)})


@asks(may_read)
@require_safe
def show_screen(request: Request, public_id: UUID) -> HttpResponse:
    return _shown(request, public_id)


@asks(may_shape)
@require_POST
def decide(request: Request, public_id: UUID) -> HttpResponse:
    known = Family.objects.of(request.initiative).select_related("initiative")
    family = get_object_or_404(known, public_id=public_id)
    place = session_of(request.initiative).place(public_id)
    try:
        done = decided(Asked(family, request.POST), by=request.person)
    except Refusal as refusal:
        return _shown(request, public_id, refused=refusal.sentence)
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, done.said)
    return _gone_on(session_of(request.initiative), public_id, place or 0, done)


def _gone_on(session: Session, public_id: UUID, place: int, done: Decided) -> HttpResponse:
    """To the next screen that waits, or back to the same one while it stands."""
    wanted = [done.about, public_id] if not done.goes_on else []
    stands = next((one for one in wanted if one and session.place(one) is not None), None)
    following = session.waiting_after(place + 1) if stands is None else None
    if stands is None and following is None:
        return redirect("plenary")
    return redirect("plenary-screen", public_id=stands or (following.id if following else public_id))


def _shown(request: Request, public_id: UUID, refused: str = "") -> HttpResponse:
    """A group that left the map, or that one team alone tells now, has no screen: the session begins again."""
    session = session_of(request.initiative)
    place = session.place(public_id)
    if place is None:
        get_object_or_404(Family.objects.of(request.initiative), public_id=public_id)
        return redirect("plenary")
    around: dict[str, Any] = {"session": session, "screen": screen_of(session, place), "refused": refused, "mode": "projector"}
    around |= {"teams": lettered_teams(request.initiative), "may_decide": may_shape(request.person, request.initiative)}
    if refused:
        around |= {"typed": request.POST, "ticked": request.POST.getlist("ideas")}
    return render(request, "plenary/page.html", around, status=FAULTY if refused else 200)
