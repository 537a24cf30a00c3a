"""Giving files on screen, following their reading, saying whose they are, and seeing what a new version changed."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.core.errors import Refusal
from semailles.core.files import NoRoom
from semailles.engines.reading import Reason
from semailles.intake.actions.depositing import MOST_FILES, GivenFile, deposit_files, describe_document, move_document
from semailles.intake.enums import FileFate
from semailles.intake.models import DepositedFile, Document
from semailles.intake.queries.deposits import DepositView, last_deposits
from semailles.intake.queries.documents import versions_of
from semailles.intake.queries.versions import compared
from semailles.intake.unpacking import team_folder
from semailles.publication.actions import ask_to_gather
from semailles.publication.reasons import unreadable_words
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY, NO_ROOM
from semailles.web.layout.request import Request
from semailles.web.pages.deposit.forms import LICENCES, DepositForm, DocumentForm
from semailles.web.pages.documents.asked import chosen
from semailles.workshop.models import Team
from semailles.workshop.rules import may_coordinate, may_read_workspace

MOST_INSIDE = 5  # of the files that an archive holds, those whose refusal is told at once


class Line(NamedTuple):
    """A file of a deposit as the page shows it. `why`: the sentence that refuses it; `gesture`: what can still be done; `inside`: what it holds and
    could not be read, with why; `more`: how many of those are not shown."""

    file: DepositedFile
    ideas: int
    why: str
    gesture: str
    inside: Sequence[tuple[Document, str]] = ()
    more: int = 0


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def deposit(request: Request) -> HttpResponse:
    teams = [(team.folder, str(team)) for team in Team.objects.of(request.initiative).exclude(folder="")]
    if request.method != "POST":
        return _shown(request, DepositForm(teams=teams, initial={"key": uuid4(), "team": request.GET.get("equipe", "")}))
    form = DepositForm(request.POST, request.FILES, teams=teams)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            given = _given(typed["given"], request.POST.getlist("paths"))
            deposit_files(request.initiative, given, folder=typed["new_team"] or typed["team"], key=typed["key"], by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
            return _shown(request, form, status=NO_ROOM if isinstance(refusal, NoRoom) else FAULTY)
        ask_to_gather(request.initiative, by=request.person)
        messages.success(request, _("The files are here: their reading begins."))
        return redirect("deposit")
    return _shown(request, form, status=FAULTY)


@asks(may_read_workspace)
@require_safe
def follow(request: Request) -> HttpResponse:
    """Where the reading of each file stands: a part of the page, asked again while something waits."""
    return render(request, "deposit/_deposits.html", _standing(request))


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, public_id: UUID) -> HttpResponse:
    document = _document(request, public_id)
    rows = {str(team.public_id): team for team in Team.objects.of(request.initiative)}
    teams = [(key, str(team)) for key, team in rows.items()]
    form = DocumentForm(request.POST or None, teams=teams, initial=DocumentForm.initial_of(document))
    if form.is_bound and form.is_valid():
        try:
            describe_document(document, form.entry, by=request.person)
            moved = move_document(document, rows[form.cleaned_data["team"]], by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            if moved.team_id != document.team_id:
                ask_to_gather(request.initiative, by=request.person)
            messages.success(request, _("« %(thing)s » is written.") % {"thing": document})
            return redirect("document", public_id=public_id)
    status = FAULTY if form.is_bound and form.errors else 200
    return render(request, "deposit/describe.html", {"form": form, "document": document, "licences": LICENCES}, status=status)


@asks(may_read_workspace)
@require_safe
def compare(request: Request, public_id: UUID) -> HttpResponse:
    """What the version that counts changed of the one before."""
    document = _document(request, public_id)
    versions = versions_of(document)
    if len(versions) < 2:  # noqa: PLR2004 - nothing to compare
        raise Http404
    before = chosen(versions[1:], request.GET.get("avec", ""))
    around = {
        "document": document,
        "version": versions[0],
        "before": before,
        "others": versions[1:],
        "comparison": compared(before, versions[0]),
    }
    return render(request, "deposit/compare.html", around)


def _given(sent: list["UploadedFile[bytes]"], paths: list[str]) -> list[GivenFile]:
    named = paths if len(paths) == len(sent) else ["" for _ in sent]
    return [GivenFile(path or one.name or "", one) for one, path in zip(sent, named, strict=True)]


def _shown(request: Request, form: DepositForm, *, status: int = 200) -> HttpResponse:
    return render(request, "deposit/page.html", {"form": form, "most": MOST_FILES, **_standing(request)}, status=status)


def _standing(request: Request) -> dict[str, Any]:
    deposits = last_deposits(request.initiative)
    shown = [(found, [_line(found, one, ideas) for one, ideas in found.lines]) for found in deposits]
    may_try = may_coordinate(request.person, request.initiative)
    return {"deposits": shown, "is_waiting": any(found.waiting for found in deposits), "may_try": may_try}


def _line(found: DepositView, one: DepositedFile, ideas: int) -> Line:
    refused = found.inside.get(one.path, ()) if one.holds else ()
    inside = [(version.document, unreadable_words(version.reason, version.detail)) for version in refused[:MOST_INSIDE]]
    return Line(one, ideas, _why(found, one), _gesture(found, one), inside, len(refused) - len(inside))


def _why(found: DepositView, one: DepositedFile) -> str:
    if found.is_lost(one):
        return unreadable_words(Reason.KILLS_READER, {})
    if one.reason and one.holds and not one.document:
        return _("Nothing in it could be read.")
    return unreadable_words(one.reason, one.detail) if one.reason else ""


def _gesture(found: DepositView, one: DepositedFile) -> str:
    """What can still be done of a file: try it again, or read it for its own team too when another left the same."""
    if one.fate == FileFate.REFUSED or found.is_lost(one):
        return "try"
    is_anothers = one.fate == FileFate.KNOWN and one.document and one.document.team.folder != team_folder(one.path)
    return "own" if is_anothers else ""


def _document(request: Request, public_id: UUID) -> Document:
    found: Document = get_object_or_404(Document.objects.of(request.initiative).select_related("team", "initiative"), public_id=public_id)
    return found
