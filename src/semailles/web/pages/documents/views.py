from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from semailles.intake.enums import ContributionState, ReadStatus
from semailles.intake.models import Document, DocumentVersion
from semailles.intake.queries.contributions import proposed
from semailles.intake.queries.documents import Screenful, ideas_found_in, screen_of, screenful, versions_of
from semailles.intake.queries.originals import has_original, marks_of, page_sizes
from semailles.intake.queries.shelving import DocumentLine, document_lines, shelved, waiting_files
from semailles.projects.lineage import fed_by, outcomes_of_ideas
from semailles.publication.reasons import row_words, unreadable_words
from semailles.web.layout.access import asks
from semailles.web.layout.request import Request
from semailles.web.pages.documents.asked import Asked, asked, chosen, sought
from semailles.web.pages.documents.leaves import leaves
from semailles.web.pages.documents.listing import listed
from semailles.workshop.rules import may_coordinate, may_read_workspace

PER_PAGE = 100
TABLES = frozenset({"xlsx", "ods", "csv", "tsv"})


@asks(may_read_workspace)
@require_safe
def list_documents(request: Request) -> HttpResponse:
    lines, waiting = document_lines(request.initiative), waiting_files(request.initiative)
    found = listed(lines, request.GET, waiting=len(waiting))
    page = Paginator(found.lines, PER_PAGE).get_page(request.GET.get("page"))
    unreadable = [(line, _why(line.version)) for line in lines if line.version.status == ReadStatus.UNREADABLE]
    context = {
        "found": found,
        "page": page,
        "shelves": [] if found.order else shelved(page),
        "unreadable": [] if found.is_narrowed else unreadable,
        "waiting": waiting if found.shows_waiting else [],
        "older": sum(line.is_older for line in lines),
        "counts": _counts(lines, len(unreadable)),
        "may_ask": may_coordinate(request.person, request.initiative),
        "proposed": proposed(request.initiative, ContributionState.WAITING).count(),
    }
    return render(request, "documents/page.html", context)


def _counts(lines: Sequence[DocumentLine], unreadable: int) -> dict[str, int]:
    return {
        "documents": len(lines),
        "teams": len({line.document.team_id for line in lines}),
        "passages": sum(line.passages for line in lines),
        "ideas": sum(line.ideas for line in lines),
        "unreadable": unreadable,
    }


@asks(may_read_workspace)
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
        "may_ask": may_coordinate(request.person, request.initiative),
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
    highlighted = _exactly(screen, words[1].passage_id, wanted) if words else []
    became = fed_by([source.idea for source in ideas])
    return {
        "screen": screen,
        "leaves": leaves(screen, words[0] if words else None, page_sizes(version), marks),
        "sought": words,
        "sought_ideas": highlighted,
        "outcomes": outcomes_of_ideas([idea.merged_into or idea for idea in highlighted]) if highlighted else [],
        "ideas": [(source, became.get(source.idea_id, ())) for source in ideas],
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
