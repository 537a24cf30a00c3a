from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.convergence.queries.kin import ideas_under, kin_of
from semailles.intake.actions import keep_idea, set_idea_aside, take_back
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.intake.queries.ideas import aside_of, history_of, listed, named_in, sources_of
from semailles.intake.queries.origins import origins_of
from semailles.projects.lineage import outcomes_of_ideas
from semailles.publication.actions import refresh_search
from semailles.publication.cues import reason_words
from semailles.publication.origins import origin_line
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.documents.origin import origin_of
from semailles.web.pages.ideas.asked import asked
from semailles.web.pages.ideas.forms import AsideForm
from semailles.web.pages.ideas.rows import rows
from semailles.workshop.rules import may_read, may_shape

PER_PAGE = 50
MOST_CUES = 5


@asks(may_read)
@require_safe
def list_ideas(request: Request) -> HttpResponse:
    wanted = asked(request.initiative, request.GET)
    found = listed(request.initiative, wanted.wanted)
    if wanted.theme:
        found = found.filter(pk__in=ideas_under(request.initiative, wanted.theme))
    page = Paginator(found.values_list("pk", flat=True), PER_PAGE).get_page(request.GET.get("page"))
    context = {"asked": wanted, "page": page, "rows": rows(request.initiative, list(page), wanted.teams)}
    is_part = request.htmx and not request.htmx.history_restore_request
    response = render(request, "ideas/_list.html" if is_part else "ideas/page.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@asks(may_read)
@require_safe
def show_idea(request: Request, public_id: UUID) -> HttpResponse:
    return _shown(request, _found(request, public_id), AsideForm())


@asks(may_shape)
@require_POST
def decide(request: Request, public_id: UUID) -> HttpResponse:
    """Keep, set aside with a reason, or take back what was decided."""
    idea = _found(request, public_id)
    gesture = request.POST.get("gesture", "")
    if gesture == "aside":
        form = AsideForm(request.POST)
        if not form.is_valid():
            return _shown(request, idea, form, status=422)
        set_idea_aside(idea, form.cleaned_data["reason"], by=request.person)
        messages.success(request, _("The idea is set aside: no later run brings it back, and this can be undone below."))
    elif gesture == "keep":
        keep_idea(idea, by=request.person)
        messages.success(request, _("The idea is kept: no later run takes it off the list."))
    elif gesture == "back":
        take_back(idea, by=request.person)
        messages.success(request, _("What was decided is undone: the idea is to be validated again."))
    else:
        raise Http404
    refresh_search(request.initiative, by=request.person)
    return redirect("idea", public_id=public_id)


def _found(request: Request, public_id: UUID) -> Idea:
    ideas = Idea.objects.of(request.initiative).select_related("team", "initiative", "merged_into", "split_from")
    found: Idea = get_object_or_404(ideas, public_id=public_id)
    return found


def _relatives(idea: Idea) -> list[tuple[str, list[Idea]]]:
    """What people brought together with it, or cut out of it."""
    duplicates = idea.duplicates.readable().select_related("team").order_by("team", "number")
    parts = idea.parts.readable().exclude(state=IdeaState.SET_ASIDE).select_related("team").order_by("number")
    return [(_("Its duplicates, whose sources it takes"), list(duplicates)), (_("The ideas that stand in its place"), list(parts))]


def _shown(request: Request, idea: Idea, form: AsideForm, *, status: int = 200) -> HttpResponse:
    history = history_of(idea)
    sources, cues = sources_of(idea), [(code, words) for code, words, weight in idea.cues if weight > 0]
    context: dict[str, Any] = {
        "idea": idea,
        "sources": sources,
        "origin": origin_of(sources[0]) if sources else None,
        "named": named_in(request.initiative, sources),
        "relatives": _relatives(idea),
        "stood": [origin_line(origin) for origin in origins_of(idea)],
        "kin": kin_of(idea),
        "outcomes": outcomes_of_ideas([idea.merged_into or idea]),
        "history": history,
        "aside": aside_of(idea, history),
        "reason": reason_words(cues, most=MOST_CUES),
        "may_decide": may_shape(request.person, request.initiative),
        "form": form,
    }
    return render(request, "ideas/idea.html", context, status=status)
