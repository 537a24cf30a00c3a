"""The files of a workspace: the roadmap (PDF and DOCX), the list to check, the tables. Written again, they are the same."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from django.utils import translation

from semailles.core.files import replace, sha256
from semailles.core.progress import Progress, silent
from semailles.engines import typesetting
from semailles.engines.exchange import canonical_json
from semailles.engines.typesetting import tree
from semailles.publication.audiences import carried_in_print, for_working_document
from semailles.publication.carried import Carried
from semailles.publication.carrying import carried_projects
from semailles.publication.indexing import index_workspace
from semailles.publication.pledged import Pledged, pledged
from semailles.publication.queries import snapshot
from semailles.publication.report import report
from semailles.publication.roadmap.book import Room, compose
from semailles.publication.shown import shown
from semailles.publication.sound import sound_book
from semailles.publication.synthesis import synthesis
from semailles.publication.tables import tables
from semailles.publication.views import Snapshot
from semailles.workshop.calendar_file import plan_events, plan_file
from semailles.workshop.models import Initiative

MOST_PAGES = 48
MORE_PAGES = 3  # of a sheet that people carry, beyond its draft's one
# Tried in turn until the book stays within its pages: all of it, then shorter lists that say what they leave to data/.
ROOMS = (Room(), Room(index=240), Room(25, 25, 160), Room(12, 12, 80), Room(6, 6, 0))
MOST_LINES, MOST_ENTRIES = 70, 30  # of the index, of a list, that one page ever holds
AROUND = 10  # pages of a book of this size that are neither sheets, lists nor index: story, matrix, budget, actors…
ROADMAP, DRAFT, CHECK = "feuille-de-route.pdf", "feuille-de-route.docx", "a-verifier.pdf"
CALENDAR = "calendrier.ics"


def write_outputs(
    initiative: Initiative, out: Path, *, on: date, warnings: Sequence[str] = (), progress: Progress = silent
) -> dict[str, Any]:
    """Write all files into `out`, each of them whole, and make everything findable. Gives the figures of the synthesis."""
    step = translation.gettext("Printing")
    with translation.override(initiative.lang):
        full = snapshot(initiative, warnings, on=on)
        working = for_working_document(full)
        carried = carried_in_print(full, carried_projects(initiative, on=on))
        progress(step, 0, 3)
        book, pages = _fitting(working, carried, on)
        replace(out / ROADMAP, book.pdf)
        progress(step, 1, 3)
        replace(out / DRAFT, typesetting.roadmap_docx(compose(working, on=on, room=Room(), carried=carried)))
        progress(step, 2, 3)
        replace(out / CHECK, typesetting.report_pdf(report(full)).pdf)
        _write_data(full, pledged(initiative, on=on), out / "data")
        _write_calendar(full, initiative, out / "data" / CALENDAR)
        index_workspace(initiative, full)
        progress(step, 3, 3)
    return _figures(full, pages)


def fingerprints(out: Path) -> dict[str, str]:
    """Of what is proclaimed: the roadmap as it goes out."""
    return {name: sha256((out / name).read_bytes()) for name in (ROADMAP, DRAFT)}


def warnings_of_last_run(out: Path) -> list[str]:
    """What reading the folder had to say is printed again: the folder itself is not read."""
    written = out / "data" / "run.json"
    warnings: list[str] = json.loads(written.read_text(encoding="utf-8")).get("warnings", []) if written.is_file() else []
    return warnings


def _fitting(working: Snapshot, carried: Carried, on: date) -> tuple[tree.Printed, int]:
    most = MOST_PAGES + MORE_PAGES * len(carried)
    for room in ROOMS:
        book = compose(working, on=on, room=room, carried=carried)
        if room == ROOMS[-1] or _least_pages(book) <= most:
            printed = sound_book(book)
            if printed.pages <= most:
                break
    return printed, printed.pages


def _least_pages(book: tree.Roadmap) -> float:
    """No book is typeset for nothing: each costs seconds and, with thousands of ideas, a gigabyte."""
    entries = sum(len(group.entries) for part in (book.convergences, book.singulars) for group in part.groups)
    carried = sum(sheet.pages is not None for sheet in book.sheets)
    return AROUND + len(book.sheets) + MORE_PAGES * carried + len(book.ideas) / MOST_LINES + entries / MOST_ENTRIES


def _write_data(full: Snapshot, written: Pledged, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    replace(folder / "synthese.json", canonical_json(synthesis(full)))
    for name, content in tables(shown(full), written).items():
        replace(folder / name, content)


def _write_calendar(full: Snapshot, initiative: Initiative, path: Path) -> None:
    """Dated by the day of the run, so that the same input on the same day gives the same bytes. Without a date there is no file."""
    if full.plan and plan_events(full.plan, initiative.public_id):
        replace(path, plan_file(full.plan, initiative, stamp=datetime.combine(full.plan.on, time.min, UTC)))
    else:
        path.unlink(missing_ok=True)


def _figures(full: Snapshot, pages: int) -> dict[str, Any]:
    return {
        "documents": sum(1 for one in full.documents if one.status == "read" or one.is_to_repair),
        "read": sum(1 for one in full.documents if one.status == "read"),
        "unreadable": [one.path for one in full.documents if one.is_to_repair],
        "ideas": len(full.ideas),
        "themes": len(full.themes),
        "convergences": len(full.convergences),
        "singular": len(full.singulars),
        "actors": len([actor for actor in full.actors if actor.mentions]),
        "projects": len(full.projects),
        "pages": pages,
    }
