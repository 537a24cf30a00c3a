"""What may clash: pairs of ideas side by side, each with its reason, to be checked by people. For those who coordinate alone."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.actions import judge_tension, unjudge_tension
from semailles.convergence.enums import Judgement
from semailles.convergence.models import Tension
from semailles.convergence.queries.evidence import marked
from semailles.convergence.queries.relations import Facing, Quoted, facing
from semailles.core.search import Piece
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.complements.judging import Refused, Verdict, verdict
from semailles.web.pages.tensions import sentences
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.rules import may_coordinate


@dataclass(frozen=True, slots=True)
class Line:
    """Two ideas as the page sets them: the words that seem to clash are marked in their quotes."""

    facing: Facing
    title: str
    reason: str
    sides: tuple[tuple[Quoted, list[Piece]], ...]


@asks(may_coordinate)
@require_safe
def list_tensions(request: Request) -> HttpResponse:
    return _shown(request)


@asks(may_coordinate)
@require_POST
def judge(request: Request, public_id: UUID) -> HttpResponse:
    tension = get_object_or_404(Tension.objects.of(request.initiative).select_related("first__team", "second__team"), public_id=public_id)
    asked = verdict(request)
    try:
        _judged(request, tension, asked)
    except ReasonMissing as missing:
        return _shown(request, Refused(public_id, missing.sentence, asked.reason))
    return redirect(f"{reverse('tensions')}#t-{public_id}")


def _judged(request: Request, tension: Tension, asked: Verdict) -> None:
    if asked.state == Judgement.TO_CHECK:
        unjudge_tension(tension, by=request.person)
        messages.success(request, _("This pair is to be checked again."))
    else:
        judge_tension(tension, asked.state, asked.reason, by=request.person)
        messages.success(request, _("Said, with its reason: a later computation does not undo it."))


def _shown(request: Request, refused: Refused | None = None) -> HttpResponse:
    lines = [_line(one, request.initiative.lang) for one in facing(request.initiative)]
    by_state = {state: [line for line in lines if line.facing.tension.state == state] for state in Judgement}
    context = {
        "lede": sentences.overview(len(by_state[Judgement.TO_CHECK]), len(by_state[Judgement.REAL])),
        "lines": [*by_state[Judgement.TO_CHECK], *by_state[Judgement.REAL]],
        "left_out": by_state[Judgement.NOT_ONE],
        "may_judge": True,
        "refused": refused,
    }
    return render(request, "tensions/page.html", context, status=FAULTY if refused else 200)


def _line(found: Facing, lang: str) -> Line:
    both = zip((found.first, found.second), found.tension.said, strict=True)
    sides = tuple((one, _quote(one, said.split(), lang)) for one, said in both)
    return Line(found, sentences.title(found), sentences.reason(found), sides)


def _quote(quoted: Quoted, words: list[str], lang: str) -> list[Piece]:
    return marked(quoted.source.quote if quoted.source else quoted.idea.text, words, quoted.idea.lang or lang)
