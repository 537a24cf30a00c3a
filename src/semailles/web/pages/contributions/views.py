"""What the public proposed, read one after the other: kept, found again, refused with a word, or put apart in one gesture."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.queries.nearest import nearest_to_words
from semailles.core.errors import Refusal
from semailles.intake.actions.sorting_contributions import (
    forget_contributor,
    join_contribution,
    keep_contribution,
    mark_unwanted,
    refuse_contributions,
    take_up_contribution,
)
from semailles.intake.enums import ContributionState
from semailles.intake.models import Contribution
from semailles.intake.queries.contributions import contributions_by_id, count_by_state, proposed
from semailles.intake.queries.sorting import idea_called, ideas_by_id
from semailles.intake.rules import may_sort_contributions
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT
from semailles.web.layout.ids import uuid_of
from semailles.web.layout.request import Request
from semailles.workshop.errors import ReasonMissing

PER_PAGE = 20
WAITING = ContributionState.WAITING.value
Rows = Sequence[Contribution]


@asks(may_sort_contributions)
@require_safe
def show(request: Request) -> HttpResponse:
    return _shown(request, request.GET.get("etat", ""))


@asks(may_sort_contributions)
@require_POST
def decide(request: Request) -> HttpResponse:
    ids = [found for typed in request.POST.getlist("contributions")[:PER_PAGE] if (found := uuid_of(typed))]
    rows, gesture = contributions_by_id(request.initiative, ids), request.POST.get("gesture", "")
    if gesture not in GESTURES or not rows:
        raise Http404
    try:
        said = GESTURES[gesture](request, rows)
    except Refusal as refusal:
        return _shown(request, WAITING, refused=refusal.sentence, at=ids[0], status=CONFLICT)
    messages.success(request, said)
    state = request.POST.get("etat", "")
    return redirect(f"{reverse('contributions')}?etat={state}" if state in ContributionState.values else "contributions")


def _keep(request: Request, rows: Rows) -> str:
    for row in rows:
        keep_contribution(row, by=request.person)
    ask_to_gather(request.initiative, by=request.person)
    return ngettext("Kept: it is an idea of the public now.", "Kept: %(n)d ideas of the public.", len(rows)) % {"n": len(rows)}


def _join(request: Request, rows: Rows) -> str:
    mark, chosen = request.POST.get("mark", "").strip(), uuid_of(request.POST.get("of", ""))
    same = idea_called(request.initiative, mark) if mark else next(iter(ideas_by_id(request.initiative, [chosen] if chosen else [])), None)
    if same is None:
        sentence = _("No idea bears the mark « %(mark)s ».") % {"mark": mark} if mark else _("Choose the idea that says the same thing.")
        raise ReasonMissing(sentence)
    for row in rows:
        join_contribution(row, of=same, by=request.person)
    ask_to_gather(request.initiative, by=request.person)
    return _("Duplicate of « %(of)s »: the public says it too.") % {"of": same.merged_into or same}


def _refuse(request: Request, rows: Rows) -> str:
    refused = len(refuse_contributions(rows, request.POST.get("reason", ""), by=request.person))
    return ngettext("Not kept; whoever proposed it reads why.", "%(n)d are not kept; whoever proposed them reads why.", refused) % {
        "n": refused
    }


def _unwanted(request: Request, rows: Rows) -> str:
    apart = len(mark_unwanted(rows, by=request.person))
    return ngettext("Put apart as unwanted.", "%(n)d put apart as unwanted.", apart) % {"n": apart}


def _again(request: Request, rows: Rows) -> str:
    for row in rows:
        take_up_contribution(row, by=request.person)
    return _("To be read again.")


def _forget(request: Request, rows: Rows) -> str:
    for row in rows:
        forget_contributor(row, by=request.person)
    return _("The name is erased; the idea stays.")


GESTURES: dict[str, Callable[[Request, Rows], str]] = {
    "keep": _keep,
    "join": _join,
    "refuse": _refuse,
    "unwanted": _unwanted,
    "again": _again,
    "forget": _forget,
}


def _shown(request: Request, state: str, *, refused: str = "", at: UUID | None = None, status: int = 200) -> HttpResponse:
    state = state if state in ContributionState.values else WAITING
    page = Paginator(proposed(request.initiative, state), PER_PAGE).get_page(request.GET.get("page"))
    said = {str(row.public_id): f"{row.title} {row.text}" for row in page} if state == WAITING else {}
    near = nearest_to_words(request.initiative, said) if said else {}
    counts = count_by_state(request.initiative)
    around = {
        "page": page,
        "lines": [(row, near.get(str(row.public_id), [])) for row in page],
        "state": state,
        "states": [(one.value, one.label, counts[one.value]) for one in ContributionState if counts[one.value] or one == state],
        "refused": refused,
        "at": at,
    }
    return render(request, "contributions/page.html", around, status=status)
