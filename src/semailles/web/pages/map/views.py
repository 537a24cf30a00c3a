"""A new map, asked for, shown as what it would change, taken or left idea by idea."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.actions import PROPOSING, ask_for_map, close_proposal, leave_change, take_change, take_every_change
from semailles.convergence.errors import DecidedAlready, NothingLeft, ProposalClosed
from semailles.convergence.models import Proposal, ProposedChange
from semailles.core.errors import Refusal
from semailles.core.jobs.queries import latest_job
from semailles.core.models import Person
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT
from semailles.web.layout.ids import uuid_of
from semailles.web.layout.request import Request
from semailles.web.pages.map.standing import asked, diff_of
from semailles.workshop.rules import may_read_workspace, may_shape

UNCHANGED = 204
TAKE, LEAVE = "take", "leave"


@asks(may_read_workspace)
@require_safe
def show(request: Request) -> HttpResponse:
    """The page; asked by htmx, only its moving part, and nothing at all when that did not move."""
    line = asked(latest_job(request.initiative.public_id, PROPOSING))
    if request.htmx and line and line.seen == request.GET.get("vu"):
        return HttpResponse(status=UNCHANGED)
    return _shown(request)


@asks(may_shape)
@require_POST
def ask(request: Request) -> HttpResponse:
    refused = _refusals({"": lambda: ask_for_map(request.initiative, by=request.person)})
    if refused:
        return _shown(request, refused, status=CONFLICT)
    messages.success(request, _("A new map is asked for: it goes on even if you leave this page, and changes nothing by itself."))
    return redirect("map")


@asks(may_shape)
@require_POST
def decide(request: Request) -> HttpResponse:
    """Take or leave one change, all those that go to one family, or all that wait. What cannot be taken any more says why, beside it."""
    perform = {TAKE: _take, LEAVE: _leave}.get(request.POST.get("gesture", ""))
    if refused := _decided_already(request) if perform else {}:
        return _shown(request, refused, status=CONFLICT)
    changes = _changes(request)
    if perform and request.POST.get("all") and not changes:
        return _shown(request, {"": NothingLeft().sentence}, status=CONFLICT)
    if perform is None or not changes:
        messages.info(request, _("Nothing was chosen: nothing has changed."))
        return redirect("map")
    refused = perform(request, changes)
    done = 0 if "" in refused else len(changes) - len(refused)
    if done:
        ask_to_gather(request.initiative, by=request.person)
        messages.success(request, _told(request.POST["gesture"], done))
    return _shown(request, refused, status=CONFLICT) if refused else redirect("map")


@asks(may_shape)
@require_POST
def close(request: Request) -> HttpResponse:
    """What is not decided stays as it stands."""
    if refused := _decided_already(request):
        return _shown(request, refused, status=CONFLICT)
    if proposal := _proposal(request):
        close_proposal(proposal, by=request.person)
        messages.success(request, _("The proposed map is closed: what was not taken stays as it stands."))
    return redirect("map")


def _take(request: Request, changes: Sequence[ProposedChange]) -> dict[str, str]:
    """What was refused, by public id; all of them are one gesture, which is made whole or refused whole, under « »."""
    why = request.POST.get("reason", "").strip()
    if request.POST.get("all"):
        return _refusals({"": lambda: take_every_change(changes[0].proposal, by=request.person, reason=why)})
    return _refusals({str(one.public_id): partial(_take_one, one, by=request.person, reason=why) for one in changes})


def _take_one(change: ProposedChange, *, by: Person, reason: str) -> None:
    """Another may have taken it along, when people tied the two."""
    if ProposedChange.objects.waiting().filter(pk=change.pk).exists():
        take_change(change, by=by, reason=reason)


def _refusals(gestures: Mapping[str, Callable[[], object]]) -> dict[str, str]:
    refused = {}
    for key, gesture in gestures.items():
        try:
            gesture()
        except Refusal as refusal:
            refused[key] = refusal.sentence
    return refused


def _leave(request: Request, changes: Sequence[ProposedChange]) -> dict[str, str]:
    return _refusals({str(one.public_id): partial(leave_change, one, by=request.person) for one in changes})


def _told(gesture: str, count: int) -> str:
    if gesture == TAKE:
        return ngettext("%(n)d change is taken.", "%(n)d changes are taken.", count) % {"n": count}
    return ngettext("%(n)d idea stays where it stands.", "%(n)d ideas stay where they stand.", count) % {"n": count}


def _decided_already(request: Request) -> dict[str, str]:
    """What an older page asks of a proposal that is closed, or of changes decided elsewhere: a sentence beside each, and nothing is done."""
    last, typed = _proposal(request), uuid_of(request.POST.get("proposal", ""))
    named = _named(request)
    asked = [one.proposal for one in named] or ([last] if last else [])
    if (typed and last and typed != last.public_id) or any(not one.is_open for one in asked):
        return {"": ProposalClosed().sentence}
    return {str(one.public_id): DecidedAlready(one.idea).sentence for one in named if not one.is_waiting}


def _named(request: Request) -> list[ProposedChange]:
    keys = [found for typed in request.POST.getlist("changes") if (found := uuid_of(typed))]
    rows = ProposedChange.objects.of(request.initiative).select_related("proposal", "idea").filter(public_id__in=keys)
    return list(rows) if keys else []


def _changes(request: Request) -> list[ProposedChange]:
    """Those named that wait; with « all », every one that waits."""
    waiting = ProposedChange.objects.of(request.initiative).filter(proposal=_proposal(request)).waiting()
    rows = waiting.select_related("initiative", "proposal", "idea__initiative", "from_family", "to_family").order_by("rank")
    if request.POST.get("all"):
        return list(rows)
    return list(rows.filter(public_id__in=[found for typed in request.POST.getlist("changes") if (found := uuid_of(typed))]))


def _proposal(request: Request) -> Proposal | None:
    """The last one."""
    found: Proposal | None = Proposal.objects.of(request.initiative).select_related("by", "initiative").order_by("-pk").first()
    return found


def _shown(request: Request, refused: dict[str, str] | None = None, *, status: int = 200) -> HttpResponse:
    line = asked(latest_job(request.initiative.public_id, PROPOSING))
    around = {
        "job": line,
        "diff": diff_of(request.initiative, _proposal(request), refused or {}),
        "refused": (refused or {}).get("", ""),
        "may_decide": may_shape(request.person, request.initiative),
    }
    name = "map/_moving.html" if request.htmx else "map/page.html"
    response = render(request, name, around, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
