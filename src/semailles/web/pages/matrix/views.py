from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from semailles.convergence.queries.families import UNPLACED, Asked, convergences, reaches
from semailles.convergence.queries.matrix import cell_ideas, first_by_team, matrix, placed_ideas, untranslated
from semailles.intake.queries.ideas import places_of
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.matrix.chosen import Chosen, Column
from semailles.web.pages.matrix.sentences import overview
from semailles.workshop.models import Initiative, Theme
from semailles.workshop.queries import lettered_teams
from semailles.workshop.rules import may_read

IN_PANEL, IN_COLUMN = 8, 5
Context = dict[str, Any]


@asks(may_read)
@require_safe
def show_matrix(request: Request) -> HttpResponse:
    """The whole page; only the side panel when htmx asks for a cell."""
    chosen = _chosen(request)
    if chosen and chosen.team and request.htmx and not request.htmx.history_restore_request:
        response = render(request, "matrix/_panel.html", _panel(request, chosen))
    else:
        seen = matrix(request.initiative)
        around = {"matrix": seen, "lede": overview(seen), "chosen": chosen, "untranslated": untranslated(request.initiative)}
        response = render(request, "matrix/page.html", around | _opened(request, chosen))
    patch_vary_headers(response, ["HX-Request"])
    return response


def _chosen(request: Request) -> Chosen | None:
    """The cell, or the row, that the address asks for."""
    asked = request.GET.get("theme", "")
    if not asked:
        return None
    team = lettered_teams(request.initiative).get(request.GET.get("equipe", ""))
    if asked == UNPLACED:
        return Chosen(None, team)
    try:
        public_id = UUID(asked)
    except ValueError:
        raise Http404 from None
    return Chosen(get_object_or_404(Theme.objects.of(request.initiative), public_id=public_id), team)


def _opened(request: Request, chosen: Chosen | None) -> Context:
    if chosen is None:
        return {}
    return _panel(request, chosen) if chosen.team else {"columns": _columns(request.initiative, chosen)}


def _panel(request: Request, chosen: Chosen) -> Context:
    """The quotes of one cell, and the strongest convergence that they take part in."""
    initiative, letter = request.initiative, chosen.letter
    page = Paginator(cell_ideas(initiative, chosen.theme, letter), IN_PANEL).get_page(request.GET.get("page"))
    sources = places_of(initiative, [idea.pk for idea in page])
    theme = chosen.theme.public_id if chosen.theme else UNPLACED
    strongest = convergences(initiative, (), Asked(theme=theme, teams=(letter,))).first()
    others = [one for one in reaches(initiative, [strongest])[strongest.pk].letters if one != letter] if strongest else []
    quoted = [(idea, sources.get(idea.pk)) for idea in page]
    return {"chosen": chosen, "page": page, "quoted": quoted, "strongest": strongest, "others": others}


def _columns(initiative: Initiative, chosen: Chosen) -> list[Column]:
    """Every team side by side on one theme: its first quotes."""
    first = first_by_team(placed_ideas(initiative, chosen.theme), IN_COLUMN)
    sources = places_of(initiative, [idea.pk for ideas in first.values() for idea in ideas])
    return [
        Column(team, tuple((idea, sources.get(idea.pk)) for idea in first.get(letter, ())))
        for letter, team in lettered_teams(initiative).items()
    ]
