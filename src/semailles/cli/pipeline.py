"""The steps of the main job, each an action of the apps; slow work stands between transactions."""

import logging
import platform
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles import __version__
from semailles.cli.survey import Survey
from semailles.core.files import replace, sha256
from semailles.core.models import Person
from semailles.core.progress import Progress
from semailles.core.troubles import PASSING, trouble_in
from semailles.engines.exchange import canonical_json
from semailles.engines.extracting.findings import KnownActor, Taught
from semailles.engines.reading import Reason
from semailles.intake.actions import look_through_folder, receive_document
from semailles.intake.models import DocumentVersion
from semailles.intake.queries import is_outdated, is_received, known_actors, reopened_since, taught_ideas
from semailles.intake.readings import Reading, read_file
from semailles.intake.unpacking import Given, documents_in
from semailles.publication.actions import publish_workspace
from semailles.publication.gathering import gather
from semailles.publication.persons import apply_retention
from semailles.workshop.actions import frame_initiative, open_initiative, welcome_actors
from semailles.workshop.directory import DIRECTORY_FILE, GivenActor, read_directory
from semailles.workshop.framing import FRAME_FILE, Framing, read_framing
from semailles.workshop.models import Initiative, Team

MOST_MEGABYTES = 200  # of one file, even one that is only kept
MOST_NAMED = 5  # ideas in one sentence

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Outcome:
    """What a run did. Without figures, nothing could be read and nothing was written."""

    warnings: tuple[str, ...] = ()
    received: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unreadable: dict[str, Reading] = field(default_factory=dict)
    rows_left: dict[str, int] = field(default_factory=dict)  # of exports of other platforms: how many of their rows have something missing
    figures: dict[str, Any] = field(default_factory=dict)


def perform(folder: Path, found: Survey, work: Path, *, on: date, lang: str, progress: Progress) -> Outcome:
    framing, actors, warnings = _frame(folder)
    by = _local_person()
    initiative = _initiative(folder, framing, lang, by)
    differences = (
        *welcome_actors(initiative, actors, by=by),
        *frame_initiative(initiative, _with_folders(framing, found.paths, initiative), by=by),
    )
    outcome = Outcome((*warnings, *found.warnings, *_absent_teams(framing, found.paths), *differences))
    _receive(found.paths, initiative, outcome, by=by, progress=progress)
    if not DocumentVersion.objects.of(initiative).filter(status="read").exists():
        return outcome
    apply_retention(initiative, on=on, by=by)
    gather(initiative, by=by, progress=progress)
    outcome.figures = publish_workspace(initiative, work, by=by, on=on, warnings=outcome.warnings, progress=progress)
    return outcome


def write_run(work: Path, outcome: Outcome, *, started_at: datetime, seconds: float) -> None:
    """data/run.json: what changes from run to run, kept out of synthese.json."""
    tree = {
        "semailles": __version__,
        "python": platform.python_version(),
        "ended_at": started_at.isoformat(timespec="seconds"),
        "seconds": round(seconds, 2),
        "received": outcome.received,
        "unchanged": outcome.unchanged,
        "warnings": list(outcome.warnings),
        **outcome.figures,
    }
    replace(work / "data" / "run.json", canonical_json(tree))


def _frame(folder: Path) -> tuple[Framing, tuple[GivenActor, ...], tuple[str, ...]]:
    warnings: list[str] = []
    written, directory = _given(folder / FRAME_FILE, warnings), _given(folder / DIRECTORY_FILE, warnings)
    framing = Framing() if written is None else read_framing(written)
    actors, said = ((), ()) if directory is None else read_directory(directory)
    return framing, actors, (*warnings, *framing.warnings, *said)


def _given(file: Path, warnings: list[str]) -> bytes | None:
    """The content of a file that people may leave out."""
    if not file.is_file():
        return None
    try:
        return file.read_bytes()
    except OSError:
        warnings.append(_closed(file.name))
        return None


def _closed(path: str) -> str:
    return _("%(path)s could not be opened: check that you may read it. It was passed over.") % {"path": path}


def _with_folders(framing: Framing, paths: Mapping[str, Path], initiative: Initiative) -> Framing:
    """A team whose folder is misspelt would stand empty beside the true one; one that stands already stays."""
    known = _folders(paths) | set(Team.objects.of(initiative).values_list("folder", flat=True))
    if "equipe" not in framing.tables:
        return framing
    teams = tuple(row for row in framing.rows("equipe") if row["dossier"] in known)
    return replaced(framing, tables={**framing.tables, "equipe": teams})


