from collections.abc import Mapping, Sequence
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
from semailles.web.pages.convergences.correcting import found_family, shown
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
    read, total = families.reading(initiative), sum(counts.values())
    around = {"form": form, "teams": teams, "lede": sentences.overview(counts, read), "read": read, "total": total}
    if request.GET.get("vue") == ALONE:
        return render(request, "convergences/alone.html", around | _alone(request, form.asked, teams))
    unplaced = [] if form.asked.is_anything else list(families.unplaced(initiative)[: FIRST_UNPLACED + 1])
    found = _together(request, form.asked, sizes, teams, unplaced)
    return render(request, "convergences/page.html", around | found)


@asks(may_read)
@require_safe
def show_convergence(request: Request, public_id: UUID) -> HttpResponse:
    return shown(request, found_family(request, public_id))


@asks(may_read)
@require_safe
def show_theme(request: Request, public_id: UUID) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.of(request.initiative).select_related("initiative"), public_id=public_id)
    teams, sizes = lettered_teams(request.initiative), families.theme_sizes(request.initiative)
    found = _together(request, Asked(theme=theme.public_id), sizes, teams)
    reach = families.theme_reach(theme)
    lede = sentences.theme_overview(reach.ideas, found["page"].paginator.count, found["alone_total"])
    silent = [letter for letter in teams if letter not in reach.letters]
    around = {"theme": theme, "teams": teams, "ideas": reach.ideas, "lede": lede if reach.ideas else "", "silent": silent}
    return render(request, "convergences/theme.html", around | found)


def _together(request: Request, asked: Asked, sizes: Sizes, teams: Teams, unplaced: Sequence[Family] = ()) -> Context:
    """A page of convergences, the first things that each team is alone to say, and what has no theme: their lines are read at once."""
    page = Paginator(families.convergences(request.initiative, sizes, asked), PER_PAGE).get_page(request.GET.get("page"))
    alone, counts = _first_alone(request.initiative, asked)
    every = lines.lines_of(request.initiative, [*page, *alone, *unplaced])
    meeting, single, left = every[: len(page)], every[len(page) : len(page) + len(alone)], every[len(page) + len(alone) :]
    groups = lines.by_team(single, teams, counts)
    return {
        "page": page,
        "groups": lines.by_theme(meeting, sizes),
        "alone": groups if asked.seeks_one_team else None,
        "alone_total": sum(counts.values()),
        "unplaced": left[:FIRST_UNPLACED],
        "more_unplaced": len(left) > FIRST_UNPLACED,
    }


def _first_alone(initiative: Initiative, asked: Asked) -> tuple[list[Family], Mapping[str, int]]:
    """The first of each team, and how many it has."""
    if not asked.seeks_one_team:
        return [], {}
    found = families.singulars(initiative, asked)
    return families.first_of_each_team(found, FIRST_OF_A_TEAM), families.count_by_team(found)


def _alone(request: Request, asked: Asked, teams: Teams) -> Context:
    found = families.singulars(request.initiative, asked)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    groups = lines.by_team(lines.lines_of(request.initiative, list(page)), teams, families.count_by_team(found))
    return {"page": page, "alone": [group for group in groups if group.lines]}
