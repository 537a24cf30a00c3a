from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.intake.enums import ReadStatus
from semailles.intake.models import Document, DocumentVersion
from semailles.intake.queries.documents import Screenful, ideas_found_in, screen_of, screenful, shelves, versions_of
from semailles.intake.queries.originals import has_original, marks_of, page_sizes
from semailles.publication.reasons import row_words, unreadable_words
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.documents.asked import Asked, asked, chosen, sought
from semailles.web.pages.documents.leaves import leaves
from semailles.workshop.rules import may_read

TABLES = frozenset({"xlsx", "ods", "csv", "tsv"})


@asks(may_read)
@require_safe
def list_documents(request: Request) -> HttpResponse:
    found = shelves(request.initiative)
    lines = [line for shelf in found for line in shelf.lines]
    unreadable = [(line, _why(line.version)) for line in lines if line.version.status == ReadStatus.UNREADABLE]
    counts = {
        "documents": len(lines),
        "teams": len(found),
        "passages": sum(line.passages for line in lines),
        "ideas": sum(line.ideas for line in lines),
    }
    return render(request, "documents/page.html", {"shelves": found, "unreadable": unreadable, "counts": counts})


@asks(may_read)
@require_safe
def show_document(request: Request, public_id: UUID) -> HttpResponse:
    document = get_object_or_404(Document.objects.of(request.initiative).select_related("team"), public_id=public_id)
    versions, wanted = versions_of(document), asked(request.GET)
    version = chosen(versions, wanted.version)
    context: dict[str, Any] = {
        "document": document,
        "version": version,
        "versions": versions,
        "has_original": has_original(version),
        "reason": _why(version) if version.status == ReadStatus.UNREADABLE else "",
        "told": [row_words(row, trouble, words) for row, trouble, words in version.told],
    }
    return render(request, "documents/document.html", context | _reading(version, wanted))


def _why(version: DocumentVersion) -> str:
    return unreadable_words(version.reason, version.detail)


def _reading(version: DocumentVersion, wanted: Asked) -> dict[str, Any]:
    """One screen of the document, open where the address says."""
    words = sought(version, wanted)
    screen = screenful(version, _screen(version, wanted))
    marks = marks_of(words[1]) if words else {}
    ideas = ideas_found_in(version)
    return {
        "screen": screen,
        "leaves": leaves(screen, words[0] if words else None, page_sizes(version), marks),
        "sought": words,
        "sought_ideas": _exactly(screen, words[1].passage_id, wanted) if words else [],
        "ideas": ideas,
        "manner": _manner(version),
        "form": "svg" if version.kind == "pptx" else "png",
    }


def _manner(version: DocumentVersion) -> str:
    """How it is laid out: pages beside their words, a wide table, or a text on its sheet."""
    if page_sizes(version):
        return "pictured"
    return "tabled" if version.kind in TABLES else "bound"


def _screen(version: DocumentVersion, wanted: Asked) -> int:
    if wanted.screen is not None:
        return wanted.screen
    return screen_of(version, rank=wanted.passage, page=wanted.page if wanted.passage is None else None)


def _exactly(screen: Screenful, passage: int, wanted: Asked) -> list[Any]:
    """Ideas whose quote is what is sought."""
    return [source.idea for source in screen.sources.get(passage, ()) if (source.start, source.end) == (wanted.start, wanted.end)]
