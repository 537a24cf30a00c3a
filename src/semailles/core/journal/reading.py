"""Reading the journal, the latest lines first, page after page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from semailles.core.journal.words import kind_name, sentence_of
from semailles.core.models import Event

BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class JournalLine:
    at: datetime
    by: str
    sentence: str
    verb: str
    subject_kind: str
    subject_id: UUID
    label: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JournalPage:
    """`before`: what to ask for to read on; empty at the end."""

    lines: tuple[JournalLine, ...]
    before: str


def journal_of(
    initiative_id: UUID, *, kind: str | None = None, subjects: Collection[UUID] = (), before: str = "", limit: int = 50
) -> JournalPage:
    """One query, whatever the page. `kind` and `subjects` narrow to a kind of things, or to these things."""
    events = Event.objects.of(initiative_id)
    if kind:
        events = events.filter(subject_kind=kind)
    if subjects:
        events = events.filter(subject_id__in=subjects)
    return page_of(events, before=before, limit=limit)


def page_of(events: "QuerySet[Event]", *, before: str = "", limit: int = 50) -> JournalPage:
    events = events.select_related("by").order_by("-at", "-pk")
    found = list(_after(events, before)[: limit + 1])
    shown = found[:limit]
    more = _cursor(shown, before) if len(found) > limit else ""
    return JournalPage(tuple(_line(event) for event in shown), more)


def _after(events: "QuerySet[Event]", before: str) -> "QuerySet[Event]":
    """Lines until this moment, without those of this very moment that were already shown. What is no cursor starts at the top."""
    moment, seen = _read(before)
    return events.filter(at__lte=moment)[seen:] if moment else events


def _cursor(shown: list[Event], before: str) -> str:
    """The last moment shown, and how many lines of that moment were: nothing of the database's own numbers."""
    last = shown[-1].at
    seen = sum(1 for event in shown if event.at == last)
    moment, seen_before = _read(before)
    return f"{last.astimezone(UTC).isoformat()}{BETWEEN}{seen + (seen_before if moment == last else 0)}"


def _read(cursor: str) -> tuple[datetime | None, int]:
    moment, _, seen = cursor.partition(BETWEEN)
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return None, 0
    return (read, int(seen)) if read.tzinfo and seen.isdecimal() and len(seen) < 9 else (None, 0)  # noqa: PLR2004  # no page is so long


def _line(event: Event) -> JournalLine:
    return JournalLine(
        at=event.at,
        by=str(event.by),
        sentence=sentence_of(event),
        verb=event.verb,
        subject_kind=event.subject_kind,
        subject_id=event.subject_id,
        label=event.label,
        detail=event.detail,
    )


def kinds_of(initiative_id: UUID) -> dict[str, str]:
    """The kinds of things that the journal speaks of, each with its name, in the order of their names."""
    found = Event.objects.of(initiative_id).values_list("subject_kind", flat=True).distinct().order_by()
    return dict(sorted(((kind, kind_name(kind)) for kind in found if kind_name(kind)), key=lambda pair: pair[1]))


@dataclass(frozen=True, slots=True)
class Since:
    """What was done after the last time of something. `last`: None when it never was done; `total`: of all lines, some of which are not in `lines`."""

    last: JournalLine | None
    lines: tuple[JournalLine, ...]
    total: int


def since_last(initiative_id: UUID, verb: str, *, but: Collection[str] = (), limit: int = 20) -> Since:
    """The lines after the last one of this verb, the latest first, without those of the verbs in `but`."""
    events = Event.objects.of(initiative_id).select_related("by").order_by("-pk")
    last = events.filter(verb=verb).first()
    if last is None:
        return Since(None, (), 0)
    after = events.filter(pk__gt=last.pk).exclude(verb__in=but)
    return Since(_line(last), tuple(_line(event) for event in after[:limit]), after.count())
