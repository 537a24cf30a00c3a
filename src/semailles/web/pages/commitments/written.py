"""What every form about a commitment answers, whoever it is to; the lines that say how many there are."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.workshop.models import Actor
from semailles.workshop.queries import Ladder


def written(request: Request, form: PlainForm, write: Callable[[], str], around: dict[str, Any]) -> HttpResponse:
    """`write` makes what was typed and gives the page to go to; `around`: what the form's page says."""
    if url := form.takes(transaction.atomic(write)):  # an actor named in the form goes with it, or not at all
        messages.success(request, around["said"])
        return redirect(url)
    others = Actor.objects.of(request.initiative).standing().exclude(kind="person")
    known = others.values_list("name", flat=True) if "actor" in form.fields else ()
    status = CONFLICT if form.conflict else FAULTY if form.is_bound else 200
    told = {"form": form, "known_actors": known, "conflict": form.conflict, **around}
    return render(request, "commitments/form.html", told, status=status)


def noted(ladders: Sequence[Ladder[Any, Any]]) -> str:
    """« 2 engagements notés, dont 1 par écrit. »"""
    total, in_writing = len(ladders), sum(one.is_written for one in ladders)
    said = {"total": total, "written": in_writing}
    if not in_writing:
        return (
            ngettext("%(total)d commitment noted, not in writing yet.", "%(total)d commitments noted, none in writing yet.", total) % said
        )
    return ngettext("%(total)d commitment noted, in writing.", "%(total)d commitments noted, %(written)d of them in writing.", total) % said
