"""Lines of the journal by day, with the address of what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from types import MappingProxyType
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from semailles.core.journal import JournalLine

ROUTES = {
    "Document": "document",
    "Idea": "idea",
    "Family": "convergence",
    "Actor": "actor",
    "Theme": "theme",
    "ProcessCommitment": "commitment",
}


@dataclass(frozen=True, slots=True)
class Written:
    """`at`: the moment where the initiative is. `url`: of the thing, or « »."""

    at: datetime
    line: JournalLine
    url: str


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    name: str
    lines: tuple[Written, ...]


def by_day(lines: Sequence[JournalLine], zone: str, today: date, numbers: Mapping[UUID, int] = MappingProxyType({})) -> tuple[Day, ...]:
    """`numbers`: of the projects, by which their addresses go."""
    written = [Written(line.at.astimezone(ZoneInfo(zone)), line, _address(line.subject_kind, line.subject_id, numbers)) for line in lines]
    return tuple(Day(on, _named(on, today), tuple(found)) for on, found in groupby(written, key=lambda one: one.at.date()))


def _named(on: date, today: date) -> str:
    if on == today:
        return _("Today")
    if on == today - timedelta(days=1):
        return _("Yesterday")
    said = date_format(on, "l j F Y")
    return said[:1].upper() + said[1:]


def _address(kind: str, public_id: UUID, numbers: Mapping[UUID, int]) -> str:
    if public_id in numbers:
        return reverse("project", kwargs={"number": numbers[public_id]})
    return reverse(ROUTES[kind], kwargs={"public_id": public_id}) if kind in ROUTES else ""
