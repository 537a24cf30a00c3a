from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from semailles.publication.finding import answers, look
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.find.asked import Asked, asked, choices, kinds
from semailles.web.pages.find.places import placed
from semailles.workshop.rules import circle_of, may_read

PER_PAGE, MOST_IN_DIALOG = 20, 8


@asks(may_read)
@require_safe
def find(request: Request) -> HttpResponse:
    """The search and all its answers, or only the best ones for the dialog that stands above every page."""
    wanted = asked(request.GET)
    is_part = request.htmx and not request.htmx.history_restore_request
    told = {"question": wanted.question, "asked": wanted}
    if wanted.question:
        told |= _dialog(request, wanted) if is_part else _page(request, wanted)
    response = render(request, "find/_found.html" if is_part else "find/page.html", told)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _dialog(request: Request, wanted: Asked) -> dict[str, Any]:
    reader = circle_of(request.person, request.initiative)
    found = answers(request.initiative, wanted.question, reader=reader, limit=MOST_IN_DIALOG)
    is_more = found.total > len(found.answers)
    return {"answers": placed(found.answers), "is_more": is_more, "count": _counted(found.total, is_cut=found.is_cut)}


def _page(request: Request, wanted: Asked) -> dict[str, Any]:
    reader = circle_of(request.person, request.initiative)
    found = look(request.initiative, wanted.question, wanted.chosen, reader=reader, page=wanted.page, per_page=PER_PAGE)
    return {
        "answers": placed(found.answers),
        "called": placed(found.called),
        "count": _counted(found.total, is_cut=found.is_cut),
        "kinds": kinds(wanted, found.counts),
        "choices": choices(request.initiative, wanted, found.counts),
        "page": Paginator(range(found.total), PER_PAGE).get_page(found.number),
    }


def _counted(total: int, *, is_cut: bool = False) -> str:
    """« 8 réponses », « plus de 20 000 réponses », « aucune réponse »."""
    if not total:
        return _("no answer")
    if is_cut:
        return _("more than %(n)d answers") % {"n": total}
    return ngettext("%(n)d answer", "%(n)d answers", total) % {"n": total}
