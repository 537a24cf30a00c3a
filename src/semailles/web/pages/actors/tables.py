"""Actors as a table: taken out, and brought in after a look."""

from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterator

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.engines.exchange import csv_table
from semailles.intake.queries.mentions import actors_in_order, named_actors
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.actors.forms import TableForm
from semailles.workshop.actions import import_actors
from semailles.workshop.directory import COLUMNS, Directory, rows_of_directory, unknown_columns
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Initiative
from semailles.workshop.planning import RowState, planned
from semailles.workshop.rules import may_shape

SALT, ONE_DAY = "actors", 86_400  # seconds
MOST_ROWS = 10_000
KIND_WORDS = {ActorKind.ORGANISATION: "organisation", ActorKind.ROLE: "role", ActorKind.PERSON: "personne"}


@asks(may_shape)
@require_safe
def export(request: Request) -> HttpResponse:
    """The columns that an import reads: given back as it is, it changes nothing (up to `MOST_ROWS` actors). Persons and notes are in it, no contact is."""
    response = HttpResponse(csv_table(COLUMNS, _exported(request.initiative)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="acteurs.csv"'
    return response


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: Request) -> HttpResponse:
    """What each line would do. Nothing is written: the table waits in the page itself, sealed."""
    form = TableForm(request.POST, request.FILES) if request.method == "POST" else TableForm()
    if not form.is_bound or not form.is_valid():
        return _asked(request, form)
    name, content = form.cleaned_data["file"]
    given = rows_of_directory(content)
    if fault := _fault(given):
        form.add_error("file", fault)
        return _asked(request, form)
    rows = planned(request.initiative, given.rows)
    counts = Counter(row.state for row in rows)
    around = {
        "rows": rows,
        "counts": [(state, counts[state]) for state in RowState if counts[state]],
        "writes": counts[RowState.NEW] + counts[RowState.CHANGED],
        "unknown": unknown_columns(name, given.unknown) if given.unknown else "",
        "sealed": _sealed(request.initiative, content),
    }
    return render(request, "actors/preview.html", around)


@asks(may_shape)
@require_POST
def write(request: Request) -> HttpResponse:
    try:
        whose, content = signing.loads(request.POST.get("sealed", ""), salt=SALT, max_age=ONE_DAY)
    except signing.BadSignature:
        whose, content = "", ""
    if whose != str(request.initiative.public_id):
        messages.error(request, _("This preview is too old, or from elsewhere: give the table again. Nothing was written."))
        return redirect("actors-import")
    try:
        counts = import_actors(request.initiative, rows_of_directory(b64decode(content)), by=request.person)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("actors-import")
    counted = {state.value: counts[state] for state in RowState}
    said = _("Imported: %(new)d new, %(changed)d changed, %(unchanged)d unchanged, %(error)d left out.")
    messages.success(request, said % counted)
    ask_to_gather(request.initiative, by=request.person)
    return redirect("actors")


def _exported(initiative: Initiative) -> Iterator[tuple[str, ...]]:
    for actor in actors_in_order(initiative, dict(named_actors(initiative))):
        written = "|".join(text for text in actor.also_written if text not in (actor.name, actor.acronym) and "|" not in text)
        kind = KIND_WORDS[ActorKind(actor.kind)]
        yield (actor.name, kind, actor.college, written, actor.territory, actor.acronym, actor.note)


def _fault(given: Directory) -> str:
    if not given.was_read:
        return _("The first line must name the columns, « nom » at least: %(columns)s.") % {"columns": ";".join(COLUMNS)}
    if len(given.rows) > MOST_ROWS:
        return _("More than %(most)d lines: cut the table in several.") % {"most": MOST_ROWS}
    return ""


def _sealed(initiative: Initiative, content: bytes) -> str:
    return signing.dumps([str(initiative.public_id), b64encode(content).decode()], salt=SALT, compress=True)


def _asked(request: Request, form: TableForm) -> HttpResponse:
    return render(request, "actors/import.html", {"form": form, "columns": COLUMNS}, status=FAULTY if form.is_bound else 200)
