"""The files that publishing writes, as they stand in the workspace: what each is for, and who it is for."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from semailles.core.audience import Audience
from semailles.publication.outputs import CALENDAR, CHECK, DRAFT, ROADMAP
from semailles.workshop.models import Initiative

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence

DATA = "data"


@dataclass(frozen=True, slots=True)
class Output:
    """`name`: where it stands in the workspace, and in its address. `audience`: the widest circle it may go to."""

    name: str
    purpose: "Sentence"
    audience: Audience
    content_type: str = "application/octet-stream"


OUTPUTS = (
    Output(ROADMAP, _("the roadmap, to read and to print: narrative, matrix, draft sheets, index"), Audience.WORKING, "application/pdf"),
    Output(DRAFT, _("the same roadmap, to correct in a word processor"), Audience.WORKING),
    Output(f"{DATA}/{CALENDAR}", _("phases and meetings, for everybody's diary"), Audience.WORKING, "text/calendar; charset=utf-8"),
    Output(
        CHECK,
        _("what is to be checked: unreadable files, contradictions, doubtful readings, persons named"),
        Audience.FACILITATOR,
        "application/pdf",
    ),
    Output(f"{DATA}/idees.csv", _("every idea with its source, for a spreadsheet"), Audience.FACILITATOR, "text/csv; charset=utf-8"),
    Output(f"{DATA}/convergences.csv", _("the convergences and their ideas"), Audience.FACILITATOR, "text/csv; charset=utf-8"),
    Output(f"{DATA}/projets.csv", _("the draft sheets"), Audience.FACILITATOR, "text/csv; charset=utf-8"),
    Output(f"{DATA}/acteurs.csv", _("the actors with all their spellings"), Audience.FACILITATOR, "text/csv; charset=utf-8"),
    Output(
        f"{DATA}/engagements.csv",
        _("who is committed to the process or to a project, how far, with the proof or the passage"),
        Audience.FACILITATOR,
        "text/csv; charset=utf-8",
    ),
    Output(
        f"{DATA}/financements.csv",
        _("the resources of the process and of each project, line by line"),
        Audience.FACILITATOR,
        "text/csv; charset=utf-8",
    ),
    Output(f"{DATA}/projets.geojson", _("the draft sheets on a map"), Audience.FACILITATOR, "application/geo+json"),
    Output(f"{DATA}/synthese.json", _("everything, for another program"), Audience.FACILITATOR, "application/json"),
    Output(f"{DATA}/run.json", _("how it was made: versions, dates, durations"), Audience.FACILITATOR, "application/json"),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that is there. `at`: the moment it was written, where the initiative is."""

    output: Output
    size: int
    at: datetime


def printed(initiative: Initiative, workspace: Path) -> tuple[Printed, ...]:
    zone = ZoneInfo(initiative.time_zone)
    return tuple(
        Printed(output, found.st_size, datetime.fromtimestamp(found.st_mtime, zone))
        for output in OUTPUTS
        if (workspace / output.name).is_file() and (found := (workspace / output.name).stat())
    )


def output_named(name: str) -> Output | None:
    """Only what publishing writes has an address."""
    return next((output for output in OUTPUTS if output.name == name), None)
