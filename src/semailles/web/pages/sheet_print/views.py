"""A sheet on paper: four pages, two, or a card of twenty lines; the card on screen."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from semailles.core.texts.errors import LONGEST_TEXT
from semailles.engines.typesetting.project_pages import Form
from semailles.projects.enums import Note, Section
from semailles.projects.rules import may_write_project
from semailles.projects.sheets import letters_of
from semailles.publication.one_sheet import card_of, printed_sheet
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.request import Request
from semailles.web.layout.sent import inert
from semailles.web.layout.today import today
from semailles.web.pages.sheet_print.room import card_room, room_of
from semailles.workshop.rules import may_read

# As addresses say them.
FORMS = {"quatre-pages": Form.FOUR, "deux-pages": Form.TWO, "vingt-lignes": Form.CARD}


@asks(may_read)
@require_safe
def show_card(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number, "family__theme")
    card = card_of(project, on=today(request.initiative))
    told = {"project": project, "card": card, "letters": letters_of(project), "room": card_room(card.fit)}
    return render(request, "sheet_print/card.html", told)


@asks(may_read)
@require_safe
def send_sheet(request: Request, number: int, form: str) -> HttpResponseBase:
    if form not in FORMS:
        raise Http404
    project = project_of(request, number)
    printed = printed_sheet(project, FORMS[form], on=today(request.initiative))
    name = f"fiche-{number}-{form}.pdf"
    return inert(
        HttpResponse(printed.pdf, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'})
    )


@asks(may_write_project, of=project_named)
@require_POST
def show_room(request: Request, number: int, slot: str) -> HttpResponse:
    """What the printed page holds with the text being typed; nothing is written."""
    text = request.POST.get("text", "")
    if slot not in (*Section.values, *Note.values) or len(text) > LONGEST_TEXT:
        raise Http404
    heading = Section(slot) if slot in Section.values else Note(slot)
    room = room_of(project_of(request, number), heading, text, on=today(request.initiative))
    return render(request, "sheet_print/_room.html", {"room": room})
