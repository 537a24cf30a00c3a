"""« My drafts »: what one has typed and not sent; kept as one types, taken up, given up."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.core.drafts.actions import forget_draft, keep_draft
from semailles.core.drafts.queries import draft_of, drafts_of
from semailles.core.drafts.words import Typed, spoken
from semailles.core.errors import Refusal
from semailles.core.models import FormDraft, Person
from semailles.web.layout.access import asks, asks_at_root, signed_in
from semailles.web.layout.drafts import again, say_taken, typed_in
from semailles.web.layout.request import Request
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read


def may_read_own(person: Person, initiative: Initiative) -> bool:
    """Whoever reads an initiative finds there what they wrote themselves: no word of it is masked for them."""
    return may_read(person, initiative)


@dataclass(frozen=True, slots=True)
class Waiting:
    draft: FormDraft
    words: list[str]
    url: str


@asks(may_read_own)
@asks_at_root(signed_in)
@require_safe
def show_drafts(request: Request) -> HttpResponse:
    """Nobody but their writer sees them."""
    waiting = [Waiting(draft, spoken(draft.fields), again(draft)) for draft in drafts_of(request.person)]
    return render(request, "drafts/page.html", {"waiting": waiting})


@asks(may_read_own)
@asks_at_root(signed_in)
@require_POST
def keep(request: Request) -> HttpResponse:
    """As one types, by script; or by the button of the form."""
    typed = typed_in(request)
    if typed is None:
        raise Http404
    if request.htmx:
        return _kept_quietly(request, typed)
    draft = keep_draft(typed, by=request.person)
    messages.success(request, _("The draft is kept. Nobody else sees it."))
    return HttpResponseRedirect(again(draft))


@asks(may_read_own)
@asks_at_root(signed_in)
@require_POST
def forget(request: Request, key: UUID) -> HttpResponse:
    draft = draft_of(request.person, key)
    if draft is None:
        raise Http404
    forget_draft(draft, by=request.person)
    messages.success(request, _("The draft « %(draft)s » is set aside for good.") % {"draft": draft})
    response = HttpResponseRedirect(reverse("drafts"))
    say_taken(response, key)
    return response


def _kept_quietly(request: Request, typed: Typed) -> HttpResponse:
    try:
        draft = keep_draft(typed, by=request.person)
    except Refusal as refusal:
        return render(request, "drafts/_kept.html", {"sentence": refusal.sentence})
    response = render(request, "drafts/_kept.html", {"draft": draft})
    response["Draft"] = str(draft.key)
    return response
