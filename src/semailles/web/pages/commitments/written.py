"""What every form about a commitment answers, whoever it is to; the lines that say how many there are."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from semailles.core.errors import Refusal
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.workshop.models import Actor
from semailles.workshop.queries import Ladder


def written(request: Request, form: PlainForm, write: Callable[[], str], around: dict[str, Any]) -> HttpResponse:
    """`write` makes what was typed and gives the page to go to; `around`: what the form's page says."""
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():  # an actor named in the form goes with it, or not at all
                url = write()
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, around["said"])
            return redirect(url)
    others = Actor.objects.of(request.initiative).standing().exclude(kind="person")
    known = others.values_list("name", flat=True) if "actor" in form.fields else ()
    status = FAULTY if form.is_bound else 200
    return render(request, "commitments/form.html", {"form": form, "known_actors": known, **around}, status=status)


def noted(ladders: Sequence[Ladder[Any, Any]]) -> str:
    """« 2 engagements notés, dont 1 par écrit. »"""
    total, in_writing = len(ladders), sum(one.is_written for one in ladders)
    said = {"total": total, "written": in_writing}
    if not in_writing:
        return (
            ngettext("%(total)d commitment noted, not in writing yet.", "%(total)d commitments noted, none in writing yet.", total) % said
        )
    return ngettext("%(total)d commitment noted, in writing.", "%(total)d commitments noted, %(written)d of them in writing.", total) % said
