"""Trying again what was refused, and having documents read by the readers of today."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from semailles.intake.actions.rereading import ask_to_read_again, read_for_its_team_too, try_again
from semailles.intake.models import DepositedFile, Document
from semailles.intake.queries.rereading import to_read_again
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.workshop.rules import may_coordinate

GESTURES = {"try": try_again, "own": read_for_its_team_too}


@asks(may_coordinate)
@require_POST
def read_file_again(request: Request, public_id: UUID, rank: int) -> HttpResponse:
    """A file of a deposit: tried again, or read for its own team too."""
    rows = DepositedFile.objects.of(request.initiative).select_related("initiative", "document__team")
    row = get_object_or_404(rows, deposit__public_id=public_id, rank=rank)
    gesture = GESTURES.get(request.POST.get("gesture", ""))
    if gesture is None:
        raise Http404
    gesture(row, by=request.person)
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, _("« %(file)s » is being read again: what becomes of it is said here.") % {"file": row.path})
    return redirect("deposit")


@asks(may_coordinate)
@require_POST
def read_document_again(request: Request, public_id: UUID) -> HttpResponse:
    document = get_object_or_404(Document.objects.of(request.initiative), public_id=public_id)
    ask_to_read_again(request.initiative, [document], by=request.person)
    ask_to_gather(request.initiative, by=request.person)
    messages.success(request, _("The document is being read again: reload this page in a moment. What was sorted stays sorted."))
    return redirect("document", public_id=public_id)


@asks(may_coordinate)
@require_POST
def read_all_again(request: Request) -> HttpResponse:
    """What could not be read, and what earlier readers read."""
    asked = ask_to_read_again(request.initiative, to_read_again(request.initiative), by=request.person)
    if asked:
        ask_to_gather(request.initiative, by=request.person)
        sentence = ngettext(
            "%(n)d document is being read again: what was sorted stays sorted.",
            "%(n)d documents are being read again: what was sorted stays sorted.",
            len(asked),
        )
        messages.success(request, sentence % {"n": len(asked)})
    else:
        messages.info(request, _("There is nothing to read again: it is asked for already, or all was read."))
    return redirect("documents")
