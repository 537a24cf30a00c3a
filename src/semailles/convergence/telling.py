"""A correction in words, without who made it: the journal and the log say the same."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.timezone import localtime

from semailles.convergence.journal_words import VERBS
from semailles.convergence.models import Correction
from semailles.workshop.models import Initiative


class _Said(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "–"


def day_of(at: datetime | None, initiative: Initiative) -> str:
    """As it is told where the initiative is."""
    return date_format(localtime(at, ZoneInfo(initiative.time_zone)), "j F Y") if at else "–"


def told(correction: Correction) -> str:
    return str(VERBS[correction.verb]) % _Said(correction.words)
