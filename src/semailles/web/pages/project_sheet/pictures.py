"""Pictures of a sheet: given with who made them and what they show, sent to those who may read it."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.core.files import stored_path
from semailles.projects import actions
from semailles.projects.models import Picture
from semailles.projects.pictures import fit_to_print
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.request import Request
from semailles.web.layout.sent import inert
from semailles.web.pages.project_sheet.forms import PictureForm
from semailles.web.pages.project_sheet.kinds import KINDS
from semailles.web.pages.project_sheet.views import shown, to_sheet, written
from semailles.workshop.rules import may_read

PNG = b"\x89PNG"


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, number: int) -> HttpResponse:
    project, kind = project_of(request, number), KINDS["images"]
    form = PictureForm(project, typed=request.POST if request.method == "POST" else None, given=request.FILES)

    def write() -> Picture:
        file = form.cleaned_data["file"]
        fitted = fit_to_print(file.name, file.read())
        return actions.add_picture(project, form.entry(), fitted, key=form.cleaned_data["key"], by=request.person)

    if picture := form.takes(write):
        written(request, picture)
        return to_sheet(project, kind.place)
    hint = _("It is stored without the place, the hour and the names that its camera wrote into it.")
    return shown(request, project, form, {"title": kind.new, "hint": hint, "place": kind.place})


@asks(may_read)
@require_safe
def send(request: Request, number: int, public_id: UUID) -> HttpResponseBase:
    picture = get_object_or_404(Picture.objects.filter(project=project_of(request, number)), public_id=public_id)
    etag = f'"{picture.sha256[:16]}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return inert(unchanged)
    path = stored_path(picture.sha256)
    if not path.is_file():
        raise Http404
    content = path.read_bytes()
    response = HttpResponse(content, content_type="image/png" if content.startswith(PNG) else "image/jpeg")
    response["ETag"] = etag
    return inert(response)
