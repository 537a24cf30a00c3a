"""What a person says of a suggestion, a chain or a tension: the form that a list shows beside each, and what it answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from semailles.convergence.enums import Judgement
from semailles.convergence.queries.evidence import marked
from semailles.convergence.queries.relations import Quoted
from semailles.core.errors import Refusal
from semailles.core.search import Piece
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that came back: beside which row, with which sentence, and what was typed."""

    public_id: UUID
    sentence: str
    typed: str


@dataclass(frozen=True, slots=True)
class Gestures:
    """How a kind of row is judged, how that is taken back, and the sentence said then."""

    judge: Callable[..., object]
    unjudge: Callable[..., object]
    taken_back: str


def judged(request: Request, row: Any, gestures: Gestures) -> Refused | None:
    """What the form says of a chain or a tension; the form itself when a rule refuses it."""
    state, reason = request.POST.get("avis", ""), request.POST.get("motif", "")
    if state not in Judgement.values:
        raise Http404
    try:
        messages.success(request, _said(request, row, gestures, Judgement(state), reason))
    except Refusal as refusal:
        return Refused(row.public_id, refusal.sentence, reason)
    return None


def _said(request: Request, row: Any, gestures: Gestures, state: Judgement, reason: str) -> str:
    if state == Judgement.TO_CHECK:
        gestures.unjudge(row, by=request.person)
        return gestures.taken_back
    gestures.judge(row, state, reason, by=request.person)
    return _("Said, with its reason: a later computation does not undo it.")


def suggestions(request: Request, template: str, around: dict[str, Any], refused: Refused | None) -> HttpResponse:
    return render(request, template, around | {"refused": refused}, status=FAULTY if refused else 200)


def quote(quoted: Quoted, words: Iterable[str], lang: str) -> list[Piece]:
    return marked(quoted.source.quote if quoted.source else quoted.idea.text, words, quoted.idea.lang or lang)
