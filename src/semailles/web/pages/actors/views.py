from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from semailles.intake.queries.mentions import actors_in_order, colleges, count_by_kind, mentions_by_letter, mentions_of, named_actors
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.actors.asked import asked_actor
from semailles.web.pages.actors.forms import Filters
from semailles.web.pages.actors.lines import by_kind, heard, lines_of, overview, presence, why_alike
from semailles.workshop.models import Actor
from semailles.workshop.queries import lettered_teams
from semailles.workshop.queries.actors import contacts_of, likenesses
from semailles.workshop.rules import may_read, may_see_contacts, may_shape

PER_PAGE = 50
PAIRS = 5  # asked at once


@asks(may_read)
@require_safe
def list_actors(request: Request) -> HttpResponse:
    initiative = request.initiative
    form = Filters(request.GET, known_colleges=colleges(initiative), letters=lettered_teams(initiative))
    page = Paginator(named_actors(initiative, form.asked), PER_PAGE).get_page(request.GET.get("page"))
    counts = count_by_kind(initiative)
    mentions = dict(page)
    groups = by_kind(lines_of(initiative, actors_in_order(initiative, mentions), mentions, on=today(initiative)))
    pairs = [(pair, why_alike(pair)) for pair in likenesses(initiative)]
    aside = Actor.objects.of(initiative).unmerged().set_aside().count()
    alike = {"alike": pairs[:PAIRS], "more_alike": max(0, len(pairs) - PAIRS)}
    around = {
        **alike,
        "may_write": may_shape(request.person, initiative),
        "may_see_contacts": may_see_contacts(request.person, initiative),
        "aside": aside,
        "form": form,
        "page": page,
        "groups": groups,
        "lede": overview(counts),
        "total": sum(counts.values()),
    }
    return render(request, "actors/page.html", around)


@asks(may_read)
@require_safe
def show_actor(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    may_write = may_shape(request.person, request.initiative)
    if not actor.is_standing:
        return render(
            request, "actors/merged.html" if actor.merged_into else "actors/put_aside.html", {"actor": actor, "may_write": may_write}
        )
    sees = may_see_contacts(request.person, request.initiative)
    page = Paginator(mentions_of(actor), PER_PAGE).get_page(request.GET.get("page"))
    day = today(request.initiative)
    letters, line = mentions_by_letter(actor), lines_of(request.initiative, [actor], {}, on=day)[0]
    return render(
        request,
        "actors/actor.html",
        {
            "actor": actor,
            "may_write": may_write,
            "may_see_contacts": sees,
            "contacts": contacts_of(actor) if sees else [],
            "today": day,
            "given": [spelling for spelling in actor.spellings.all() if spelling.came_from],
            "line": line,
            "teams": lettered_teams(request.initiative),
            "letters": letters,
            "page": page,
            "heard": [heard(mention) for mention in page],
            "lede": presence(page.paginator.count, letters, line.projects),
        },
    )
