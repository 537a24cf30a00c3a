"""Calendar files (iCalendar, RFC 5545): days that every diary can take in. The same values give the same bytes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LONGEST = 75  # octets of a content line, its end left out (3.1)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """Whole days from `first` to `last`, both included. `uid`: stable for ever. `is_sure`: False for a day that is only suggested."""

    uid: str
    summary: str
    first: date
    last: date
    description: str = ""
    categories: tuple[str, ...] = ()
    is_sure: bool = True


def icalendar(name: str, events: Iterable[Event], *, stamp: datetime, lang: str) -> bytes:
    """A calendar of all-day events, UTF-8. `stamp`: when it was made, aware of its time zone; whole days need no time zone of their own."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Semailles//Semailles//{lang.upper()}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{_escaped(name)}", f"X-WR-CALNAME:{_escaped(name)}"]
    for event in events:
        lines += _event(event, stamp)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(event: Event, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.uid)}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(event.first)}"
    if event.last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(max(event.first, event.last) + timedelta(days=1))}"  # the day after: the end is not included (3.6.1)
    yield f"SUMMARY:{_escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_escaped(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{_listed(event.categories)}"
    yield f"STATUS:{'CONFIRMED' if event.is_sure else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _listed(values: Sequence[str]) -> str:
    return ",".join(map(_escaped, values))


def _escaped(text: str) -> str:
    """A value of type TEXT (3.3.11)."""
    plain = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """Lines of 75 octets at most, the following ones after a space; a character is never cut (3.1)."""
    pieces, length = [""], 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if length + octets > _LONGEST:
            pieces.append("")
            length = 1
        pieces[-1] += sign
        length += octets
    return "\r\n ".join(pieces)