def _folders(paths: Mapping[str, Path]) -> set[str]:
    return {path.partition("/")[0] for path in paths if "/" in path}


def _absent_teams(framing: Framing, paths: Mapping[str, Path]) -> Iterator[str]:
    folders = _folders(paths)
    for row in framing.rows("equipe"):
        if row["dossier"] not in folders:
            sentence = _(
                "%(file)s, [[equipe]]: there is no folder « %(folder)s » with documents. Folders found: %(found)s. This team was left out."
            )
            yield sentence % {"file": FRAME_FILE, "folder": row["dossier"], "found": ", ".join(sorted(folders)) or "–"}


def _gone(initiative: Initiative, paths: Collection[str], by: Person) -> Iterator[str]:
    """What people once gave stays, even when the folder no longer holds it."""
    gone = look_through_folder(initiative, paths, by=by)
    read = set(DocumentVersion.objects.of(initiative).filter(status="read", document__in=gone).values_list("document", flat=True))
    for document in gone:
        kept = _("%(path)s is no longer in the folder: what was read in it is kept.")
        nothing = _("%(path)s is no longer in the folder: nothing could be read in it, it asks for nothing more.")
        yield (kept if document.pk in read else nothing) % {"path": document.path}


def _to_sort_again(labels: Sequence[str]) -> Iterator[str]:
    if labels:
        sentence = _("Changed on the platform they come from since they were sorted, to be sorted again: %(n)d (%(first)s).")
        first = ", ".join(f"« {label} »" for label in labels[:MOST_NAMED])
        yield sentence % {"n": len(labels), "first": f"{first}, …" if len(labels) > MOST_NAMED else first}


def _local_person() -> Person:
    person, _is_new = Person.objects.get_or_create(is_local=True, defaults={"name": _("Somebody on this machine")})
    return person


def _initiative(folder: Path, framing: Framing, lang: str, by: Person) -> Initiative:
    """A workspace holds one initiative: that of its first run, whatever the folder is called since."""
    known = Initiative.objects.first()
    return known or open_initiative(framing.top.get("nom") or folder.resolve().name, lang=lang, by=by)


def _receive(paths: Mapping[str, Path], initiative: Initiative, outcome: Outcome, *, by: Person, progress: Progress) -> None:
    started_at = timezone.now()
    read, seen = partial(_read, known=known_actors(initiative), taught=taught_ideas(initiative)), set(paths)
    for rank, (path, file) in enumerate(paths.items()):
        progress(_("Reading the documents"), rank, len(paths))
        content = _content(path, file, outcome)
        if content is None:
            continue
        for given in documents_in(path, content):
            seen.add(given.path)
            _receive_one(given, read, initiative, outcome, by)
    progress(_("Reading the documents"), len(paths), len(paths))
    outcome.warnings += (*_gone(initiative, seen, by), *_to_sort_again(reopened_since(initiative, started_at)))


def _receive_one(given: Given, read: Callable[[str, bytes], Reading], initiative: Initiative, outcome: Outcome, by: Person) -> None:
    digest = sha256(given.content)
    if is_received(initiative, given.path, digest) or is_outdated(initiative, given.path, digest):
        outcome.unchanged.append(given.path)
        return
    reading = given.refused or read(given.path, given.content)
    receive_document(initiative, given.path, given.content, reading, by=by)
    outcome.received.append(given.path)
    if reading.reason:
        outcome.unreadable[given.path] = reading
    if reading.exported and reading.exported.told:
        outcome.rows_left[given.path] = len(reading.exported.told)


def _content(path: str, file: Path, outcome: Outcome) -> bytes | None:
    """A film of some hours would fill the memory, then the workspace."""
    try:
        megabytes = file.stat().st_size // 2**20
        if megabytes <= MOST_MEGABYTES:
            return file.read_bytes()
    except OSError:
        outcome.warnings += (_closed(path),)
        return None
    sentence = _("%(path)s is too big (%(size)d MB, at most %(most)d): it was passed over. Put what it says in a lighter document.")
    outcome.warnings += (sentence % {"path": path, "size": megabytes, "most": MOST_MEGABYTES},)
    return None


def _read(path: str, content: bytes, *, known: Sequence[KnownActor], taught: Sequence[Taught]) -> Reading:
    try:
        return read_file(path, content, known=known, taught=taught)
    except Exception as error:  # the edge of one document's work: the others go on
        if trouble_in(error) in PASSING:
            raise  # the machine's fault is not the document's
        log.exception("%s could not be read (workspace %s)", path, settings.WORKSPACE)
        return Reading(reason=Reason.DAMAGED.value)
