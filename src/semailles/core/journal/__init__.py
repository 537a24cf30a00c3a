"""The journal: who did what to which thing, when. Lines are added, none is ever changed."""

from semailles.core.journal.instance import INSTANCE, of_account
from semailles.core.journal.reading import JournalLine, JournalPage, Since, journal_of, kinds_of, page_of, since_last
from semailles.core.journal.words import sentence_of
from semailles.core.journal.writing import About, Subject, named_as, record

__all__ = [
    "INSTANCE",
    "About",
    "JournalLine",
    "JournalPage",
    "Since",
    "Subject",
    "journal_of",
    "kinds_of",
    "named_as",
    "of_account",
    "page_of",
    "record",
    "sentence_of",
    "since_last",
]
