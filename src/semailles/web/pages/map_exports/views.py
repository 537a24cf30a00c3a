"""The map on paper and in a spreadsheet: for the wall, for the room, for whoever works elsewhere."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from semailles.convergence.queries.families import theme_sizes
from semailles.convergence.queries.relations import chains
from semailles.core.errors import Refusal
from semailles.engines.exchange import Sheet, csv_table, workbook
from semailles.publication.audiences import for_working_document, masking
from semailles.publication.cards import cards_pdf
from semailles.publication.map_tables import TABLES, map_tables
from semailles.publication.queries import snapshot
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.map_exports.forms import CardsForm
from semailles.workshop.models import Initiative
from semailles.workshop.queries import lettered_teams
from semailles.workshop.rules import may_read

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@asks(may_read)
@require_safe
def show(request: Request) -> HttpResponse:
    return _shown(request, _form(request, bound=False))


@asks(may_read)
@require_safe
def send_cards(request: Request) -> HttpResponse:
    form = _form(request, bound=True)
    if not form.is_valid():
        return _shown(request, form)
    try:
        return _sent(cards_pdf(request.initiative, form.wanted), "cartes.pdf", "application/pdf")
    except Refusal as refusal:
        form.refuse(refusal)
        return _shown(request, form)


@asks(may_read)
@require_safe
def send_table(request: Request, name: str) -> HttpResponse:
    if name not in TABLES:
        raise Http404
    sheet = _sheets(request.initiative)[TABLES.index(name)]
    return _sent(csv_table(sheet.header, sheet.rows), f"carte-{name}.csv", "text/csv; charset=utf-8")


@asks(may_read)
@require_safe
def send_workbook(request: Request) -> HttpResponse:
    return _sent(workbook(_sheets(request.initiative)), "carte.xlsx", WORKBOOK)


def _sheets(initiative: Initiative) -> tuple[Sheet, ...]:
    """In the initiative's own language, as its other tables."""
    with translation.override(initiative.lang):
        full = snapshot(initiative)
        mask = masking(full)
        told = [replace(one, title=mask(one.title)) for one in chains(initiative, lang=initiative.lang)]
        return map_tables(for_working_document(full), told)


def _form(request: Request, *, bound: bool) -> CardsForm:
    letters = [(letter, f"{letter} · {team}") for letter, team in lettered_teams(request.initiative).items()]
    return CardsForm(request.GET if bound else None, themes=theme_sizes(request.initiative), letters=letters)


def _shown(request: Request, form: CardsForm) -> HttpResponse:
    return render(request, "map_exports/page.html", {"form": form, "tables": TABLES}, status=FAULTY if form.is_bound else 200)


def _sent(content: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    return response
