from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.convergence.models import Family
from semailles.convergence.queries import families
from semailles.convergence.queries.families import Asked
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.convergences import lines, sentences
from semailles.web.pages.convergences.explaining import explained
from semailles.web.pages.convergences.forms import Filters
from semailles.workshop.models import Initiative, Team, Theme
from semailles.workshop.queries import lettered_teams
from semailles.workshop.rules import may_read

PER_PAGE, FIRST_OF_A_TEAM, FIRST_UNPLACED = 50, 6, 12
ALONE = "seules"

Sizes = Mapping[Theme, int]
Teams = Mapping[str, Team]
Context = dict[str, Any]


@asks(may_read)
@require_safe
def list_convergences(request: Request) -> HttpResponse:
    initiative, teams = request.initiative, lettered_teams(request.initiative)
    sizes, counts = families.theme_sizes(initiative), families.count_by_strength(initiative)
    form = Filters(request.GET, themes=sizes, letters=list(teams))
    around = {"form": form, "teams": teams, "lede": sentences.overview(counts), "total": sum(counts.values())}
    if request.GET.get("vue") == ALONE:
        return render(request, "convergences/alone.html", around | _alone(request, form.asked, teams))
    found = _meeting(request, form.asked, sizes) | _alone_first(initiative, form.asked, teams) | _unplaced(initiative, form.asked)
    return render(request, "convergences/page.html", around | found)


@asks(may_read)
@require_safe
def show_convergence(request: Request, public_id: UUID) -> HttpResponse:
    known = Family.objects.of(request.initiative).select_related("theme", "medoid", "initiative")
    family = get_object_or_404(known, public_id=public_id)
    return render(request, "convergences/convergence.html", explained(family))


@asks(may_read)
@require_safe
def show_theme(request: Request, public_id: UUID) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.of(request.initiative).select_related("initiative"), public_id=public_id)
    teams, sizes = lettered_teams(request.initiative), families.theme_sizes(request.initiative)
    asked = Asked(theme=theme.public_id)
    found = _meeting(request, asked, sizes) | _alone_first(request.initiative, asked, teams)
    reach = families.theme_reach(theme)
    lede = sentences.theme_overview(reach.ideas, found["page"].paginator.count, found["alone_total"])
    silent = [letter for letter in teams if letter not in reach.letters]
    around = {"theme": theme, "teams": teams, "ideas": reach.ideas, "lede": lede if reach.ideas else "", "silent": silent}
    return render(request, "convergences/theme.html", around | found)


def _meeting(request: Request, asked: Asked, sizes: Sizes) -> Context:
    page = Paginator(families.convergences(request.initiative, sizes, asked), PER_PAGE).get_page(request.GET.get("page"))
    return {"page": page, "groups": lines.by_theme(lines.meeting_lines(request.initiative, list(page)), sizes)}


def _alone_first(initiative: Initiative, asked: Asked, teams: Teams) -> Context:
    """The first of each team. Whoever looks for a strength or for several teams looks for convergences."""
    if asked.strength or len(asked.teams) > 1:
        return {"alone": None}
    found = families.singulars(initiative, asked)
    counts = families.count_by_team(found)
    first = lines.singular_lines(initiative, families.first_of_each_team(found, FIRST_OF_A_TEAM))
    return {"alone": lines.by_team(first, counts, teams), "alone_total": sum(counts.values())}


def _alone(request: Request, asked: Asked, teams: Teams) -> Context:
    found = families.singulars(request.initiative, asked)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    groups = lines.by_team(lines.singular_lines(request.initiative, list(page)), families.count_by_team(found), teams)
    return {"page": page, "alone": [group for group in groups if group.lines]}


def _unplaced(initiative: Initiative, asked: Asked) -> Context:
    """Only on the page where nothing is looked for."""
    if asked.is_anything:
        return {"unplaced": ()}
    found = families.unplaced(initiative)
    return {"unplaced": lines.singular_lines(initiative, list(found[:FIRST_UNPLACED])), "unplaced_total": found.count()}
