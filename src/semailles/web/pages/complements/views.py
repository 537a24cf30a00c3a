"""How the teams complete each other: chains, each with its reason, its drawing and its quotes."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.actions import judge_chain, unjudge_chain
from semailles.convergence.enums import Judgement
from semailles.convergence.models import Chain
from semailles.convergence.queries.relations import Joined, Quoted, Told, chains
from semailles.core.search import Piece
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.complements import sentences
from semailles.web.pages.complements.drawing import Drawing, drawing
from semailles.web.pages.complements.judging import Gestures, Refused, judged, quote, suggestions
from semailles.workshop.rules import may_read, may_shape

FIRST_TIES = 2  # shown at once; the others open


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ideas that join, with what they share marked in their quotes."""

    sentence: str
    words: tuple[str, ...]
    sides: tuple[tuple[Quoted, list[Piece]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A step of the table, by team."""

    number: int
    says: str
    cells: tuple[tuple[Quoted, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A chain as the page tells it."""

    told: Told
    reason: str
    drawing: Drawing
    rows: tuple[Row, ...]
    first: tuple[Pair, ...]
    others: tuple[Pair, ...]


@asks(may_read)
@require_safe
def list_complements(request: Request) -> HttpResponse:
    return _shown(request)


@asks(may_shape)
@require_POST
def judge(request: Request, public_id: UUID) -> HttpResponse:
    chain = get_object_or_404(Chain.objects.of(request.initiative), public_id=public_id)
    gestures = Gestures(judge_chain, unjudge_chain, _("This chain is to be checked again."))
    if refused := judged(request, chain, gestures):
        return _shown(request, refused)
    return redirect(f"{reverse('complements')}#c-{public_id}")


def _shown(request: Request, refused: Refused | None = None) -> HttpResponse:
    told = chains(request.initiative, lang=(get_language() or "fr")[:2])
    lines = [_line(one, request.initiative.lang) for one in told]
    context = {
        "lede": sentences.overview([one for one in told if one.chain.state != Judgement.NOT_ONE]),
        "lines": [line for line in lines if line.told.chain.state != Judgement.NOT_ONE],
        "left_out": [line for line in lines if line.told.chain.state == Judgement.NOT_ONE],
        "may_judge": may_shape(request.person, request.initiative),
    }
    return suggestions(request, "complements/page.html", context, refused)


def _line(told: Told, lang: str) -> Line:
    pairs = tuple(_pair(joined, lang) for joined in told.ties)
    rows = tuple(
        Row(number, place.says, tuple(tuple(one for one in place.said if one.letter == letter) for letter in told.letters))
        for number, place in enumerate(told.places, start=1)
    )
    return Line(told, sentences.reason(told), drawing(told), rows, pairs[:FIRST_TIES], pairs[FIRST_TIES:])


def _pair(joined: Joined, lang: str) -> Pair:
    sides = tuple((one, quote(one, joined.words, lang)) for one in (joined.first, joined.second))
    return Pair(sentences.tie(joined), joined.words, sides)
