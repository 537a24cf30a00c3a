"""What each text of a sheet must answer, heading by heading and note by note."""

from django.utils.translation import gettext as _

from semailles.projects.enums import Note, Section
from semailles.publication.roadmap.questions import questions


def question(slot: Section | Note) -> str:
    return questions()[slot] if isinstance(slot, Section) else _of_notes()[slot]


def _of_notes() -> dict[str, str]:
    return {
        Note.SUMMARY: _("What would you say of it in twenty lines, to somebody who reads nothing else?"),
        Note.LIMITS: _("What is it often taken for, and is not?"),
        Note.PEOPLE: _("How many people and jobs, of which year, from which source?"),
        Note.FLOWS: _("What goes from the town to the country, and what comes back?"),
        Note.POTENTIAL: _("How many such places here, and how many elsewhere?"),
        Note.SAVINGS: _("How much is saved, by whom, compared with what?"),
    }
