"""The rearranged wall comes back: typed, looked at, then kept as one gesture."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.convergence.actions import arrange_wall
from semailles.convergence.models import Correction
from semailles.core.errors import Refusal
from semailles.core.files import stored_path
from semailles.publication.actions import ask_to_gather
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.wall.forms import KeepForm, WallForm, kind_of_photo
from semailles.web.pages.wall.reading import read_typed
from semailles.workshop.rules import may_read_workspace, may_shape

INERT = "default-src 'none'; sandbox"
HEAD = 16  # bytes that tell what a photo is


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def type_wall(request: Request) -> HttpResponse:
    """Nothing is written: what is typed waits in the page itself."""
    if request.method != "POST":
        return render(request, "wall/page.html", {"form": WallForm()})
    form = WallForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "wall/page.html", {"form": form}, status=FAULTY)
    return _previewed(request, form.typed)


@asks(may_shape)
@require_POST
def keep(request: Request) -> HttpResponse:
    form = KeepForm(request.POST, request.FILES)
    typed = request.POST.get("wall", "")
    if not form.is_valid():
        return _previewed(request, typed, form)
    read = read_typed(request.initiative, typed)
    if read.plan is None or read.seen != form.cleaned_data["looked_at"]:
        return _previewed(request, typed, changed=True)
    try:
        done = arrange_wall(
            request.initiative, read.groups, form.cleaned_data["photo"] or None, by=request.person, reason=form.cleaned_data["reason"]
        )
    except Refusal as refusal:
        form.refuse(refusal)
        return _previewed(request, typed, form)
    ask_to_gather(request.initiative, by=request.person)
    moved = int(done.words["moved"])
    messages.success(request, ngettext("The wall is kept: %(n)d idea moved.", "The wall is kept: %(n)d ideas moved.", moved) % {"n": moved})
    return redirect("corrections")


@asks(may_read_workspace)
@require_safe
def send_photo(request: Request, public_id: UUID) -> HttpResponseBase:
    """The photo kept beside a gesture; inert, and to be saved."""
    correction = get_object_or_404(Correction.objects.of(request.initiative).exclude(photo=""), public_id=public_id)
    path = stored_path(correction.photo)
    if not path.is_file():
        raise Http404
    with path.open("rb") as stream:
        kind = kind_of_photo(stream.read(HEAD)) or "bin"
    name = f"mur-{correction.at:%Y-%m-%d}.{kind}"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
    response["Content-Security-Policy"] = INERT
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    return response


def _previewed(request: Request, typed: str, keeping: KeepForm | None = None, *, changed: bool = False) -> HttpResponse:
    read = read_typed(request.initiative, typed)
    if keeping is None:
        keeping = KeepForm(initial={"wall": typed, "looked_at": read.seen})
    again = WallForm(initial={"wall": typed})
    is_faulty = keeping.is_bound or changed or read.plan is None
    moved = _("The map changed since you looked: nothing was kept, and here is what it would be now.") if changed else ""
    around = {"form": again, "read": read, "keeping": keeping, "note": read.refused or moved}
    return render(request, "wall/preview.html", around, status=FAULTY if is_faulty else 200)
