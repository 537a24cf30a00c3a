"""What may clash: pairs of ideas side by side, each with its reason, to be checked by people. For those who coordinate alone."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.actions import judge_tension, unjudge_tension
from semailles.convergence.enums import Judgement
from semailles.convergence.models import Tension
from semailles.convergence.queries.relations import Facing, Quoted, facing
from semailles.core.search import Piece
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.complements.judging import Gestures, Refused, judged, quote, suggestions
from semailles.web.pages.tensions import sentences
from semailles.workshop.rules import may_shape


@dataclass(frozen=True, slots=True)
class Line:
    """Two ideas as the page sets them: the words that seem to clash are marked in their quotes."""

    facing: Facing
    title: str
    reason: str
    sides: tuple[tuple[Quoted, list[Piece]], ...]


@asks(may_shape)
@require_safe
def list_tensions(request: Request) -> HttpResponse:
    return _shown(request)


@asks(may_shape)
@require_POST
def judge(request: Request, public_id: UUID) -> HttpResponse:
    tension = get_object_or_404(Tension.objects.of(request.initiative).select_related("first__team", "second__team"), public_id=public_id)
    gestures = Gestures(judge_tension, unjudge_tension, _("This pair is to be checked again."))
    if refused := judged(request, tension, gestures):
        return _shown(request, refused)
    return redirect(f"{reverse('tensions')}#t-{public_id}")


def _shown(request: Request, refused: Refused | None = None) -> HttpResponse:
    lines = [_line(one, request.initiative.lang) for one in facing(request.initiative)]
    by_state = {state: [line for line in lines if line.facing.tension.state == state] for state in Judgement}
    context = {
        "lede": sentences.overview(len(by_state[Judgement.TO_CHECK]), len(by_state[Judgement.REAL])),
        "lines": [*by_state[Judgement.TO_CHECK], *by_state[Judgement.REAL]],
        "left_out": by_state[Judgement.NOT_ONE],
        "may_judge": True,
    }
    return suggestions(request, "tensions/page.html", context, refused)


def _line(found: Facing, lang: str) -> Line:
    both = zip((found.first, found.second), found.tension.said, strict=True)
    sides = tuple((one, quote(one, said.split(), lang)) for one, said in both)
    return Line(found, sentences.title(found), sentences.reason(found), sides)
