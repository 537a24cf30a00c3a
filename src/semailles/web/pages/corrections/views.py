"""All that people corrected on the map, the latest first; each gesture can be undone, and says why when it cannot."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.actions import undo_correction, undo_last_correction
from semailles.convergence.models import Correction, Family
from semailles.core.errors import Refusal
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT
from semailles.web.layout.ids import uuid_of
from semailles.web.layout.links import to_family
from semailles.web.layout.request import Request
from semailles.web.pages.corrections.lines import corrections_of, lines
from semailles.workshop.rules import may_read_workspace, may_shape

PER_PAGE = 50


@asks(may_read_workspace)
@require_safe
def list_corrections(request: Request) -> HttpResponse:
    return _shown(request, request.GET.get("page"))


@asks(may_shape)
@require_POST
def undo(request: Request, public_id: UUID) -> HttpResponse:
    """One correction, whole. Asked from the page of a convergence, one reads on there."""
    correction = get_object_or_404(corrections_of(request.initiative), public_id=public_id)
    try:
        undo_correction(correction, by=request.person)
    except Refusal as refusal:
        later = Correction.objects.of(request.initiative).filter(pk__gt=correction.pk).count()
        return _shown(request, 1 + later // PER_PAGE, {str(public_id): refusal.sentence}, status=CONFLICT)
    _undone(request)
    family = Family.objects.of(request.initiative).current().filter(public_id=uuid_of(request.POST.get("retour", ""))).first()
    return redirect(f"{to_family(family)}#corrections") if family else redirect("corrections")


@asks(may_shape)
@require_POST
def undo_last(request: Request) -> HttpResponse:
    try:
        undo_last_correction(request.initiative, by=request.person)
    except Refusal as refusal:
        return _shown(request, 1, {"": refusal.sentence}, status=CONFLICT)
    _undone(request)
    return redirect("corrections")


def _undone(request: Request) -> None:
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, _("Undone: these ideas stand as they did before that gesture."))


def _shown(request: Request, number: str | int | None, refused: dict[str, str] | None = None, *, status: int = 200) -> HttpResponse:
    rows = corrections_of(request.initiative)
    page = Paginator(rows, PER_PAGE).get_page(number)
    told = refused or {}
    around = {
        "page": page,
        "lines": lines(page, refused=told),
        "standing": rows.standing().count(),
        "refused": told.get("", ""),
        "may_decide": may_shape(request.person, request.initiative),
    }
    return render(request, "corrections/page.html", around, status=status)
