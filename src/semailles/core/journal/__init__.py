"""The journal: who did what to which thing, when. Lines are added, none is ever changed."""

from semailles.core.journal.reading import JournalLine, JournalPage, journal_of, kinds_of
from semailles.core.journal.writing import About, Subject, record

__all__ = ["About", "JournalLine", "JournalPage", "Subject", "journal_of", "kinds_of", "record"]
