"""Correcting one convergence: each gesture is a form of its page; what is refused is said there, with all that was typed."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from semailles.convergence.models import Family
from semailles.intake.models import Idea
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.links import to_family
from semailles.web.layout.request import Request
from semailles.web.pages.convergences import gestures
from semailles.web.pages.convergences.explaining import explained
from semailles.web.pages.convergences.gestures import Gestures
from semailles.workshop.rules import may_shape

Perform = Callable[[Gestures, Family, Request], str]


@asks(may_shape)
@require_POST
def correct(request: Request, public_id: UUID) -> HttpResponse:
    """A gesture on the ideas that are ticked."""
    return _answered(request, public_id, "ideas", lambda forms, _, asked: gestures.correct(forms.ideas, by=asked.person))


@asks(may_shape)
@require_POST
def describe(request: Request, public_id: UUID) -> HttpResponse:
    return _answered(
        request, public_id, "describe", lambda forms, family, asked: gestures.describe(forms.describe, family, by=asked.person)
    )


@asks(may_shape)
@require_POST
def merge(request: Request, public_id: UUID) -> HttpResponse:
    return _answered(request, public_id, "merge", lambda forms, family, asked: gestures.merge(forms.merge, family, by=asked.person))


@asks(may_shape)
@require_POST
def settle(request: Request, public_id: UUID) -> HttpResponse:
    """Validate it, or open it again."""
    return _answered(request, public_id, "state", lambda forms, family, asked: gestures.settle(forms.state, family, by=asked.person))


def found_family(request: Request, public_id: UUID) -> Family:
    known = Family.objects.of(request.initiative).select_related("theme", "medoid", "initiative", "validated_by")
    found: Family = get_object_or_404(known, public_id=public_id)
    return found


def shown(request: Request, family: Family, forms: Gestures | None = None, *, status: int = 200) -> HttpResponse:
    """The page of a convergence. `forms`: those that were sent."""
    may_decide = may_shape(request.person, request.initiative)
    around = explained(family)
    if may_decide:
        ideas = [one.idea for one in around["evidence"].said]
        forms = forms or gestures.gestures(family, ideas, ticked=request.GET.get("idee", ""))
        around |= {"gestures": forms, "ticks": gestures.ticks(forms.ideas, around["evidence"].said)}
    return render(request, "convergences/convergence.html", around | {"may_decide": may_decide}, status=status)


def _answered(request: Request, public_id: UUID, name: str, perform: Perform) -> HttpResponse:
    family = found_family(request, public_id)
    ideas = list(Idea.objects.of(request.initiative).voiced().filter(families=family).select_related("team", "initiative"))
    forms = gestures.gestures(family, ideas, sent=request.POST, to=name)
    form: PlainForm = getattr(forms, name)
    said = form.takes(lambda: perform(forms, family, request))
    if said is None:
        return shown(request, family, forms, status=CONFLICT if form.conflict else FAULTY)
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, said)
    return redirect(f"{to_family(_standing(family, ideas))}#corrections")


def _standing(family: Family, ideas: list[Idea]) -> Family:
    """Where to read on: the same convergence, or the one that took its ideas."""
    still: Family = Family.objects.get(pk=family.pk)
    if still.is_current:
        return still
    after = Family.objects.of(family.initiative).current().filter(ideas__in=ideas).order_by("rank", "pk").first()
    return after or still
