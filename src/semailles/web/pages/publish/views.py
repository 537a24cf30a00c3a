import uuid
from pathlib import PurePath

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.core.jobs.queries import latest_job
from semailles.core.journal import since_last
from semailles.publication.actions import PRINTING, ask_to_print
from semailles.publication.shelf import output_named, printed
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.publish.standing import job_line, shelves
from semailles.workshop.folders import folder_of
from semailles.workshop.rules import circle_of, may_coordinate, may_read

NO_NEWS = ("asked for",)
INERT = "default-src 'none'; sandbox"
UNCHANGED = 204


@asks(may_read)
@require_safe
def show_printed(request: Request) -> HttpResponse:
    """The page; asked by htmx, only where the printing stands, and nothing at all when that did not move."""
    initiative = request.initiative
    line = job_line(latest_job(initiative.public_id, PRINTING), initiative)
    if request.htmx and line and line.seen == request.GET.get("vu"):
        return HttpResponse(status=UNCHANGED)
    told = {
        "job": line,
        "token": uuid.uuid4(),
        "may_print": may_coordinate(request.person, initiative),
        "shelves": shelves(printed(initiative, folder_of(initiative))),
        "since": since_last(initiative.public_id, "published", but=NO_NEWS),
    }
    return render(request, "publish/_moved.html" if request.htmx else "publish/page.html", told)


@asks(may_coordinate)
@require_POST
def print_again(request: Request) -> HttpResponse:
    try:
        token = uuid.UUID(request.POST.get("token", ""))
    except ValueError:
        token = uuid.uuid4()
    ask_to_print(request.initiative, token=token, by=request.person)
    messages.success(request, _("The printing is asked for: it goes on even if you leave this page."))
    return HttpResponseRedirect(reverse("publish"))


@asks(may_read)
@require_safe
def send_output(request: Request, name: str) -> HttpResponseBase:
    """One of the files that publishing writes, to whoever may have it; never another file of the workspace."""
    output = output_named(name)
    if output is None or not (path := folder_of(request.initiative) / output.name).is_file():
        raise Http404
    if output.audience < circle_of(request.person, request.initiative):
        raise PermissionDenied
    response = FileResponse(path.open("rb"), as_attachment=True, filename=PurePath(name).name, content_type=output.content_type)
    response["Content-Security-Policy"] = INERT
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    return response
