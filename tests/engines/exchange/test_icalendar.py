"""A calendar file that any diary takes in, read back here by the rules of RFC 5545."""

import re
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.exchange import Event, icalendar

STAMP = datetime(2015, 1, 31, 9, 30, tzinfo=UTC)
LAUNCH = Event(
    "a1@semailles", "Comité de pilotage : lancement", date(2015, 2, 11), date(2015, 2, 11), "date proposée", ("réunion",), is_sure=False
)
WORK = Event("b2@semailles", "Travaux", date(2015, 2, 2), date(2015, 5, 1), "3 mois, en cours", ("phase",))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=300)
Lines = list[tuple[str, str]]


def read_back(content: bytes) -> Lines:
    """Unfolded lines as (name with its parameters, value of type TEXT read)."""
    unfolded = content.decode().replace("\r\n ", "")
    return [(name, _read(value)) for name, _, value in (line.partition(":") for line in unfolded.split("\r\n")[:-1])]


def _read(value: str) -> str:
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def values(content: bytes, name: str) -> list[str]:
    return [value for found, value in read_back(content) if found == name]


def test_a_calendar_holds_its_events_and_nothing_else() -> None:
    content = icalendar("Vallée : synthèse", [LAUNCH, WORK], stamp=STAMP, lang="fr")

    assert read_back(content) == [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Semailles//Semailles//FR"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", "Vallée : synthèse"),
        ("X-WR-CALNAME", "Vallée : synthèse"),
        ("BEGIN", "VEVENT"),
        ("UID", "a1@semailles"),
        ("DTSTAMP", "20150131T093000Z"),
        ("DTSTART;VALUE=DATE", "20150211"),
        ("DTEND;VALUE=DATE", "20150212"),
        ("SUMMARY", "Comité de pilotage : lancement"),
        ("DESCRIPTION", "date proposée"),
        ("CATEGORIES", "réunion"),
        ("STATUS", "TENTATIVE"),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
        ("BEGIN", "VEVENT"),
        ("UID", "b2@semailles"),
        ("DTSTAMP", "20150131T093000Z"),
        ("DTSTART;VALUE=DATE", "20150202"),
        ("DTEND;VALUE=DATE", "20150502"),
        ("SUMMARY", "Travaux"),
        ("DESCRIPTION", "3 mois, en cours"),
        ("CATEGORIES", "phase"),
        ("STATUS", "CONFIRMED"),
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
        ("END", "VCALENDAR"),
    ]


def test_the_same_values_give_the_same_bytes() -> None:
    assert icalendar("Vallée", [WORK], stamp=STAMP, lang="fr") == icalendar("Vallée", [WORK], stamp=STAMP, lang="fr")


@given(TEXTS, TEXTS)
def test_whatever_people_wrote_is_read_back_and_no_line_is_too_long(summary: str, description: str) -> None:
    event = Event("c3@semailles", summary, date(2016, 2, 29), date(2016, 2, 29), description)
    content = icalendar("x", [event], stamp=STAMP, lang="en")

    assert (values(content, "SUMMARY"), values(content, "DESCRIPTION")) == ([summary], [description] if description else [])
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_line_breaks_are_kept_and_control_signs_left_out() -> None:
    event = Event("d4@semailles", "a\r\nb\rc\x00\x07d; e, f \\ g", date(2015, 3, 1), date(2015, 3, 1))

    assert values(icalendar("x", [event], stamp=STAMP, lang="en"), "SUMMARY") == ["a\nb\ncd; e, f \\ g"]


def test_a_forged_line_stays_within_its_value() -> None:
    event = Event("e5@semailles", "x\r\nATTACH:http://example.org/", date(2015, 3, 1), date(2015, 3, 1))

    assert values(icalendar("x", [event], stamp=STAMP, lang="en"), "ATTACH") == []


def test_the_last_day_of_time_has_no_day_after() -> None:
    content = icalendar("x", [Event("f6@semailles", "fin", date.max, date.max)], stamp=STAMP, lang="en")

    assert (values(content, "DTSTART;VALUE=DATE"), values(content, "DTEND;VALUE=DATE")) == (["99991231"], [])
