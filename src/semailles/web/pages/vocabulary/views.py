"""Words that mean the same here: confirmed by people, suggested by the documents, withdrawn with a reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.actions import confirm_equivalence, withdraw_equivalence
from semailles.convergence.models import Equivalence
from semailles.convergence.queries.vocabulary import Suggestion, equivalences, suggestions
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.links import passage_address
from semailles.web.layout.request import Request
from semailles.web.pages.vocabulary.forms import EquivalenceForm, WithdrawForm
from semailles.workshop.rules import may_read_workspace, may_shape


@asks(may_read_workspace)
@require_safe
def show(request: Request) -> HttpResponse:
    return _shown(request)


@asks(may_shape)
@require_POST
def confirm(request: Request) -> HttpResponse:
    form = EquivalenceForm(request.POST)
    typed = form.takes(
        lambda: confirm_equivalence(request.initiative, form.cleaned_data["said"], form.cleaned_data["forms"], by=request.person)
    )
    if typed is None:
        return _shown(request, form=form, status=FAULTY)
    messages.success(request, _("« %(word)s » is known: the next computation will hear these words as one.") % {"word": typed.said})
    return redirect("vocabulary")


@asks(may_shape)
@require_POST
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    one = get_object_or_404(Equivalence.objects.of(request.initiative).select_related("initiative"), public_id=public_id)
    form = WithdrawForm(request.POST, key=str(public_id))
    if form.takes(lambda: withdraw_equivalence(one, form.cleaned_data["reason"], by=request.person) or one) is None:
        return _shown(request, withdrawing=form, refused=one, status=FAULTY)
    messages.success(request, _("« %(word)s » is withdrawn: these words are heard apart again.") % {"word": one.said})
    return redirect("vocabulary")


def _shown(
    request: Request,
    *,
    form: EquivalenceForm | None = None,
    withdrawing: WithdrawForm | None = None,
    refused: Equivalence | None = None,
    status: int = 200,
) -> HttpResponse:
    known = equivalences(request.initiative)
    around: dict[str, Any] = {
        "form": form or EquivalenceForm(),
        "standing": [(one, withdrawing if one == refused else WithdrawForm(key=str(one.public_id))) for one in known if one.is_standing],
        "withdrawn": [one for one in known if not one.is_standing],
        "gone": withdrawing if refused and not refused.is_standing else None,
        "suggestions": [(one, _address(one)) for one in suggestions(request.initiative, known)],
        "may_decide": may_shape(request.person, request.initiative),
    }
    return render(request, "vocabulary/page.html", around, status=status)


def _address(suggestion: Suggestion) -> str:
    passage = suggestion.passage
    return passage_address(passage.version.document.public_id, passage.rank, suggestion.words)
