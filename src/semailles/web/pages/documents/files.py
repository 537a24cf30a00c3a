"""Files that a document gives: itself, as it was received, and pictures of its pages. Never by their address alone: each asks who reads."""

from pathlib import PurePath
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from semailles.intake.models import Document, DocumentVersion
from semailles.intake.queries.documents import versions_of
from semailles.intake.queries.originals import original, page_picture
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.layout.sent import inert
from semailles.web.pages.documents.asked import chosen
from semailles.workshop.rules import may_read_workspace

FORMS = {"png": "image/png", "svg": "image/svg+xml"}
DRAWN = "1"  # raise it when pages are drawn otherwise: browsers ask again


@asks(may_read_workspace)
@require_safe
def send_original(request: Request, public_id: UUID) -> HttpResponseBase:
    version = _version(request, public_id)
    name = PurePath(version.document.path).name
    response = FileResponse(original(version).open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
    return inert(response)


@asks(may_read_workspace)
@require_safe
def send_page(request: Request, public_id: UUID, number: int, form: str) -> HttpResponseBase:
    version = _version(request, public_id)
    etag = f'"{version.sha256[:16]}-{number}-{DRAWN}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return inert(unchanged)
    picture = page_picture(version, number)
    if picture is None or picture.media_type != FORMS.get(form):
        raise Http404
    response = inert(HttpResponse(picture.content, content_type=picture.media_type))
    response["ETag"] = etag
    return response


def _version(request: Request, public_id: UUID) -> DocumentVersion:
    document = get_object_or_404(Document.objects.of(request.initiative), public_id=public_id)
    return chosen(versions_of(document), request.GET.get("version", ""))
